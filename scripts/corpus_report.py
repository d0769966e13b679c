#!/usr/bin/env python3
"""Reports how the starter corpus reads beside real news: openings, lengths, vocabulary, stock phrases, near-duplicates,
and how well a classifier tells ours from theirs.

usage: scripts/corpus_report.py [DATA]     DATA: a folder with narc.jsonl.gz and norquad.jsonl.gz, by default ../shared/data
needs: numpy and scikit-learn

The classifier (logistic regression on TF-IDF of words, or of function words and marks alone) is cross-validated on
passages of 120 words, so that length tells nothing; its AUC is 0.5 where the two cannot be told apart. Function words
and marks show the manner of writing, all words also show what the sets are about.
"""
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline

ROOT = Path(__file__).resolve().parent.parent
PASSAGE = 120
COMMON = 150  # function words and marks: the commonest tokens of both sets


def ours():
    paths = sorted((ROOT / "data/corpus").rglob("*.txt"))
    return [re.sub(r"^ ?date \d{4}-\d\d(-\d\d)? ", "", p.read_text(encoding="utf8")) for p in paths]


def theirs(path):
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return list(dict.fromkeys(json.loads(line)["text"] for line in lines))


def tokens(text):
    return re.findall(r"\w+|[^\w\s]", text.lower())


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 2]


def spread(values):
    return " / ".join(f"{v:.0f}" for v in np.percentile(values, [10, 50, 90]))


def describe(name, texts):
    found = [s for text in texts for s in sentences(text)]
    openings = Counter(" ".join(tokens(s)[:2]) for s in found)
    words = [w for text in texts for w in re.findall(r"[^\W\d_]+", text.lower())]
    sample = words[:40_000]
    top = sum(n for _, n in openings.most_common(20)) / len(found)
    print(f"{name:10} {len(texts):5} articles  words {spread([len(t.split()) for t in texts]):>16}  "
          f"sentence words {spread([len(s.split()) for s in found]):>13}  "
          f"openings: 20 commonest {100 * top:.1f} %, different {100 * len(openings) / len(found):.0f} %  "
          f"types in 40,000 words {len(set(sample))}")


def stock_phrases(texts, size=5, articles=4):
    holders = Counter()
    for text in texts:
        row = re.findall(r"[^\W\d_]+", text.lower())
        holders.update({" ".join(row[i : i + size]) for i in range(len(row) - size + 1)})
    return [(phrase, n) for phrase, n in holders.most_common(20) if n >= articles]


def near_duplicates(texts, size=4, share=0.1):
    runs = []
    for text in texts:
        row = re.findall(r"[^\W_]+", text.lower())
        runs.append({tuple(row[i : i + size]) for i in range(len(row) - size + 1)})
    pairs = ((len(a & b) / max(1, min(len(a), len(b))), i, j) for i, a in enumerate(runs) for j, b in enumerate(runs[:i]))
    return [pair for pair in pairs if pair[0] >= share]


def passages(texts):
    for text in texts:
        row = text.split()
        for at in range(0, len(row) - PASSAGE + 1, PASSAGE):
            yield " ".join(row[at : at + PASSAGE])


def auc(a, b, **features):
    """Area under the curve of «ours or theirs», ten folds by passage; balanced by class weights."""
    texts, truth = a + b, np.array([1] * len(a) + [0] * len(b))
    vectors = TfidfVectorizer(tokenizer=tokens, token_pattern=None, sublinear_tf=True, **features)
    model = make_pipeline(vectors, LogisticRegression(C=10, class_weight="balanced", max_iter=1000))
    folds = StratifiedKFold(10, shuffle=True, random_state=1)
    return roc_auc_score(truth, cross_val_predict(model, texts, truth, cv=folds, method="decision_function"))


def main():
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data"
    mine = ours()
    describe("ours", mine)
    for name in ("narc", "norquad"):
        real = theirs(data / f"{name}.jsonl.gz")
        describe(name, real)
        a, b = list(passages(mine)), list(passages(real))
        common = [t for t, _ in Counter(t for p in a + b for t in set(tokens(p))).most_common(COMMON)]
        print(f"           ours or {name}, {PASSAGE} words: AUC of all words {auc(a, b, min_df=2):.3f}, "
              f"of {COMMON} function words and marks {auc(a, b, vocabulary=common):.3f}")
    print("runs of five words in four or more of our articles:", stock_phrases(mine) or "none")
    print("pairs of our articles that share a tenth of their runs of four words:", near_duplicates(mine) or "none")


if __name__ == "__main__":
    main()
