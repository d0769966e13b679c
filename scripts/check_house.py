#!/usr/bin/env python3
"""Checks the rules of the house that no compiler holds.

usage: scripts/check_house.py [files] [circles] [crates]        (all three where none is named)

- files: no Rust file over 400 lines, no function whose body is over 50;
- circles: none of more than two files within a crate, by the paths that they name (`crate::`, `super::`, `self::`). A module that
  names what is in itself is no circle, and tests are left aside;
- crates: each takes from the crates that ARCHITECTURE.md's table says, and only from rows below its own in the picture.
"""
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES, MOST_IN_FUNCTION, MOST_IN_CIRCLE = 400, 50, 2
SKIPPED = {"target", ".git"}

COMMENT_OR_TEXT = re.compile(
    r"""//[^\n]*
      | /\*.*?\*/
      | \bb?r(?P<marks>\#*)".*?"(?P=marks)
      | b?"(?:\\.|[^"\\])*"
      | b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^\\'\n])'""",
    re.DOTALL | re.VERBOSE,
)


# ---- Rust, as far as it has to be read


def code(text):
    """The same lines without comments, texts and characters: every brace that is left is one of the program."""
    return COMMENT_OR_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def block_end(code_text, start):
    """Where the block ends whose brace opens at `start`."""
    depth = 0
    for brace in re.finditer(r"[{}]", code_text[start:]):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return start + brace.end()
    return len(code_text)


def functions(code_text):
    """Name, line and lines of the body of each function that has a body."""
    for head in re.finditer(r"\bfn\s+(\w+)", code_text):
        depth = 0
        for sign in re.finditer(r"[()\[\]{};]", code_text[head.end():]):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign.group(), 0)
            if depth == 0 and sign.group() in "{;":
                break
        else:
            continue
        if sign.group() == "{":
            start = head.end() + sign.start()
            inside = code_text.count("\n", start, block_end(code_text, start)) - 1
            yield head.group(1), code_text.count("\n", 0, head.start()) + 1, inside


def without_tests(code_text):
    """The code without what is compiled for tests alone."""
    while found := re.search(r"#\[cfg\(test\)\]\s*[^;{]*[;{]", code_text):
        is_block = found.group().endswith("{") and not re.search(r"\buse\b", found.group())
        end = block_end(code_text, found.end() - 1) if is_block else code_text.index(";", found.end() - 1) + 1
        code_text = code_text[: found.start()] + code_text[end:]
    return code_text


def use_paths(tree, front=()):
    """The paths of a `use`, each with the name that it has from then on."""
    tree = tree.strip()
    head, brace, rest = tree.partition("{")
    if not brace:
        path, _, alias = tree.partition(" as ")
        parts = (*front, *(part.strip() for part in path.split("::")))
        parts = parts[:-1] if parts[-1] == "self" and len(parts) > 1 else parts
        yield parts, alias.strip() or parts[-1]
        return
    front = (*front, *(part.strip() for part in head.split("::") if part.strip()))
    depth, item = 0, ""
    for sign in rest[: rest.rindex("}")] + ",":
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            if item.strip():
                yield from use_paths(item, front)
            item = ""
        else:
            item += sign


# ---- Circles


class Crate:
    """The modules of a crate, a file each, and the paths that they name."""

    def __init__(self, source):
        self.source, self.files, self.code, self.uses = source, {}, {}, {}
        for file in sorted(source.rglob("*.rs")):
            parts = file.relative_to(source).with_suffix("").parts
            if parts[-1].endswith("tests") or "tests" in parts:
                continue
            module = parts[:-1] if parts[-1] in ("mod", "lib", "main") else parts
            self.files[module] = file
            self.code[module] = without_tests(code(file.read_text(encoding="utf8")))
        for module, text in self.code.items():
            trees = re.findall(r"\buse\s+([^;]+);", text)
            self.uses[module] = [found for tree in trees for found in use_paths(re.sub(r"\s+", " ", tree))]

    def absolute(self, module, path):
        """A path as the crate's root names it; nothing where it leads into another crate."""
        if path[0] == "crate":
            return path[1:]
        above = len(path) - len(path[path.count("super"):])
        if path[0] == "super":
            return (*module[: len(module) - above], *path[above:])
        if path[0] == "self":
            return (*module, *path[1:])
        return (*module, *path) if (*module, path[0]) in self.files else None

    def home(self, path, seen=()):
        """The module that a path leads to, through what others hand on; nothing where that is another crate's."""
        length = next(n for n in range(len(path), -1, -1) if path[:n] in self.files)
        module, rest = path[:length], path[length:]
        if not rest or path in seen:
            return module
        handed = [used for used, name in self.uses[module] if name == rest[0]]
        defined = rf"\b(?:fn|struct|enum|trait|type|const|static|union)\s+{re.escape(rest[0])}\b"
        if not handed and not re.search(defined, self.code[module]):
            handed = [(*used[:-1], rest[0]) for used, name in self.uses[module] if name == "*"]
        for used in handed:
            onward = self.absolute(module, used)
            return onward and self.home((*onward, *rest[1:]), (*seen, path))
        return module

    def named(self, module):
        """The modules that one names, but for those within it."""
        paths = [path for path, name in self.uses[module]]
        inline = re.sub(r"\buse\s+[^;]+;", "", self.code[module])
        paths += [tuple(path.split("::")) for path in re.findall(r"\b(?:crate|super|self)(?:::\w+)+", inline)]
        homes = {self.home(absolute) for path in paths if (absolute := self.absolute(module, path)) is not None}
        return {home for home in homes if home is not None and home[: len(module)] != module}

    def circles(self):
        """The groups of modules that reach each other; for each of a group, those of it that it names."""
        named = {module: self.named(module) for module in self.files}

        def reached(start):
            found, left = set(), [start]
            while left:
                new = named[left.pop()] - found
                found |= new
                left += new
            return found

        reach = {module: reached(module) for module in named}
        circles = {frozenset(other for other in reach[module] if module in reach[other]) for module in named}
        return [{module: named[module] & circle for module in circle} for circle in circles if len(circle) > MOST_IN_CIRCLE]


