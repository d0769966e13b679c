#!/usr/bin/env python3
"""Checks items of ninjs against the IPTC's published schemas.

usage: notis digest INPUT… --format ninjs [--ninjs 1|2|3] | scripts/check_ninjs.py SCHEMAS

SCHEMAS is the folder `specification` of the IPTC's repository newsinjson, which is not part of this one. Each line of
standard input is held against the schema that it names itself; formats of dates and addresses are checked too. Needs
`pip install 'jsonschema[format]'`.
"""
import json
import sys
from pathlib import Path

from jsonschema.validators import validator_for


def validator(folder, version):
    schema = json.loads((folder / f"ninjs-schema_{version}.json").read_text(encoding="utf8"))
    kind = validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def main():
    folder, validators, items, wrong = Path(sys.argv[1]), {}, 0, 0
    for items, line in enumerate(sys.stdin, 1):
        item = json.loads(line)
        version = (item.get("standard") or item["$standard"])["version"]
        if version not in validators:
            validators[version] = validator(folder, version)
        for error in validators[version].iter_errors(item):
            wrong += 1
            print(f"item {items} ({item.get('uri')}), {'/'.join(map(str, error.path))}: {error.message}")
    print(f"{items} items of ninjs {', '.join(sorted(validators))}, {wrong} mistakes")
    sys.exit(1 if wrong or not items else 0)


if __name__ == "__main__":
    main()
