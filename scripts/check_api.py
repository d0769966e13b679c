#!/usr/bin/env python3
"""Holds the API against its own description: schemathesis makes requests of it, right ones and wrong ones, and looks whether
the answers are what the description says.

    scripts/check_api.py [--notis target/release/notis] [--cases 1000] [--seed 1] [--only PATTERN]

It is fetched from the package index into a folder of its own, which goes away afterwards. The server has a store, and an
article in it. What fails is printed with the request that makes it fail."""

import argparse, json, os, pathlib, subprocess, sys, tempfile, urllib.request, venv

from check_clients import ROCKET, serving

SCHEMATHESIS = "schemathesis==4.32.5"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notis", default="target/release/notis")
    parser.add_argument("--cases", type=int, default=1000, help="an operation (1000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="the operations whose path has this (a regular expression)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = pathlib.Path(folder, "environment")
        venv.create(environment, with_pip=True)
        pip = [environment / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", SCHEMATHESIS], check=True)
        with serving(given.notis, "--data", str(pathlib.Path(folder, "data"))) as address:
            keep(address, {"id": "rakett", "text": ROCKET})
            sys.exit(check(environment / "bin" / "schemathesis", address, given, folder))


def keep(address, article):
    kind = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/api/v1/articles", json.dumps(article).encode(), kind)
    urllib.request.urlopen(request, timeout=30).close()


# Its cases of coverage cannot be told that a digest has one length, so a right one of these may be refused.
RUNS = [
    ["--phases", "examples,fuzzing,stateful"],
    ["--phases", "coverage", "--exclude-checks", "positive_data_acceptance"],
]


def check(schemathesis, address, given, folder):
    hooks = {"SCHEMATHESIS_HOOKS": "check_api_hooks", "PYTHONPATH": str(pathlib.Path(__file__).parent)}
    command = [schemathesis, "run", f"{address}/api/v1/openapi.json", "--no-color", "--request-timeout", "30"]
    command += ["--max-examples", str(given.cases), "--seed", str(given.seed), "--generation-database", "none"]
    command += ["--include-path-regex", given.only] if given.only else []
    environment = {**os.environ, **hooks}
    return max(subprocess.run(command + run, env=environment, cwd=folder).returncode for run in RUNS)


if __name__ == "__main__":
    main()
