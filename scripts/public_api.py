#!/usr/bin/env python3
"""Writes the public names of the library on one page, or checks that the page still holds.

usage: scripts/public_api.py [--check]

crates/notis/API.md is made from the sources: every `pub` item there can be reached (the compiler warns of one that
cannot), and rustfmt sees to it that each begins a line. What changes a name changes the page, so that a review sees it;
changes of types are found by `cargo semver-checks`, from the second published version on.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATE = ROOT / "crates/notis"
PAGE = CRATE / "API.md"
HEAD = """# The public names of notis

Made by `scripts/public_api.py`, which the gate checks. Fields are marked with a dot in front, variants with two colons,
functions with parentheses; what they do and take stands in `cargo doc --open -p notis`.
"""

MODULE = re.compile(r"^pub mod (\w+);", re.M)
USE = re.compile(r"^pub use ([\w:]+?)(?:::\{([^}]*)\}|::(\w+))?;", re.M)
TYPE = re.compile(r"^pub (struct|enum|trait|type|const) (\w+)")
FUNCTION = re.compile(r"^pub (?:const )?fn (\w+)")
IMPL = re.compile(r"^impl(?:<.*?>)? (\w+)(?:<.*>)? \{$")
METHOD = re.compile(r"^    pub (?:const )?fn (\w+)")
FIELD = re.compile(r"^    pub (\w+):")
VARIANT = re.compile(r"^    ([A-Z]\w*)(?:[,({]| \{)")
OF_TRAIT = re.compile(r"^    fn (\w+)")


def members(source):
    """(type or None, name) of each public item of a file, tests left out."""
    inside, kind = None, None
    for line in source.split("#[cfg(test)]")[0].splitlines():
        if found := TYPE.match(line):
            kind, inside = found.groups()
            yield inside, ""
        elif found := FUNCTION.match(line):
            yield None, f"{found[1]}()"
        elif found := IMPL.match(line):
            kind, inside = "impl", found[1]
        elif line == "}":
            inside = None
        elif inside and kind == "impl" and (found := METHOD.match(line)):
            yield inside, f"{found[1]}()"
        elif inside and kind == "struct" and (found := FIELD.match(line)):
            yield inside, f".{found[1]}"
        elif inside and kind == "enum" and (found := VARIANT.match(line)):
            yield inside, f"::{found[1]}"
        elif inside and kind == "trait" and (found := OF_TRAIT.match(line)):
            yield inside, f"{found[1]}()"


def files(folder):
    return sorted(path for path in folder.rglob("*.rs") if path.name != "tests.rs")


def listing(paths):
    """A line for each public type of some files, and one for the functions beside them; what is there once for each of two
    builds stands once."""
    types, functions = {}, []
    for path in paths:
        for owner, name in members(path.read_text(encoding="utf8")):
            if owner is None:
                functions.append(name)
            else:
                types.setdefault(owner, []).extend([name] if name else [])
    lines = [f"- **{owner}** {' '.join(dict.fromkeys(types[owner]))}".rstrip() for owner in sorted(types)]
    return lines + ([f"- {' '.join(sorted(functions))}"] if functions else [])


def borrowed(paths):
    """What the crates below give, by crate."""
    found = {}
    for path in paths:
        for crate, several, single in USE.findall(path.read_text(encoding="utf8")):
            if crate.startswith("notis_"):
                names = [name.split(" as ")[-1].strip() for name in (several or single).split(",")]
                found.setdefault(crate.split("::")[0], set()).update(filter(None, names))
    return [f"- from `{crate}`: {', '.join(sorted(names))}" for crate, names in sorted(found.items())]


def page():
    source = CRATE / "src"
    modules = MODULE.findall((source / "lib.rs").read_text(encoding="utf8"))
    parts = {name: [p for p in [source / f"{name}.rs"] if p.exists()] + files(source / name) for name in modules}
    inner = {path for paths in parts.values() for path in paths}
    top = [path for path in files(source) if path not in inner]
    text = HEAD
    for title, paths in [("notis", top), *((f"notis::{name}", paths) for name, paths in sorted(parts.items()))]:
        text += f"\n## {title}\n\n" + "\n".join(listing(paths) + borrowed(paths)) + "\n"
    return text


def main():
    made = page()
    if "--check" not in sys.argv:
        PAGE.write_text(made, encoding="utf8")
    elif PAGE.read_text(encoding="utf8") != made:
        sys.exit("crates/notis/API.md does not show today's public names; run scripts/public_api.py and review what changed")
    else:
        print(f"crates/notis/API.md shows the {made.count('- **')} public types and their names")


if __name__ == "__main__":
    main()
