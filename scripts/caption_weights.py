#!/usr/bin/env python3
"""Finds the weights by which a digest tells captions and other remains of a page: crates/summarizer/src/readable/caption.rs.

    cargo build -p notis-summarizer --example signs
    python scripts/caption_weights.py ../shared/data target/debug/examples/signs

Reads the grades of data/captions.tsv (1: no editor would print this sentence in a digest), and asks the example for
the signs of each body sentence of news of norquad and narc and of the half of press-dev that is for tuning. Weaker examples: the
captions of norquad whose credit is taken away, and as no captions the ungraded sentences. Prints how well the weights found on
four fifths of the articles tell those of the fifth, then the weights found on all. Needs numpy.
"""
import argparse
import csv
import gzip
import hashlib
import json
import pathlib
import re
import subprocess

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent.parent
SIGNS = 32
FOLDS = 5
READ, WEAK, UNREAD = 1.0, 0.5, 0.2
CREDIT = re.compile(r"\s*\(?\b(Foto|FOTO|Arkivfoto|Illustrasjonsfoto|Illustrasjonsbilde|Illustrasjon|ILLUSTRASJON)\s*:.*$")
LONGEST_CAPTION = 450


def rows(folder, name):
    with gzip.open(f"{folder}/{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def digest(sentence):
    return hashlib.sha1(" ".join(sentence.split()).encode()).hexdigest()[:12]


def is_kept(identifier):
    """Articles of norquad that nobody may look at before readers do."""
    used = (HERE / "benches/verdicts/norquad-held-2026-11-28.tsv").read_text(encoding="utf8")
    return hashlib.sha256(identifier.encode()).digest()[0] >= 0xC0 and f"{identifier}\t" not in used


def glued(article):
    title, *rest = [line.strip() for line in article["text"].split("\n") if line.strip()]
    return {"id": article["id"], "title": title, "text": " ".join(rest)}


def without_credits(article):
    """The article in one line, its captions without their credits, and those captions; None where it has none."""
    title, *rest = [line.strip() for line in article["text"].split("\n") if line.strip()]
    found = [(line, CREDIT.search(line) if len(line) < LONGEST_CAPTION else None) for line in rest]
    captions = [line[:credit.start()].strip() for line, credit in found if credit and credit.start() > 8]
    lines = [line[:credit.start()].strip() if credit else line for line, credit in found]
    text = " ".join(line for line in lines if line)
    return ({"id": article["id"], "title": title, "text": text}, captions) if captions else None


def signs(example, articles):
    """For each article its id and its sentences: place, words, signs."""
    asked = "".join(json.dumps({key: a.get(key) for key in ("id", "text", "title")}) + "\n" for a in articles)
    told = subprocess.run([example, "captions"], input=asked, capture_output=True, text=True, check=True).stdout
    for article, line in zip(articles, told.splitlines()):
        text = article["text"].encode()
        for place, (start, end, bits) in enumerate(json.loads(line)["sentences"]):
            yield article["id"], place, text[start:end].decode(), bits


def examples(folder, example, grades):
    """Rows (article, signs, grade, weight, whether read)."""
    norquad = [a for a in rows(folder, "norquad") if "norquad-news" in a["id"] and not is_kept(a["id"])]
    press = sorted(rows(folder, "press-dev"), key=lambda a: a["id"])[0::2]
    narc = [glued(a) for a in rows(folder, "narc") if not any(kind in a["source"] for kind in ("blogg", "nou"))]
    for articles, head, weight in [(list(map(glued, norquad)), 5, UNREAD), (norquad, 5, UNREAD), (press, 0, WEAK), (narc, 0, UNREAD)]:
        for article, place, sentence, bits in signs(example, articles):
            grade = grades.get((article, digest(sentence)))
            if grade is not None:
                yield article, bits, grade, READ, True
            elif place >= head:
                yield article, bits, 0, weight, False
    stripped = list(filter(None, map(without_credits, norquad)))
    captions = {article["id"]: found for article, found in stripped}
    for article, place, sentence, bits in signs(example, [article for article, _ in stripped]):
        grade = grades.get((article, digest(sentence)))
        caption = any(" ".join(sentence.split()) in " ".join(whole.split()) for whole in captions[article])
        if grade is not None or caption or place >= 4:
            yield article, bits, caption if grade is None else grade, READ if grade is not None else WEAK if caption else UNREAD, False


def fit(x, y, weight, ridge=1.0):
    """Logistic weights and, last, the bias, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        w -= np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + penalty, x.T @ (weight * (p - y)) + penalty @ w)
    return w


def odds_on_folds(ids, x, y, weight):
    """The log-odds of each example by weights that were found on the articles of the other folds."""
    fold = np.array([hashlib.sha256(i.encode()).digest()[1] % FOLDS for i in ids])
    odds = np.zeros(len(x))
    for held in range(FOLDS):
        w = fit(x[fold != held], y[fold != held], weight[fold != held])
        odds[fold == held] = x[fold == held] @ w[:-1] + w[-1]
    return odds


def show(w):
    print("WEIGHTS", ", ".join(f"{value:.2f}" for value in w[:-1]), "\nBIAS", f"{w[-1]:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("example")
    options = parser.parse_args()
    with open(HERE / "data/captions.tsv", encoding="utf8") as lines:
        grades = {(row["id"], row["sentence"]): int(row["remains"]) for row in csv.DictReader(lines, delimiter="\t")}
    ids, bits, y, weight, read = zip(*examples(options.data, options.example, grades))
    x = np.array([[b >> sign & 1 for sign in range(SIGNS)] for b in bits], float)
    y, weight, read = np.array(y, float), np.array(weight), np.array(read)
    odds = odds_on_folds(ids, x, y, weight)
    for least in (-0.5, 0.0, 0.5):
        told = odds > least
        print(f"odds over {least}: {told[read & (y == 1)].mean():.1%} of {int((read & (y == 1)).sum())} remains, "
              f"{told[read & (y == 0)].mean():.2%} of {int((read & (y == 0)).sum())} other sentences read, {told[~read & (y == 0)].mean():.2%} of the unread")
    show(fit(x, y, weight))


if __name__ == "__main__":
    main()
