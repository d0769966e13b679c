"""The crates that notis is made of: scripts/licences.py [--check | --sbom]

Writes THIRD_PARTY.md, every crate of others with its licence, by the build that it is in; `--check` only compares it.
`--sbom` prints a bill of materials of the program `notis` in CycloneDX 1.5, with the checksums of Cargo.lock. Build scripts
and macros count, development dependencies do not.
"""

import json, pathlib, subprocess, sys, tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = ROOT / "THIRD_PARTY.md"
HEAD = """# Crates of others

What `Cargo.lock` holds, without what only tests need (`python3 scripts/licences.py` writes this file, `.ci/run` compares it).
Licences as each crate states them; those that are allowed stand in `deny.toml`. The texts of the licences lie in the crates'
sources, which `cargo vendor` collects.
"""


def metadata(features=()):
    command = ["cargo", "metadata", "--locked", "--format-version", "1", *features]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def reached(resolved, roots):
    """Packages that these are built from."""
    nodes = {node["id"]: node for node in resolved["resolve"]["nodes"]}
    found, waiting = set(), list(roots)
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        for dependency in nodes[at]["deps"]:
            if any(kind["kind"] != "dev" for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])
    return found


def roots(resolved, *names):
    return [package["id"] for package in resolved["packages"] if package["name"] in names and package["source"] is None]


def builds():
    """Each build with the crates of others that no build before it has."""
    plain, full = metadata(), metadata(["--all-features"])
    parts = [
        ("The program `notis`", plain, ("notis-cli",)),
        ("The Python package, beside those", plain, ("notis-python",)),
        ("With every feature, the neural build among them, beside those", full, ("notis-cli", "notis-neural", "notis-python")),
    ]
    known = set()
    for title, resolved, names in parts:
        ids = reached(resolved, roots(resolved, *names))
        packages = {(p["name"], p["version"]): p for p in resolved["packages"] if p["id"] in ids and p["source"]}
        yield title, {key: package for key, package in sorted(packages.items()) if key not in known}
        known |= packages.keys()


def page():
    out = [HEAD]
    for title, packages in builds():
        out.append(f"\n## {title}: {len(packages)}\n\n| crate | version | licence |\n|---|---|---|")
        for (name, version), package in packages.items():
            licence = package["license"] or package["license_file"] or "none stated"
            out.append(f"| [{name}]({package['repository'] or 'https://crates.io/crates/' + name}) | {version} | {licence} |")
    return "\n".join(out) + "\n"


def sbom():
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    sums = {(p["name"], p["version"]): p.get("checksum") for p in lock["package"]}
    _, packages = next(builds())
    components = [
        {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:cargo/{name}@{version}",
            "licenses": [{"expression": package["license"].replace("/", " OR ")}] if package["license"] else [],
            "hashes": [{"alg": "SHA-256", "content": sums[name, version]}],
        }
        for (name, version), package in packages.items()
    ]
    own = next(p for p in lock["package"] if p["name"] == "notis-cli")
    program = {"type": "application", "name": "notis", "version": own["version"], "purl": f"pkg:cargo/notis-cli@{own['version']}"}
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": program}, "components": components}


def main():
    if "--sbom" in sys.argv:
        print(json.dumps(sbom(), indent=1))
    elif "--check" in sys.argv:
        if not FILE.exists() or FILE.read_text(encoding="utf8") != page():
            sys.exit("THIRD_PARTY.md is not what Cargo.lock holds; run python3 scripts/licences.py")
        print("THIRD_PARTY.md lists what Cargo.lock holds")
    else:
        FILE.write_text(page(), encoding="utf8")


main()
