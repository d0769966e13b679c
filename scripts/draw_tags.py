#!/usr/bin/env python3
"""Draws tags at random over real text, to be read one by one against the article.

usage: scripts/draw_tags.py DATA SEED [--tags N] [--not FILE ...] [--notis PROGRAM] [--model FILE] [--full]
  DATA     a folder with narc, giella-gov, norec-dev, nor-pvi and the exams (.jsonl.gz)
  SEED     of the draw; the same seed and model give the same tags
  --tags   how many, a quarter from each set (200)
  --not    articles of these earlier draws (this script's output) are passed over: what was looked at to mend the
           model cannot measure it
  --full   prints the whole article, otherwise its opening, what the tag rests on, and some sentences

An article is drawn at most once, none that shares a run of eight words with an exam set, and none that is annotated
(data/annotations): the model has learned from those. Prints a line a tag (number, set, record, topic, probability) and the article below it.
"""
import argparse
import csv
import gzip
import hashlib
import json
import random
import re
import subprocess
from pathlib import Path

SETS = ["narc", "giella-gov", "norec-dev", "nor-pvi"]
EXAMS = ["topics-gold-dev", "topics-real-dev", "press-dev"]
ANNOTATIONS = Path(__file__).resolve().parent.parent / "data/annotations"
RUN = 8  # words
OPENING = 700  # characters
LATER = 4  # sentences shown below the opening


def rows(path):
    """The records of a set, without those of an earlier one's text; an id met before gets its line's number."""
    ids, texts, found = set(), set(), []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for number, row in enumerate(map(json.loads, lines), 1):
            if row["id"] in ids:
                row["id"] += f"#{number}"
            if row["text"] not in texts:
                ids.add(row["id"])
                texts.add(row["text"])
                found.append(row)
    return found


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i:i + RUN])) for i in range(len(words) - RUN + 1)}


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def annotated():
    """The hashes of the texts that the shipped model has learned from."""
    tables = [path.open(encoding="utf8") for path in sorted(ANNOTATIONS.glob("*.tsv"))]
    return {row["sha256"] for table in tables for row in csv.DictReader(table, delimiter="\t")}


def tagged(notis, model, found):
    lines = "\n".join(json.dumps({k: row.get(k) for k in ("id", "title", "text")}) for row in found)
    chosen = ["-m", model] if model else []
    command = [notis, "classify", "-", "--input-format", "jsonl", "--format", "jsonl", "--explain", "--quiet", *chosen]
    out = subprocess.run(command, check=True, input=lines, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line)["topics"] for line in out.splitlines()]


def candidates(given, name, exam):
    """Every (record, tag) of a set but those of texts of the exams and of annotated ones."""
    learned = annotated()
    new = [row for row in rows(given.data / f"{name}.jsonl.gz") if sha256(row["text"]) not in learned]
    found = [row for row in new if exam.isdisjoint(runs(row["text"]))]
    for row, tags in zip(found, tagged(given.notis, given.model, found)):
        yield from ((row, tag) for tag in tags)


def draw(pool, count, seed, taken):
    """`count` tags of different articles in `pool`, none of an article in `taken`, which it enlarges."""
    pool = sorted(pool, key=lambda pair: (pair[0]["id"], pair[1]["topic"]))
    random.Random(seed).shuffle(pool)
    drawn = []
    for row, tag in pool:
        if len(drawn) < count and row["id"] not in taken:
            taken.add(row["id"])
            drawn.append((row, tag))
    return drawn


def excerpt(row, tag):
    """The opening, what the tag rests on with its counts, and later sentences that hold such words."""
    text = re.sub(r"\s+", " ", row["text"])
    words = {e["text"].lower() for e in tag.get("evidence", [])}
    counts = {w: len(re.findall(rf"\b{re.escape(w)}\b", text.lower())) for w in sorted(words)}
    sentences = [s for s in re.split(r"(?<=[.!?]) ", text[OPENING:]) if any(w in s.lower() for w in words)]
    later = sentences[:: max(1, len(sentences) // LATER)][:LATER]
    told = ", ".join(f"{w} {n}" for w, n in counts.items())
    return "\n".join([text[:OPENING], f"  [{told}]", *(f"  … {s[:240]}" for s in later)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--tags", type=int, default=200)
    parser.add_argument("--not", dest="earlier", type=Path, nargs="*", default=[])
    parser.add_argument("--notis", default="target/release/notis")
    parser.add_argument("--model")
    parser.add_argument("--full", action="store_true")
    given = parser.parse_args()
    exam = set().union(*(runs(row["text"]) for name in EXAMS for row in rows(given.data / f"{name}.jsonl.gz")))
    seen = {line.split()[3] for path in given.earlier for line in path.read_text().splitlines() if line[:5] == "#### "}
    number = 0
    for name in SETS:
        pool, taken = list(candidates(given, name, exam)), set(seen)
        for row, tag in draw(pool, given.tags // len(SETS), given.seed, taken):
            number += 1
            print(f"#### {number} {name} {row['id']} {tag['topic']} {tag['probability']:.2f}"
                  f"  {row.get('title', '')}  [{len(row['text'].split())} words]")
            print(row["text"] if given.full else excerpt(row, tag), end="\n\n")


if __name__ == "__main__":
    main()
