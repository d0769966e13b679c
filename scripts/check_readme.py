#!/usr/bin/env python3
"""Checks that the README shows what the program prints.

usage: scripts/check_readme.py [--update] [NOTIS]     NOTIS: the program, by default target/release/notis

In every ```console block of README.md a line `$ notis …` (or `$ cargo run --release -- …`) is run at the root of the
project, and what follows it must be what it prints: line by line, where a line `…` stands for any number of lines. With --update the lines before the `…` are made anew.
"""
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = re.compile(r"^\$ (?:notis|cargo run --release --) (.*)$")


def sessions(readme):
    """(arguments, expected lines) of each command in the console blocks."""
    for block in re.findall(r"^```console\n(.*?)^```", readme, re.M | re.S):
        arguments, expected = None, []
        for line in [*block.splitlines(), "$ end"]:
            if not line.startswith("$ "):
                expected.append(line.rstrip())
                continue
            if arguments is not None and expected:
                yield arguments, expected
            command = COMMAND.match(line)
            arguments, expected = command and command.group(1), []


def matches(expected, printed):
    """Whether `printed` fits `expected`, in which `…` stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern + r"\n*", "".join(f"{line.rstrip()}\n" for line in printed))


def updated(readme, program):
    """The README with what the program prints now in the place of what it shows."""
    for arguments, expected in sessions(readme):
        count = expected.index("…") if "…" in expected else None
        printed = run(program, arguments).stdout.splitlines()[:count]
        new = [line.rstrip() for line in printed] + (["…"] if count is not None else [])
        readme = readme.replace(f" {arguments}\n" + "\n".join(expected), f" {arguments}\n" + "\n".join(new), 1)
    return readme


def run(program, arguments):
    command = [program, "--quiet", *shlex.split(arguments, comments=True)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf8")


def check_example(readme):
    """The Rust example is that of crates/notis/README.md, which the documentation tests compile and run."""
    tested = (ROOT / "crates/notis/README.md").read_text(encoding="utf8")
    example = re.search(r"^```rust\n.*?^```", readme, re.M | re.S)
    if not example or example.group() not in tested:
        sys.exit("README.md: its Rust example is not the tested one of crates/notis/README.md")


def main():
    paths = [argument for argument in sys.argv[1:] if argument != "--update"]
    program = Path(paths[0] if paths else ROOT / "target/release/notis").resolve()
    readme = ROOT / "README.md"
    if "--update" in sys.argv:
        readme.write_text(updated(readme.read_text(encoding="utf8"), program), encoding="utf8")
    shown = list(sessions(readme.read_text(encoding="utf8")))
    check_example(readme.read_text(encoding="utf8"))
    if not shown:
        sys.exit("README.md shows no session")
    for arguments, expected in shown:
        answer = run(program, arguments)
        if answer.returncode or not matches(expected, answer.stdout.splitlines()):
            sys.exit(f"README.md is out of date: notis {arguments} printed\n{answer.stdout}{answer.stderr}")
        print(f"as the README shows: notis {arguments}")


if __name__ == "__main__":
    main()
