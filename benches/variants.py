#!/usr/bin/env python3
"""What the nb/nn variant map is worth: train on bokmål, classify the nynorsk twins.

Ten folds over the 800 sentence pairs of SIB-200 (train + dev, the same id in both forms). A Complement Naive Bayes on
TF-IDF of notis's stems, stop words left out, is trained on the bokmål sentences of nine folds and asked about both forms of
the tenth, once with the variant map and once without. Nothing is tuned. Stated are the accuracies, their paired
difference with a 95 % bootstrap interval over pairs, and the gain of the map.

Measured on 2026-11-22: with the map 0.671 on bokmål and 0.663 on nynorsk, -0.8 points [-3.4, +1.9]; without it 0.675 and
0.634, -4.2 points [-6.9, -1.5]. The map gains 3.0 points [+1.3, +4.7] on nynorsk.

    cargo build --release -p notis-text --example stems
    python benches/variants.py [--data ../shared/data] [--stems target/release/examples/stems]

Needs scikit-learn. Skips, and says so, where the data is not there.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read(data, form):
    rows = {}
    for split in ("train", "dev"):
        with gzip.open(data / f"sib200-{form}-{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                rows[row["id"].rsplit("-", 1)[1]] = (row["text"], row["labels"][0])
    return rows


def stem(binary, texts, *arguments):
    lines = "\n".join(" ".join(text.split()) for text in texts) + "\n"
    done = subprocess.run([binary, "--content", *arguments], input=lines, capture_output=True, text=True, check=True)
    stems = done.stdout.split("\n")[:-1]
    assert len(stems) == len(texts)
    return np.array(stems)


def folds(bokmal, nynorsk, labels, seed):
    """Whether each held-out sentence was told right, in either form."""
    right = {"nb": np.zeros(len(labels)), "nn": np.zeros(len(labels))}
    for train, test in StratifiedKFold(10, shuffle=True, random_state=seed).split(bokmal, labels):
        split = {"tokenizer": str.split, "token_pattern": None, "lowercase": False}
        model = make_pipeline(TfidfVectorizer(sublinear_tf=True, **split), ComplementNB())
        model.fit(bokmal[train], labels[train])
        right["nb"][test] = model.predict(bokmal[test]) == labels[test]
        right["nn"][test] = model.predict(nynorsk[test]) == labels[test]
    return right


def interval(differences, seed=1, rounds=10_000):
    rng = np.random.default_rng(seed)
    means = [rng.choice(differences, len(differences)).mean() for _ in range(rounds)]
    return np.percentile(means, [2.5, 97.5])


def points(differences):
    low, high = interval(differences)
    return f"{100 * differences.mean():+.2f} points [{100 * low:+.2f}, {100 * high:+.2f}]"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--stems", default=str(ROOT / "target/release/examples/stems"))
    parser.add_argument("--seeds", type=int, default=5, help="shufflings of the folds that are averaged")
    options = parser.parse_args()
    if not (options.data / "sib200-nb-train.jsonl.gz").exists():
        sys.exit(f"skipped: no SIB-200 in {options.data}")
    nb, nn = read(options.data, "nb"), read(options.data, "nn")
    ids = sorted(nb.keys() & nn.keys())
    labels = np.array([nb[i][1] for i in ids])
    print(f"{len(ids)} pairs, 10 folds, {options.seeds} shufflings")
    means = {}
    for name, arguments in (("united", ()), ("apart", ("--apart",))):
        bokmal = stem(options.stems, [nb[i][0] for i in ids], *arguments)
        nynorsk = stem(options.stems, [nn[i][0] for i in ids], *arguments)
        runs = [folds(bokmal, nynorsk, labels, seed) for seed in range(options.seeds)]
        means[name] = {form: np.mean([run[form] for run in runs], axis=0) for form in ("nb", "nn")}
        right = means[name]
        print(f"variants {name:6}  nb {right['nb'].mean():.4f}  nn {right['nn'].mean():.4f}  "
              f"nn - nb {points(right['nn'] - right['nb'])}")
    print(f"gain of the variant map on nn: {points(means['united']['nn'] - means['apart']['nn'])}")


if __name__ == "__main__":
    main()