# ---- The crates


def short(package):
    """What a crate is called in the picture: its package without `notis-`."""
    return package.removeprefix("notis-")


def crates(root):
    """For each crate of the workspace, its folder and the crates of the project that it takes from."""
    found = {}
    for member in tomllib.loads((root / "Cargo.toml").read_text(encoding="utf8"))["workspace"]["members"]:
        manifest = tomllib.loads((root / member / "Cargo.toml").read_text(encoding="utf8"))
        names = {**manifest.get("dependencies", {}), **manifest.get("build-dependencies", {})}
        ours = {short(name) for name in names if re.match(r"notis(-|$)", name)}
        found[short(manifest["package"]["name"])] = (root / member, ours)
    return found


def drawn(architecture):
    """The row of each crate in the picture, from the top, and what the table says that it takes from."""
    picture = architecture.split("```")[1].splitlines()
    rows = {word: row for row, line in enumerate(picture) for word in line.partition("│")[0].split()}
    table = re.findall(r"^\| `(\w+)` \|.*\|([^|]*)\|$", architecture, re.MULTILINE)
    return rows, {name: {word for word in re.split(r"[,\s]+", taken) if word} for name, taken in table}


def wrong_crates(root):
    """What ARCHITECTURE.md says of the crates, and their Cargo.toml files do not."""
    found = crates(root)
    rows, table = drawn((root / "ARCHITECTURE.md").read_text(encoding="utf8"))
    for name, (_, taken) in found.items():
        if name not in rows:
            yield f"ARCHITECTURE.md: the crate {name} is not in the picture"
        for other in sorted(taken):
            if rows.get(other, len(rows)) <= rows.get(name, -1):
                yield f"ARCHITECTURE.md: {name} takes from {other}, which does not stand below it in the picture"
        if table.get(name) != taken:
            yield f"ARCHITECTURE.md: by its Cargo.toml {name} takes from «{', '.join(sorted(taken))}», the table says otherwise"


# ---- All of it


def wrong_files(root):
    """Files and functions that are too long."""
    for file in sorted(root.rglob("*.rs")):
        if SKIPPED & set(file.relative_to(root).parts):
            continue
        text, place = file.read_text(encoding="utf8"), file.relative_to(root)
        lines = len(text.splitlines())
        if lines > MOST_LINES:
            yield f"{place}: {lines} lines, at most {MOST_LINES}"
        for name, line, inside in functions(code(text)):
            if inside > MOST_IN_FUNCTION:
                yield f"{place}:{line}: {name} has {inside} lines, at most {MOST_IN_FUNCTION}"


def wrong_circles(root):
    """Circles within the crates."""
    for name, (folder, _) in crates(root).items():
        crate = Crate(folder / "src" if (folder / "src").is_dir() else folder)
        for circle in crate.circles():
            yield f"{name}: a circle of {len(circle)} files"
            for module in sorted(circle):
                others = [str(crate.files[other].relative_to(crate.source)) for other in sorted(circle[module])]
                yield f"    {crate.files[module].relative_to(root)} -> {', '.join(others)}"


CHECKS = {"files": wrong_files, "circles": wrong_circles, "crates": wrong_crates}


def main():
    wanted = sys.argv[1:] or list(CHECKS)
    if unknown := set(wanted) - set(CHECKS):
        sys.exit(f"there is no check {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}")
    wrong = [fault for name in wanted for fault in CHECKS[name](ROOT)]
    print("\n".join(wrong) or f"as the house wants them: {', '.join(wanted)}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
