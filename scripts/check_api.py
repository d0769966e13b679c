#!/usr/bin/env python3
"""Holds the API against its own description: schemathesis makes requests of it, right ones and wrong ones, and looks whether
the answers are what the description says.

    scripts/check_api.py [--notis target/release/notis] [--cases 1000] [--seed 1] [--only PATTERN] [--passed FILE]

An operation comes after another, and last the sequences of operations; each is a line of the summary, and what fails is
printed with the request that makes it fail. Parts that passed are written to FILE, and a later run goes on behind them.
schemathesis is fetched from the package index into a folder of its own, which goes away afterwards. The server has a store,
and an article in it."""

import argparse, json, os, pathlib, re, subprocess, sys, tempfile, time, urllib.request, venv

from check_clients import ROCKET, serving

SCHEMATHESIS = "schemathesis==4.32.5"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notis", default="target/release/notis")
    parser.add_argument("--cases", type=int, default=1000, help="an operation; sequences of them get a minute for 1,000 (1000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="the operations whose path has this (a regular expression)")
    parser.add_argument("--passed", type=pathlib.Path, help="a file of the parts that need not be run again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tester = installed(pathlib.Path(folder, "environment"))
        with serving(given.notis, "--data", str(pathlib.Path(folder, "data"))) as address:
            keep(address, {"id": "rakett", "text": ROCKET})
            failed = [part for part in remaining(address, given) if not passes(part, [tester, address, folder], given)]
    sys.exit(f"failed: {', '.join(failed)}" if failed else 0)


def installed(environment):
    venv.create(environment, with_pip=True)
    pip = [environment / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", SCHEMATHESIS], check=True)
    return environment / "bin" / "schemathesis"


def keep(address, article):
    kind = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/api/v1/articles", json.dumps(article).encode(), kind)
    urllib.request.urlopen(request, timeout=30).close()


SEQUENCES = "sequences"


def remaining(address, given):
    """The parts that are asked for and have not passed: operations by name, then their sequences."""
    with urllib.request.urlopen(f"{address}/api/v1/openapi.json", timeout=30) as answer:
        paths = json.load(answer)["paths"]
    asked = [path for path in paths if re.search(given.only, path)]
    operations = [operation["operationId"] for path in asked for operation in paths[path].values()]
    passed = given.passed.read_text().split() if given.passed and given.passed.exists() else []
    return [part for part in [*operations, SEQUENCES] if part not in passed]


def passes(part, tested, given):
    """Runs a part and prints its line; what fails stands above it."""
    began, counts, failed = time.monotonic(), [], False
    for phases in runs(part, given):
        run, cases = schemathesis(*tested, phases, given)
        counts.append(f"{cases:,}")
        failed |= run.returncode != 0
        print(run.stdout if run.returncode else "", end="")
    verdict = "FAILED" if failed else "no failure"
    print(f"{part:16} {' + '.join(counts):>14} cases {time.monotonic() - began:7.1f} s  {verdict}", flush=True)
    if given.passed and not failed:
        with given.passed.open("a") as file:
            print(part, file=file)
    return not failed


def runs(part, given):
    """What schemathesis is told to do: cases made by chance, then those that its coverage lays out."""
    if part == SEQUENCES:
        # It ends after a dozen sequences, the same ones again and again, unless it is given a time to spend.
        seconds = 5 + given.cases // 20
        return [["--phases", "stateful", "--max-time", str(seconds), "--include-path-regex", given.only or "."]]
    one = ["--include-operation-id", part]
    # Its cases of coverage cannot be told that a digest has one length, so a right one of these may be refused.
    laid_out = ["--phases", "coverage", "--exclude-checks", "positive_data_acceptance"]
    return [[*one, "--phases", "examples,fuzzing"], [*one, *laid_out]]


def schemathesis(tester, address, folder, phases, given):
    """A run that has ended, and how many cases it made."""
    hooks = {"SCHEMATHESIS_HOOKS": "check_api_hooks", "PYTHONPATH": str(pathlib.Path(__file__).parent)}
    report = pathlib.Path(folder, "report.json")
    command = [tester, "run", f"{address}/api/v1/openapi.json", "--no-color", "--request-timeout", "30"]
    command += ["--max-examples", str(given.cases), "--seed", str(given.seed), "--generation-database", "none"]
    command += ["--report", "json", "--report-json-path", report, *phases]
    run = subprocess.run(command, env={**os.environ, **hooks}, cwd=folder, stdout=subprocess.PIPE, text=True)
    return run, json.loads(report.read_text())["test_cases"]["generated"]


if __name__ == "__main__":
    main()
