#!/usr/bin/env python3
"""Rebuilds crates/text/src/language/forms.tsv: the log-odds of nynorsk for words, letter n-grams and roots.

An L1 logistic regression over the sentences of both forms, each whole and as five words of it. A feature counts once a
passage: `=word`, the letter n-grams (2 to 5) of `^word$`, and `>root` for the longest listed root that a word begins
with. Roots come from the variant map (lists/norwegian/spelling_roots.txt) and from scripts/language_roots.txt; those that the training text
has clearly oftener in one form share one weight, so that a root too rare to be learnt still tells.

Learnt from: Storting sentences, NARC, NTREX, GiellaLT government pages, NorSumm's summaries, NoReC (its form told by
counting «ikkje»/«ikke»), and the starter corpus. Texts of topics-gold-dev are left out, and nothing of SIB-200 is
used: it measures. The threshold is the one that is best on every twentieth sentence, held out.

The table that stands in the repository is, byte for byte, what this script writes (scikit-learn 1.9.1) from the starter
corpus as it was in revision 676c57c, of 718 articles: `git archive 676c57c data/corpus`, unpacked over the working tree's.
A run on another corpus gives another table of the same kind: that of the 791 articles of 2026-11-22 tells 98.6 % of
SIB-200's sentences and 89.9 % of their first five words, the shipped one 98.8 % and 90.2 % (crates/text/tests/forms.rs).
Four recipes were tried: one or two passages a sentence, a cost of 0.25 or 0.5, and two passages without the starter
corpus.

    python scripts/language_forms.py ../shared/data          (scikit-learn; about 2 CPU-minutes)
"""
import csv
import gzip
import json
import pathlib
import random
import re
import sys
from collections import Counter

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = ROOT / "crates/text/src"
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ–«])")
WEIGHT = {"ntrex": 4, "narc": 1.5, "giella-gov": 0.6, "ton-sentences": 0.7, "starter": 2, "norsumm-dev": 3}
LONGEST_ROOT, SHORTEST_ROOT = 12, 4


def rows(data, name):
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def lines_of(text):
    return [line.strip()[:500] for line in text.split("\n") if len(line.split()) >= 5]


def sentences(data, rng):
    """(is nynorsk, sentence, source)"""
    gold = {row["text"][:200] for row in rows(data, "topics-gold-dev")}
    for row in rows(data, "ton-sentences"):
        yield row["lang"] == "nn", row["text"], "ton-sentences"
    for name in ("narc", "ntrex", "giella-gov", "nor-pvi", "norquad"):
        for row in rows(data, name):
            if row["text"][:200] in gold or row.get("lang") not in ("nb", "nn"):
                continue
            lines = lines_of(row["text"])
            if name == "giella-gov":
                # Nynorsk pages are few, so that more is read of each.
                rest = lines[100:400] if row["lang"] == "nn" else []
                rng.shuffle(lines)
                lines = lines[: 100 if row["lang"] == "nn" else 14] + rest
            yield from ((row["lang"] == "nn", line, name) for line in lines)
    for number, row in enumerate(rows(data, "norec-train")):
        if number % 6 == 0 and row["text"][:200] not in gold:
            words = Counter(row["text"].lower().split())
            is_nynorsk = words["ikkje"] + words["eg"] > words["ikke"] + words["jeg"]
            lines = lines_of(row["text"])
            rng.shuffle(lines)
            yield from ((is_nynorsk, line, "norec-train") for line in lines[:5])
    for row in rows(data, "norsumm-dev"):
        for form in ("nb", "nn"):
            for summary in row.get(f"summaries_{form}") or []:
                yield from ((form == "nn", s, "norsumm-dev") for s in SENTENCE_END.split(summary))
    yield from starter_corpus()


