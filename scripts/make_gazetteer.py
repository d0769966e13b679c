#!/usr/bin/env python3
"""Writes models/gazetteer.tsv anew: countries by their Norwegian names, each with its Wikidata id.

usage: scripts/make_gazetteer.py

The ids come with the npm package @rapideditor/country-coder (ISC), the names in bokmål and nynorsk from the Unicode CLDR's
cldr-localenames-full (Unicode-3.0); both are fetched by npm. A few names stand here, below, because no such package has them."""

import json, pathlib, re, subprocess, tarfile, tempfile

OUT = pathlib.Path(__file__).resolve().parent.parent / "models" / "gazetteer.tsv"
PACKAGES = {"codes": "@rapideditor/country-coder@5.6.1", "names": "cldr-localenames-full@48.2.0"}
OWN = [("Oslo", "place", "Q585"), ("Stortinget", "organisation", "Q203079")]
# Codes of what governs no place, and a name of two countries.
ORGANISATIONS, AMBIGUOUS = {"EU", "UN"}, {"Kongo"}
HEAD = "# Name, kind and Wikidata id. Made by scripts/make_gazetteer.py.\n"


def unpacked(package, folder):
    """The files of an npm package."""
    packed = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / packed.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(folder / "out", filter="data")
    return folder / "out" / "package"


def ids(package):
    """The Wikidata id of each country by its code of two letters."""
    source = (package / "dist" / "country-coder.mjs").read_text("utf8")
    found = {}
    for properties in re.findall(r'"?properties"?:\s*\{(.*?)\}', source):
        told = dict(re.findall(r'"?(wikidata|iso1A2)"?:\s*"([^"]+)"', properties))
        if len(told) == 2:
            found[told["iso1A2"]] = told["wikidata"]
    assert len(found) > 240 and found["NO"] == "Q20", found
    return found


def names(package, language):
    """What countries are called: pairs of code and name, other names of a country among them."""
    territories = json.loads((package / "main" / language / "territories.json").read_text("utf8"))
    for code, name in territories["main"][language]["localeDisplayNames"]["territories"].items():
        yield code.split("-")[0], name


def main():
    with tempfile.TemporaryDirectory() as folder:
        folders = {part: pathlib.Path(folder, part) for part in PACKAGES}
        for part, package in PACKAGES.items():
            folders[part].mkdir()
            folders[part] = unpacked(package, folders[part])
        known = ids(folders["codes"])
        told = [pair for language in ("nb", "nn") for pair in names(folders["names"], language)]
        kind = lambda code: "organisation" if code in ORGANISATIONS else "place"
        rows = {(name, kind(code), known[code]) for code, name in told if code in known and name not in AMBIGUOUS}
    OUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in sorted(rows | set(OWN))), "utf8")
    print(f"{OUT}: {len(rows) + len(OWN)} names")


if __name__ == "__main__":
    main()
