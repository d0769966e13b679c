"""scikit-learn, fastText and notis side by side on the same files.

    python benches/compare/compare.py DATA [--notis target/release/notis] [--tasks norec giella] [--systems …]

DATA holds norec-{train,dev}.jsonl.gz and giella-gov.jsonl.gz. Needs scikit-learn and fasttext-wheel. Each system runs in
a process of its own; CPU seconds are user + system time of training, reading included (of notis: `train`; of the others:
reading, vectorising and fitting).

norec: newspaper group of 34,749 reviews, exclusive; accuracy on dev. giella: topics of government pages, several or none
each; only labels that name a ministry or a kind of document, 30 or more each (LABELS); five folds; thresholds of all
systems are set on inner folds of the training part.
"""
import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

LABELS = (
    "ad fad lmd kud krd fin smk fkd fd kd bld ud jd hod md sd "
    "pressesenter/pressemeldinger dok/regpubl dok/lover_regler tema aktuelt"
).split()
FOLDS = 5
MACHINE = "2 cores"


def records(path):
    with gzip.open(path, "rt") as lines:
        yield from map(json.loads, lines)


def text_of(record):
    title = record.get("title") or ""
    return title + "\n" + record["text"] if title else record["text"]


def cpu_seconds(who=resource.RUSAGE_SELF):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


# --- NoReC: one of eight -------------------------------------------------------------------------------------------


def norec_sklearn(data, longest, classifier):
    from sklearn.feature_extraction.text import TfidfVectorizer

    train = list(records(data / "norec-train.jsonl.gz"))
    vectorizer = TfidfVectorizer(ngram_range=(1, longest), sublinear_tf=True, min_df=2)
    rows = vectorizer.fit_transform(record["text"] for record in train)
    model = classifier().fit(rows, [record["labels"][0] for record in train])
    spent = cpu_seconds()
    dev = list(records(data / "norec-dev.jsonl.gz"))
    found = model.predict(vectorizer.transform(record["text"] for record in dev))
    return np.mean([a == record["labels"][0] for a, record in zip(found, dev)]), spent


def norec_linear_svc(data):
    from sklearn.svm import LinearSVC

    return norec_sklearn(data, 2, LinearSVC)


def norec_linear_svc_words(data):
    from sklearn.svm import LinearSVC

    return norec_sklearn(data, 1, LinearSVC)


def norec_sgd(data):
    from sklearn.linear_model import SGDClassifier

    return norec_sklearn(data, 2, SGDClassifier)


def fasttext_line(labels, text):
    return " ".join(["__label__" + label for label in labels] + text.lower().split()) + "\n"


def norec_fasttext(data):
    import fasttext

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "train.txt"
        with open(path, "w") as out:
            for record in records(data / "norec-train.jsonl.gz"):
                out.write(fasttext_line(record["labels"], record["text"]))
        model = fasttext.train_supervised(str(path), wordNgrams=2, thread=1, verbose=0)
        spent = cpu_seconds()
    hits = []
    for record in records(data / "norec-dev.jsonl.gz"):
        found = model.f.predict(" ".join(record["text"].lower().split()) + "\n", 1, 0.0, "strict")
        hits.append(found[0][1] == "__label__" + record["labels"][0])
    return np.mean(hits), spent


def norec_notis(data, binary):
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "norec.notis"
        train = [binary, "train", data / "norec-train.jsonl.gz", "-o", model, "--exclusive", "--learner", "svm"]
        subprocess.run([*train, "--no-calibrate", "--quiet"], check=True)
        spent = cpu_seconds(resource.RUSAGE_CHILDREN)
        found = classify(binary, model, data / "norec-dev.jsonl.gz")
    truth = {record["id"]: record["labels"][0] for record in records(data / "norec-dev.jsonl.gz")}
    return np.mean([found[name] == [label] for name, label in truth.items()]), spent


def classify(binary, model, path):
    command = [binary, "classify", path, "-m", model, "--format", "jsonl", "--quiet"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    answers = map(json.loads, lines)
    return {answer["id"]: [topic["topic"] for topic in answer["topics"]] for answer in answers}


# --- Giella: several or none ---------------------------------------------------------------------------------------


def giella(data):
    kept = list(records(data / "giella-gov.jsonl.gz"))
    truth = np.array([[label in record["labels"] for label in LABELS] for record in kept])
    fold_of = np.random.default_rng(0).permutation(len(kept)) % FOLDS
    return kept, truth, fold_of


def f1_scores(tagged, truth):
    hits, wrong, missed = (tagged & truth).sum(0), (tagged & ~truth).sum(0), (~tagged & truth).sum(0)
    micro = 2 * hits.sum() / (2 * hits.sum() + wrong.sum() + missed.sum())
    return micro, np.mean(2 * hits / np.maximum(2 * hits + wrong + missed, 1))


def best_threshold(scores, truth):
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(scores) + 1) + truth.sum())
    return scores[order[np.argmax(f1)]]