def starter_corpus():
    corpus = ROOT / "data/corpus"
    with open(corpus / "labels.tsv", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["lang"] in ("nb", "nn"):
                text = (corpus / f"{row['file']}.txt").read_text(encoding="utf-8")
                for line in text.split("\n"):
                    parts = SENTENCE_END.split(line.strip())
                    yield from ((row["lang"] == "nn", part, "starter") for part in parts if len(part.split()) > 3)


def words(text):
    return [word.lower() for word in WORD.findall(text)]


def roots(examples):
    """The roots that tell nynorsk, and those that tell bokmål."""
    nynorsk, bokmal = set(), set()
    for line in open(TEXT / "lists/norwegian/spelling_roots.txt", encoding="utf-8"):
        if not line.startswith("#"):
            one, other = line.split()
            if one != other:
                nynorsk.add(one)
                bokmal.add(other)
    for line in open(ROOT / "scripts/language_roots.txt", encoding="utf-8"):
        form, _, listed = line.partition(":")
        {"nn": nynorsk, "nb": bokmal}.get(form, set()).update(listed.split())
    candidates = {root for root in nynorsk | bokmal if len(root) >= SHORTEST_ROOT}
    counts, totals = {True: Counter(), False: Counter()}, Counter()
    for form, text, _ in examples:
        for word in words(text):
            totals[form] += 1
            counts[form].update(word[:n] for n in range(SHORTEST_ROOT, LONGEST_ROOT + 1) if word[:n] in candidates)
    tells = {}
    for root in sorted(candidates):
        nn, nb = ((counts[form][root] + 0.3) / totals[form] for form in (True, False))
        unseen = counts[True][root] + counts[False][root] == 0
        if root in nynorsk and (nn > 3 * nb or unseen and root not in bokmal):
            tells[root] = "@nn"
        elif root in bokmal and (nb > 3 * nn or unseen and root not in nynorsk):
            tells[root] = "@nb"
    return tells


def features(text, tells):
    found = []
    for word in words(text):
        bounded = f"^{word}$"
        found.append("=" + word)
        longest = range(min(LONGEST_ROOT, len(word)), SHORTEST_ROOT - 1, -1)
        found.extend([tells[word[:n]] for n in longest if word[:n] in tells][:1])
        for n in (2, 3, 4, 5):
            found.extend(bounded[i : i + n] for i in range(len(bounded) - n + 1))
    return found


def passages(examples, rng, whole):
    """Five words of each sentence – its first as often as any – and, for training, twice, and half of the sentences whole."""
    texts, forms, weights = [], [], []
    for form, text, source in examples:
        cut = text.split()
        taken = [text] if len(cut) <= 6 or (whole and rng.random() < 0.5) else []
        if len(cut) > 6:
            for _ in range((4 if source == "ntrex" else 2) if whole else 1):
                start = rng.randrange(len(cut) - 5) if rng.random() < 0.5 else 0
                taken.append(" ".join(cut[start : start + 5]))
        texts += taken
        forms += [form] * len(taken)
        weights += [WEIGHT.get(source, 1)] * len(taken)
    return texts, np.array(forms), np.array(weights)


def fit(counts, forms, weights, cost, **options):
    model = LogisticRegression(solver="liblinear", C=cost, class_weight="balanced", random_state=1, **options)
    return model.fit(counts, forms, sample_weight=weights)


def best_threshold(scores, forms):
    def balanced(threshold):
        told = scores > threshold
        return (told[forms].mean() + (~told)[~forms].mean()) / 2

    return max(np.arange(-1, 1, 0.02), key=balanced)


def main():
    rng = random.Random(1)
    examples = list(sentences(pathlib.Path(sys.argv[1]), rng))
    tells = roots(examples)
    held = [example for number, example in enumerate(examples) if number % 20 == 0]
    texts, forms, weights = passages([e for n, e in enumerate(examples) if n % 20], rng, whole=True)
    vectorizer = CountVectorizer(analyzer=lambda text: features(text, tells), min_df=8, binary=True, dtype=np.float32)
    counts = vectorizer.fit_transform(texts)
    # A passage that a first model puts firmly in the other form is mislabelled, or a quote.
    scores = fit(counts, forms, None, 0.003, max_iter=15).decision_function(counts)
    keep = ~((scores > 2.5) & ~forms | (scores < -2.5) & forms)
    model = fit(counts[keep], forms[keep], weights[keep], 0.25, penalty="l1", max_iter=25)
    texts, forms, _ = passages(held, rng, whole=False)
    scores = model.decision_function(vectorizer.transform(texts))
    threshold = best_threshold(scores, forms)
    told = scores > threshold
    print(f"{keep.sum()} passages; held out: nn {told[forms].mean():.4f}, nb {(~told)[~forms].mean():.4f}")
    write(vectorizer.vocabulary_, model, threshold, tells)


def write(vocabulary, model, threshold, tells):
    weights = {feature: model.coef_[0][column] for feature, column in vocabulary.items()}
    for root, tell in tells.items():
        weights[">" + root] = weights.get(tell, 0.0)
    with open(TEXT / "language/forms.tsv", "w", encoding="utf-8") as table:
        table.write(f"intercept\t{model.intercept_[0] - threshold:.3f}\n")
        for feature in sorted(weights):
            if abs(weights[feature]) >= 0.02 and not feature.startswith("@"):
                table.write(f"{feature}\t{weights[feature]:.2f}\n")


if __name__ == "__main__":
    main()
