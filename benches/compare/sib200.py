"""SIB-200: notis `--learner auto` beside a scikit-learn grid, ten-fold cross-validation, both choosing inside the folds.

    python benches/compare/sib200.py DATA [--notis target/release/notis] [--folds 10] [--forms nb nn]

DATA holds sib200-{nb,nn}-{train,dev}.jsonl.gz. Train and dev are joined (800 sentences a form). The grid: word 1-, word
1-2-, character 3-5-grams within words and both together, raw or sublinear counts, each with Multinomial NB, Complement
NB, LinearSVC and logistic regression at the parameters below, chosen by five inner folds. Prints the accuracy of both a
form, and the paired difference with a 95 % bootstrap interval over sentences.
"""
import argparse
import gzip
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB, MultinomialNB
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC


def load(data, form):
    texts, labels = [], []
    for part in ("train", "dev"):
        with gzip.open(data / f"sib200-{form}-{part}.jsonl.gz", "rt") as lines:
            for record in map(json.loads, lines):
                texts.append(record["text"])
                labels.append(record["labels"][0])
    return np.array(texts, dtype=object), np.array(labels)


def vectorizers():
    for sublinear in (False, True):
        def words(longest):
            return TfidfVectorizer(ngram_range=(1, longest), sublinear_tf=sublinear)

        def letters():
            return TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=sublinear)

        yield words(1)
        yield words(2)
        yield letters()
        yield FeatureUnion([("words", words(2)), ("letters", letters())])


def learners():
    for alpha in (0.01, 0.03, 0.1, 0.3, 1.0):
        yield MultinomialNB(alpha=alpha)
        yield ComplementNB(alpha=alpha)
    for cost in (0.1, 0.3, 1.0, 3.0, 10.0):
        yield LinearSVC(C=cost)
    for cost in (1.0, 10.0, 100.0):
        yield OneVsRestClassifier(LogisticRegression(C=cost, solver="liblinear"))


def grid(texts, labels, train, test):
    """Hits of the best of the grid, chosen by inner folds of `train`."""
    inner = list(StratifiedKFold(5, shuffle=True, random_state=1).split(texts[train], labels[train]))
    best = (-1, None)
    for vectorizer in vectorizers():
        parts = []
        for fit, held in inner:
            rows = vectorizer.fit_transform(texts[train][fit])
            parts.append((rows, vectorizer.transform(texts[train][held]), labels[train][fit], labels[train][held]))
        for learner in learners():
            score = sum((learner.fit(a, la).predict(b) == lb).sum() for a, b, la, lb in parts)
            best = max(best, (score, (vectorizer, learner)), key=lambda pair: pair[0])
    vectorizer, learner = best[1]
    learner.fit(vectorizer.fit_transform(texts[train]), labels[train])
    return learner.predict(vectorizer.transform(texts[test])) == labels[test]


def notis(binary, texts, labels, train, test):
    """Hits of `notis train --exclusive --learner auto`."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, rows in (("train", train), ("test", test)):
            with open(folder / f"{name}.jsonl", "w") as out:
                for row in rows:
                    record = {"id": str(row), "text": texts[row]}
                    if name == "train":
                        record["labels"] = [labels[row]]
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")
        model = folder / "model.notis"
        command = [binary, "train", folder / "train.jsonl", "-o", model, "--exclusive", "--learner", "auto", "--quiet"]
        subprocess.run(command, check=True)
        command = [binary, "classify", folder / "test.jsonl", "-m", model, "--format", "jsonl", "--quiet"]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    found = [[topic["topic"] for topic in json.loads(line)["topics"]] for line in lines]
    return np.array([bool(tags) and tags[0] == label for tags, label in zip(found, labels[test])])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--notis", default="target/release/notis")
    arguments.add_argument("--folds", type=int, default=10)
    arguments.add_argument("--forms", nargs="+", default=["nb", "nn"])
    arguments.add_argument("--only", choices=["grid", "notis"])
    arguments.add_argument("--keep", type=Path, help="a folder to keep each side's hits in, and to take them from")
    options = arguments.parse_args()
    sides = {"grid": grid, "notis": lambda *rest: notis(options.notis, *rest)}
    differences = []
    for form in options.forms:
        texts, labels = load(options.data, form)
        hits = {}
        for name, side in sides.items():
            kept = options.keep and options.keep / f"{name}-{form}.npy"
            if kept and kept.exists():
                hits[name] = np.load(kept)
            elif options.only in (None, name):
                hits[name] = np.zeros(len(labels), dtype=bool)
                for train, test in StratifiedKFold(options.folds, shuffle=True, random_state=0).split(texts, labels):
                    hits[name][test] = side(texts, labels, train, test)
                if kept:
                    np.save(kept, hits[name])
            if name in hits:
                print(f"{form} {name} {hits[name].mean():.4f}", flush=True)
        if len(hits) == 2:
            differences.append(hits["notis"].astype(float) - hits["grid"])
    if differences:
        difference = np.concatenate(differences)
        draws = np.random.default_rng(0).choice(difference, (5000, len(difference))).mean(axis=1)
        low, high = np.percentile(draws, [2.5, 97.5])
        print(f"notis - grid {100 * difference.mean():+.2f} points, 95 % [{100 * low:+.2f}, {100 * high:+.2f}]")


if __name__ == "__main__":
    main()