def folded_thresholds(score, rows, truth):
    """A threshold a label, set on scores of rows that the scoring model had not seen. `score(fit, held)` gives them."""
    fold = np.random.default_rng(1).permutation(len(rows)) % FOLDS
    scores = np.zeros(truth.shape)
    for inner in range(FOLDS):
        scores[fold == inner] = score(rows[fold != inner], rows[fold == inner])
    return np.array([best_threshold(scores[:, label], truth[:, label]) for label in range(truth.shape[1])])


def giella_folds(data, score):
    kept, truth, fold_of = giella(data)
    tagged = np.zeros_like(truth)
    for fold in range(FOLDS):
        train, test = np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
        of = score(kept, truth)
        thresholds = folded_thresholds(of, train, truth[train])
        tagged[test] = of(train, test) >= thresholds
    micro, macro = f1_scores(tagged, truth)
    return f"micro {micro:.4f} macro {macro:.4f}", cpu_seconds()


def giella_linear_svc(data):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.svm import LinearSVC

    def score(kept, truth):
        texts = np.array([text_of(record) for record in kept], dtype=object)

        def of(fit, held):
            vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
            model = OneVsRestClassifier(LinearSVC()).fit(vectorizer.fit_transform(texts[fit]), truth[fit].astype(int))
            return model.decision_function(vectorizer.transform(texts[held]))

        return of

    return giella_folds(data, score)


def giella_fasttext(data):
    import fasttext

    def score(kept, truth):
        texts = [" ".join(text_of(record).lower().split()) for record in kept]

        def of(fit, held):
            with tempfile.NamedTemporaryFile("w", suffix=".txt") as out:
                for row in fit:
                    labels = [f"__label__{label}" for label in np.flatnonzero(truth[row])]
                    if labels:
                        out.write(" ".join([*labels, texts[row]]) + "\n")
                out.flush()
                model = fasttext.train_supervised(out.name, loss="ova", wordNgrams=2, epoch=25, lr=0.5, thread=1, verbose=0)
            scores = np.zeros((len(held), len(LABELS)))
            for at, row in enumerate(held):
                for probability, label in model.f.predict(texts[row] + "\n", -1, 0.0, "strict"):
                    scores[at, int(label.removeprefix("__label__"))] = probability
            return scores

        return of

    return giella_folds(data, score)


def giella_notis(data, binary):
    kept, truth, fold_of = giella(data)
    tagged = np.zeros_like(truth)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for fold in range(FOLDS):
            for name, rows in (("train", fold_of != fold), ("test", fold_of == fold)):
                with open(folder / f"{name}.jsonl", "w") as out:
                    for row in np.flatnonzero(rows):
                        record = {"id": str(row), "title": kept[row].get("title"), "text": kept[row]["text"]}
                        if name == "train":
                            record["labels"] = [label for label, about in zip(LABELS, truth[row]) if about]
                        out.write(json.dumps(record, ensure_ascii=False) + "\n")
            model = folder / "giella.notis"
            command = [binary, "train", folder / "train.jsonl", "-o", model, "--learner", "svm", "--quiet"]
            subprocess.run(command, check=True)
            for name, topics in classify(binary, model, folder / "test.jsonl").items():
                tagged[int(name)] = [label in topics for label in LABELS]
    micro, macro = f1_scores(tagged, truth)
    return f"micro {micro:.4f} macro {macro:.4f}", cpu_seconds(resource.RUSAGE_CHILDREN)


SYSTEMS = {
    "norec": {
        "scikit-learn LinearSVC, words": norec_linear_svc_words,
        "scikit-learn LinearSVC, words 1-2": norec_linear_svc,
        "scikit-learn SGD, words 1-2": norec_sgd,
        "fastText, words 1-2": norec_fasttext,
        "notis svm": norec_notis,
    },
    "giella": {
        "scikit-learn LinearSVC, words 1-2": giella_linear_svc,
        "fastText ova, words 1-2": giella_fasttext,
        "notis svm": giella_notis,
    },
}


def run_here(task, system, data, binary):
    measure = SYSTEMS[task][system]
    score, spent = measure(data, binary) if system.startswith("notis") else measure(data)
    score = score if isinstance(score, str) else f"accuracy {score:.4f}"
    print(f"| {task} | {system} | {score} | {spent:.1f} |", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--notis", default="target/release/notis")
    arguments.add_argument("--tasks", nargs="+", default=list(SYSTEMS))
    arguments.add_argument("--one", nargs=2, metavar=("TASK", "SYSTEM"), help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.one:
        return run_here(*options.one, options.data, options.notis)
    print(f"Machine: {MACHINE}.\n\n| task | system | score | CPU s |\n|---|---|---|---|", flush=True)
    for task in options.tasks:
        for system in SYSTEMS[task]:
            again = [sys.executable, __file__, str(options.data), "--notis", options.notis, "--one", task, system]
            subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
