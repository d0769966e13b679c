#!/usr/bin/env python3
"""Checks licences, sources and bans of all dependencies by the lists in deny.toml.

usage: scripts/check_dependencies.py

A small stand-in for `cargo deny check licenses sources bans`, which takes minutes to install.
"""
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def licence_allowed(expression, allowed):
    """Whether an SPDX expression can be met by the allowed licences."""
    parts = re.split(r"(\(|\)|\bAND\b|\bOR\b)", expression.replace("/", " OR "))
    words = {"AND": " and ", "OR": " or ", "(": "(", ")": ")"}
    tokens = [part.strip() for part in parts if part.strip()]
    # Only names, brackets and the two operators are left: nothing foreign is evaluated.
    return eval("".join(words.get(t, str(t in allowed)) for t in tokens))


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text(encoding="utf8"))
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
    metadata = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    packages = json.loads(metadata)["packages"]
    allowed = set(rules["licenses"]["allow"])
    exceptions = {rule["crate"]: set(rule["allow"]) for rule in rules["licenses"].get("exceptions", [])}
    registries = set(rules["sources"]["allow-registry"])
    banned = {ban["crate"]: ban["reason"] for ban in rules["bans"]["deny"]}
    wrong = []
    for package in packages:
        name = f"{package['name']} {package['version']}"
        source = package["source"]
        if not licence_allowed(package["license"] or "none", allowed | exceptions.get(package["name"], set())):
            wrong.append(f"{name}: licence {package['license']} is not allowed")
        if source and source.removeprefix("registry+") not in registries:
            wrong.append(f"{name}: from {source}")
        if package["name"] in banned:
            wrong.append(f"{name}: {banned[package['name']]}")
    print("\n".join(wrong) or f"{len(packages)} packages: licences, sources and bans are as deny.toml says")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
