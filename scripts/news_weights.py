#!/usr/bin/env python3
"""Finds the weights by which a digest of one sentence knows the news: crates/summarizer/src/methods/notis/news.rs.

    cargo build -p notis-summarizer --example signs
    python scripts/news_weights.py ../shared/data target/debug/examples/signs

Reads the choices of data/news_sentences.tsv (by article: the sentence that readers would print alone, and the three that they would
print as a digest, as hashes of the sentences), and asks the example for the signs of the sentences of each article, in one line
and without its headline. The weights make the choices most probable (a softmax over the sentences of an article, McFadden 1974,
with a penalty of PENALTY / 2 on squares). Prints how often the sentence chosen in a fifth of the articles by weights of the other
four is the readers' one, or one of their three, beside the very first sentence; then the weights found on all. Needs numpy.
"""
import argparse
import collections
import csv
import gzip
import hashlib
import json
import pathlib
import subprocess

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent.parent
FOLDS = 5
PENALTY = 3.0
ROUNDS = 30
# The articles of the press are what the program is for, and few.
WEIGHT_OF_PRESS = 2.0
SETS = ["norquad", "narc", "press-dev"]


def articles(folder):
    """The articles of the sets in one line, with their titles apart."""
    for name in SETS:
        with gzip.open(f"{folder}/{name}.jsonl.gz", "rt", encoding="utf8") as lines:
            for row in map(json.loads, lines):
                title, text = row.get("title"), row["text"]
                if name == "norquad":
                    title, _, text = text.strip().partition("\n")
                yield {"id": row["id"], "title": title, "text": " ".join(text.split())}


def choices():
    with open(HERE / "data/news_sentences.tsv", encoding="utf8", newline="") as lines:
        return {row["id"]: (row["news"], row["digest"].split(",")) for row in csv.DictReader(lines, delimiter="\t") if row["reader"] == "a"}


def examples(folder, program):
    """For each article: its id, the signs of its sentences, the index of the chosen one, and those of the three."""
    chosen = choices()
    read = [article for article in articles(folder) if article["id"] in chosen]
    lines = "".join(json.dumps(article) + "\n" for article in read)
    shown = subprocess.run([program, "news"], input=lines, text=True, check=True, capture_output=True).stdout.splitlines()
    for article, line in zip(read, shown):
        text = article["text"].encode()
        sentences = json.loads(line)["sentences"]
        hashes = [hashlib.sha1(" ".join(text[start:end].decode().split()).encode()).hexdigest()[:12] for start, end, _ in sentences]
        news, digest = chosen[article["id"]]
        if news in hashes:
            yield article["id"], np.array([signs for *_, signs in sentences]), hashes.index(news), {i for i, h in enumerate(hashes) if h in digest}


def probabilities(signs, weights):
    scores = signs @ weights
    odds = np.exp(scores - scores.max())
    return odds / odds.sum()


def fit(rows):
    """The weights of the highest penalised likelihood, by Newton's method."""
    size = rows[0][1].shape[1]
    weights = np.zeros(size)
    for _ in range(ROUNDS):
        slope, curve = -PENALTY * weights, PENALTY * np.eye(size)
        for name, signs, news, _ in rows:
            share = WEIGHT_OF_PRESS if is_press(name) else 1.0
            p = probabilities(signs, weights)
            mean = p @ signs
            slope += share * (signs[news] - mean)
            curve += share * ((signs * p[:, None]).T @ signs - np.outer(mean, mean))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def is_press(name):
    return not name.startswith(("narc", "norquad"))


def fold(name):
    return hashlib.md5(name.encode()).digest()[0] % FOLDS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("program")
    options = parser.parse_args()
    rows = list(examples(options.data, options.program))
    found = collections.defaultdict(list)
    for part in range(FOLDS):
        weights = fit([row for row in rows if fold(row[0]) != part])
        for name, signs, news, digest in rows:
            if fold(name) == part:
                best = int(np.argmax(signs @ weights))
                kind = "press" if is_press(name) else name.split("-")[0]
                for key in (kind, "all"):
                    found[key].append((best == news, best in digest, news == 0, 0 in digest))
    for key, hits in sorted(found.items()):
        alone, within, first, first_within = np.mean(hits, axis=0)
        print(f"{key:8} {len(hits):4} articles: the readers' sentence {alone:.3f} (the first {first:.3f}), one of their three {within:.3f} ({first_within:.3f})")
    print("[" + ", ".join(f"{weight:.2f}" for weight in fit(rows)) + "]")


if __name__ == "__main__":
    main()
