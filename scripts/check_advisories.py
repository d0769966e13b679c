"""Holds Cargo.lock against a copy of the RustSec advisory database: scripts/check_advisories.py DATABASE [Cargo.lock]

The database is a git repository of others (rustsec/advisory-db); where there is no copy, nothing is checked. An advisory
that hits is an error unless KNOWN says why it may stand. `cargo audit --db DATABASE --no-fetch` says the same; this needs
nothing but Python.
"""

import pathlib, re, sys, tomllib

# The neural build alone has these, and no default member pulls them in: rust-bert 0.23 wants them, its newest release that
# fits the libtorch of scripts/setup-libtorch.
KNOWN = {
    "RUSTSEC-2024-0437": "protobuf 2.28 recurses without end on hostile messages; through rust_tokenizers, which reads no message: "
    "vocabularies are JSON, and crates/neural opens files of the model's folder alone",
    "RUSTSEC-2024-0436": "paste is unmaintained; a macro of compile time, through tokenizers",
}


def version(text):
    core = re.match(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?", text)
    numbers = tuple(int(number or 0) for number in core.groups()[:3])
    # What comes before a release is smaller than it.
    return (*numbers, core[4] is None, core[4] or "")


def upper(base, text):
    """Where a caret requirement ends."""
    given = text.count(".") + 1
    for place in range(3):
        if base[place] or place == given - 1:
            return (*base[:place], base[place] + 1, *([0] * (2 - place)))[:3]


def meets(found, requirement):
    for part in requirement.split(","):
        sign, text = re.match(r"\s*(>=|<=|>|<|=|\^|~)?\s*(.+?)\s*$", part).groups()
        base = version(text)
        if sign in (None, "^"):
            fits = base <= found and found[:3] < upper(base, text)
        elif sign == "~":
            fits = base <= found and found[:2] == base[:2]
        else:
            fits = {">=": found >= base, "<=": found <= base, ">": found > base, "<": found < base, "=": found == base}[sign]
        if not fits:
            return False
    return True


def advisories(database):
    for file in sorted(pathlib.Path(database, "crates").rglob("RUSTSEC-*.md")):
        text = file.read_text(encoding="utf8")
        head = tomllib.loads(re.match(r"```toml\n(.*?)```", text, re.S)[1])
        title = re.search(r"^# (.+)$", text, re.M)
        yield head["advisory"], head.get("versions", {}), title[1] if title else ""


def hits(database, packages):
    for advisory, versions, title in advisories(database):
        if "withdrawn" in advisory:
            continue
        for found in packages.get(advisory["package"], []):
            safe = versions.get("patched", []) + versions.get("unaffected", [])
            if not any(meets(version(found), requirement) for requirement in safe):
                kind = advisory.get("informational", "vulnerability")
                yield advisory["id"], f"{advisory['package']} {found}", kind, title


def main():
    database, lock = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "Cargo.lock"
    packages = {}
    for package in tomllib.loads(pathlib.Path(lock).read_text())["package"]:
        if "source" in package:
            packages.setdefault(package["name"], []).append(package["version"])
    found = list(hits(database, packages))
    for name, package, kind, title in found:
        print(f"{name}: {package} ({kind}): {title}\n    {KNOWN.get(name, 'NOT KNOWN')}")
    unknown = [name for name, *_ in found if name not in KNOWN]
    if unknown:
        sys.exit(f"mend or explain in scripts/check_advisories.py: {', '.join(unknown)}")
    print(f"{sum(map(len, packages.values()))} packages, {len(found)} known advisories, no other")


main()
