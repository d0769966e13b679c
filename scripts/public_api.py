#!/usr/bin/env python3
"""Writes the public names of the library on one page, or checks that the page still holds.

usage: scripts/public_api.py [--check]

crates/notis/API.md is made from the sources: every `pub` item there can be reached (the compiler warns of one that
cannot), and rustfmt sees to it that each begins a line. What changes a name changes the page, so that a review sees it;
changes of types, fields and variants are found by `cargo semver-checks`.
"""
import re
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATE = ROOT / "crates/notis"
PAGE = CRATE / "API.md"
WIDTH, LINES = 130, 60
# Types that do no more than so many things share their lines.
FEW = 4
HEAD = """# The public names of notis

Made by `scripts/public_api.py`: types that do something, functions, and data by name; their members are in `cargo doc -p notis`.
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


def wrapped(lead, words, gap=" "):
    """`lead` and the words behind it as an item of a list, in lines that fit the page."""
    text = f"- {lead}{gap.join(words)}"
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def read(paths):
    """The public types of some files with their members, those declared there and those only added to, and their functions."""
    declared, added, functions = {}, {}, []
    for path in paths:
        for owner, name in members(path.read_text(encoding="utf8")):
            if owner is None:
                functions.append(name)
            elif name:
                added.setdefault(owner, {})[name] = None
            else:
                declared.setdefault(owner, {})
    for owner in declared.keys() & added.keys():
        declared[owner].update(added.pop(owner))
    return declared, added, sorted(set(functions))


def listing(types, functions, borrowed):
    """The lines of a module: its doors, which are the types that do something, each with what they do; then what goes through
    them, by name, and the functions beside them."""
    doors = {owner: [name for name in names if name.endswith("()")] for owner, names in types.items() if is_door(names)}
    told = {owner: f"**{owner}** {' '.join(doors[owner])}" for owner in sorted(doors)}
    few = [text for owner, text in told.items() if len(doors[owner]) <= FEW]
    lines = [line for owner, text in told.items() if len(doors[owner]) > FEW for line in wrapped("", [text])]
    lines += wrapped("", few, "; ") if few else []
    for lead, names, gap in [("functions: ", functions, " "), ("data: ", sorted(set(types) - set(doors) | borrowed), ", ")]:
        lines += wrapped(lead, names, gap) if names else []
    return lines


def is_door(names):
    """Whether a type of these members does something, and is not a record that can be seen into, or a choice."""
    return any(name.endswith("()") for name in names) and not any(name.startswith((".", "::")) for name in names)


def borrowed(paths):
    """What the crates below give."""
    found = set()
    for path in paths:
        for crate, several, single in USE.findall(path.read_text(encoding="utf8")):
            if crate.startswith("notis_"):
                found.update(name.split(" as ")[-1].strip() for name in (several or single).split(","))
    return found - {""}


def page():
    source = CRATE / "src"
    modules = MODULE.findall((source / "lib.rs").read_text(encoding="utf8"))
    parts = {f"notis::{name}": [p for p in [source / f"{name}.rs"] if p.exists()] + files(source / name) for name in modules}
    inner = {path for paths in parts.values() for path in paths}
    parts = {"notis": [path for path in files(source) if path not in inner]} | dict(sorted(parts.items()))
    found = {title: read(paths) for title, paths in parts.items()}
    # Methods may stand in another module than their type.
    for _, added, _ in found.values():
        for owner, names in added.items():
            next(types for types, *_ in found.values() if owner in types)[owner].update(names)
    text = HEAD
    for title, (types, _, functions) in found.items():
        text += f"\n## {title}\n" + "\n".join(listing(types, functions, borrowed(parts[title]))) + "\n"
    return text


def main():
    made = page()
    if len(made.splitlines()) > LINES:
        sys.exit(f"the public names take more than {LINES} lines: does all of that belong into the library's front?")
    if "--check" not in sys.argv:
        PAGE.write_text(made, encoding="utf8")
    elif PAGE.read_text(encoding="utf8") != made:
        sys.exit("crates/notis/API.md does not show today's public names; run scripts/public_api.py and review what changed")
    else:
        print(f"crates/notis/API.md shows the public names in {len(made.splitlines())} lines")


if __name__ == "__main__":
    main()
