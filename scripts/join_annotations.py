#!/usr/bin/env python3
"""Joins the stand-off annotations with the texts they were made on, into a corpus that notis can train on.

usage: scripts/join_annotations.py TEXTS [-o FILE] [--annotations FOLDER] [--set NAME ...]
  TEXTS           a folder of JSON Lines, .jsonl or .jsonl.gz, searched recursively; or one such file
  -o              where the corpus goes (standard output)
  --annotations   the folder of .tsv files (data/annotations)
  --set           only these sets: topics-real-train, topics-real-feeds, topics-real-more, topics-real-unsure (all)

A row of the annotations fits a record where the id is the same and the SHA-256 of its `text` (UTF-8) too; where no
record of that id has the hash, any record of that hash will do. Writes the rows in their own order, each
with the record's title, text, lang, date and source, and with `labels`, `mentions` and `doubtful`; an id that comes again
gets `#2` behind it. Says on standard error how many rows have no text, which ids these are (the first ten of a set), and
where the id is there with another text. Exit status: 0, and 2 where nothing fits or something cannot be read.
"""
import argparse
import csv
import gzip
import hashlib
import json
import os
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ["set", "id", "source", "sha256", "about", "mentions", "doubtful", "graded"]
TAKEN = ["title", "text", "lang", "date", "source"]
SHOWN = 10  # missing ids named of a set


class Problem(Exception):
    """What is wrong, where, and what to do."""


def annotations(folder, sets):
    """The rows of every .tsv file of the folder, in the order of names and lines."""
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise Problem(f"{folder} holds no .tsv file; name the folder of the annotations with --annotations")
    rows = [row for path in paths for row in table(path)]
    unknown = set(sets) - {row["set"] for row in rows}
    if unknown:
        raise Problem(f"no row of {folder} is of the set {', '.join(sorted(unknown))}")
    return [row for row in rows if not sets or row["set"] in sets]


def table(path):
    with path.open(encoding="utf8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if reader.fieldnames != COLUMNS:
            raise Problem(f"{path}:1: the columns are to be {' '.join(COLUMNS)}")
        for row in reader:
            if None in row or None in row.values():
                raise Problem(f"{path}:{reader.line_num}: the row does not have {len(COLUMNS)} cells")
            yield row


def files(place):
    """The files of JSON Lines at the place, by path."""
    if place.is_file():
        return [place]
    found = sorted(p for p in place.rglob("*") if p.name.endswith((".jsonl", ".jsonl.gz")) and p.is_file())
    if not found:
        raise Problem(f"{place} holds no .jsonl or .jsonl.gz file; name the folder that has the texts")
    return found


def records(path):
    """The records of a file that have an id and a text."""
    opened = gzip.open if path.name.endswith(".gz") else open
    try:
        with opened(path, "rt", encoding="utf8") as lines:
            for number, line in enumerate(lines, 1):
                record = parsed(line, f"{path}:{number}")
                if record:
                    yield record
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise Problem(f"{path} cannot be read: {error}") from error


def parsed(line, place):
    try:
        record = json.loads(line) if line.strip() else None
    except json.JSONDecodeError as error:
        raise Problem(f"{place}: no JSON: {error}; mend or remove the line") from error
    fits = isinstance(record, dict) and isinstance(record.get("text"), str) and "id" in record
    return record if fits else None


class Texts:
    """The records that some row may want: by id and hash, by hash alone, and the ids met."""

    def __init__(self, place, rows):
        ids, hashes = {row["id"] for row in rows}, {row["sha256"] for row in rows}
        self.exact, self.alike, self.ids = {}, {}, set()
        for path in files(place):
            for record in records(path):
                name, digest = str(record["id"]), sha256(record["text"])
                if name in ids:
                    self.ids.add(name)
                if digest in hashes:
                    self.exact.setdefault((name, digest), record)
                    self.alike.setdefault(digest, record)

    def of(self, row):
        return self.exact.get((row["id"], row["sha256"])) or self.alike.get(row["sha256"])


def sha256(text):
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def joined(row, record, name):
    """A line of the corpus: the record's text under the row's labels."""
    lists = {"labels": "about", "mentions": "mentions", "doubtful": "doubtful"}
    taken = {field: record[field] for field in TAKEN if record.get(field)}
    graded = {} if row["graded"] == "all" else {"graded": listed(row["graded"])}
    return {"id": name, **taken, **{field: listed(row[column]) for field, column in lists.items()}, **graded}


def listed(cell):
    return [topic for topic in cell.split(";") if topic]


def corpus(rows, texts):
    """The lines of the corpus, and the rows without a text."""
    met, lines, missing = Counter(), [], []
    for row in rows:
        record = texts.of(row)
        if record is None:
            missing.append(row)
            continue
        met[row["id"]] += 1
        name = row["id"] if met[row["id"]] == 1 else f"{row['id']}#{met[row['id']]}"
        lines.append(json.dumps(joined(row, record, name), ensure_ascii=False) + "\n")
    return lines, missing


def report(rows, missing, ids):
    """What was found, set by set, for standard error."""
    for name in dict.fromkeys(row["set"] for row in rows):
        absent = [row for row in missing if row["set"] == name]
        count = sum(row["set"] == name for row in rows)
        print(f"{name}: {count - len(absent)} of {count} rows joined", file=sys.stderr)
        for row in absent[:SHOWN]:
            why = "is there with another text" if row["id"] in ids else "is not there"
            print(f"  {row['id']} ({row['source']}) {why}", file=sys.stderr)
        if len(absent) > SHOWN:
            print(f"  … and {len(absent) - SHOWN} more", file=sys.stderr)


def write(lines, output):
    """To standard output, or whole and at once to a file."""
    if output is None:
        sys.stdout.writelines(lines)
        return
    part = output.with_name(output.name + ".part")
    with part.open("w", encoding="utf8", newline="") as file:
        file.writelines(lines)
    os.replace(part, output)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("-o", dest="output", type=Path)
    parser.add_argument("--annotations", type=Path, default=ROOT / "data/annotations")
    parser.add_argument("--set", dest="sets", nargs="*", default=[])
    given = parser.parse_args()
    try:
        rows = annotations(given.annotations, given.sets)
        texts = Texts(given.texts, rows)
        lines, missing = corpus(rows, texts)
        report(rows, missing, texts.ids)
        if not lines:
            raise Problem(f"no text of {given.texts} is one of the annotated; see data/annotations/README.md for where they are")
        write(lines, given.output)
    except (Problem, OSError) as problem:
        sys.exit(print(f"join_annotations: {problem}", file=sys.stderr) or 2)


if __name__ == "__main__":
    main()
