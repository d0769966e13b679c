"""scikit-learn, fastText and notis side by side on the same files.

    python benches/compare/compare.py DATA [--notis target/release/notis] [--tasks norec giella] [--keep FOLDER]

DATA holds norec-{train,dev}.jsonl.gz and giella-gov.jsonl.gz. Needs scikit-learn and fasttext-wheel. Each system runs in
a process of its own; CPU seconds are user + system time of training, reading included (of notis: `train`; of the others:
reading, vectorising and fitting, without the time that Python takes to import them). Beside each rival stands by how many
points the first notis of the table is ahead of it, with the 95 % interval of a paired bootstrap over articles. `--keep`
leaves each system's answers in a folder and takes from there what it finds.

norec: newspaper group of 34,749 reviews, exclusive; accuracy on dev. The calibration of notis is timed apart. The grid of
fastText is cut to what runs in minutes: rate and epochs of words 1-2, and words with letters 3-5 once; 50 dimensions.

giella: topics of 4,033 government pages, several or none each; only labels that name a ministry or a kind of document, 30
or more each (LABELS); five folds, F1 of all held-out pages together. Thresholds are set within the training part: by
scikit-learn and notis on five inner folds, by fastText, which is slower, on a held-out fifth. CPU seconds are those of the
whole cross-validation. The views and the cost that notis takes were chosen on inner folds of the first fold's training
part.
"""
import argparse
import functools
import gzip
import json
import random
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


def norec_sklearn(longest, classifier, data):
    from sklearn.feature_extraction.text import TfidfVectorizer

    imported = cpu_seconds()
    train = list(records(data / "norec-train.jsonl.gz"))
    vectorizer = TfidfVectorizer(ngram_range=(1, longest), sublinear_tf=True, min_df=2)
    rows = vectorizer.fit_transform(record["text"] for record in train)
    model = classifier.fit(rows, [record["labels"][0] for record in train])
    spent = cpu_seconds() - imported
    dev = list(records(data / "norec-dev.jsonl.gz"))
    found = model.predict(vectorizer.transform(record["text"] for record in dev))
    return np.array([a == record["labels"][0] for a, record in zip(found, dev)]), spent


def norec_linear_svc(longest, data):
    from sklearn.svm import LinearSVC

    return norec_sklearn(longest, LinearSVC(), data)


def norec_sgd(alpha, data):
    from sklearn.linear_model import SGDClassifier

    return norec_sklearn(2, SGDClassifier(alpha=alpha, random_state=0), data)


def fasttext_line(labels, text):
    return " ".join(["__label__" + label for label in labels] + text.lower().split()) + "\n"


def norec_fasttext(options, data):
    """fastText reads its file in order, and the reviews come newspaper by newspaper; so they are shuffled for it."""
    import fasttext

    imported = cpu_seconds()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "train.txt"
        lines = [fasttext_line(record["labels"], record["text"]) for record in records(data / "norec-train.jsonl.gz")]
        random.Random(0).shuffle(lines)
        path.write_text("".join(lines))
        model = fasttext.train_supervised(str(path), dim=50, thread=1, verbose=0, **options)
        spent = cpu_seconds() - imported
    hits = []
    for record in records(data / "norec-dev.jsonl.gz"):
        found = model.f.predict(" ".join(record["text"].lower().split()) + "\n", 1, 0.0, "strict")
        hits.append(found[0][1] == "__label__" + record["labels"][0])
    return np.array(hits), spent


def norec_notis(flags, data, binary):
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "norec.notis"
        train = [binary, "train", data / "norec-train.jsonl.gz", "-o", model, "--exclusive", "--learner", "svm"]
        subprocess.run([*train, *flags, "--quiet"], check=True)
        spent = cpu_seconds(resource.RUSAGE_CHILDREN)
        found = classify(binary, model, data / "norec-dev.jsonl.gz")
    truth = {record["id"]: record["labels"][0] for record in records(data / "norec-dev.jsonl.gz")}
    return np.array([found[name] == [label] for name, label in truth.items()]), spent


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


def giella_folds(data, score, inner):
    """`score(fit, held)` gives the scores of held-out rows; `inner` of five inner folds set the thresholds."""
    kept, truth, fold_of = giella(data)
    tagged = np.zeros_like(truth)
    imported = cpu_seconds()
    for fold in range(FOLDS):
        train, test = np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
        of = score(kept, truth, train, test)
        inner_of = np.random.default_rng(1).permutation(len(train)) % FOLDS
        held = [of(train[inner_of != part], train[inner_of == part]) for part in range(inner)]
        about = [truth[train[inner_of == part]] for part in range(inner)]
        columns = zip(np.concatenate(held).T, np.concatenate(about).T)
        tagged[test] = of(train, test) >= [best_threshold(*column) for column in columns]
    return np.stack([tagged, truth]), cpu_seconds() - imported


def giella_linear_svc(data):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.svm import LinearSVC

    def score(kept, truth, train, test):
        texts = np.array([text_of(record) for record in kept], dtype=object)
        vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2).fit(texts[train])
        rows = vectorizer.transform(texts)

        def of(fit, held):
            return OneVsRestClassifier(LinearSVC()).fit(rows[fit], truth[fit].astype(int)).decision_function(rows[held])

        return of

    return giella_folds(data, score, FOLDS)


def giella_fasttext(options, data):
    import fasttext

    def score(kept, truth, train, test):
        texts = [" ".join(text_of(record).lower().split()) for record in kept]

        def of(fit, held):
            with tempfile.NamedTemporaryFile("w", suffix=".txt") as out:
                for row in fit:
                    labels = [f"__label__{label}" for label in np.flatnonzero(truth[row])]
                    if labels:
                        out.write(" ".join([*labels, texts[row]]) + "\n")
                out.flush()
                model = fasttext.train_supervised(out.name, loss="ova", dim=50, thread=1, verbose=0, **options)
            scores = np.zeros((len(held), len(LABELS)))
            for at, row in enumerate(held):
                for probability, label in model.f.predict(texts[row] + "\n", -1, 0.0, "strict"):
                    scores[at, int(label.removeprefix("__label__"))] = probability
            return scores

        return of

    return giella_folds(data, score, 1)


def giella_notis(learner, data, binary):
    kept, truth, fold_of = giella(data)
    tagged, spent = np.zeros_like(truth), 0
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
            command = [binary, "train", folder / "train.jsonl", "-o", model, "--learner", learner, "--quiet"]
            before = cpu_seconds(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True)
            spent += cpu_seconds(resource.RUSAGE_CHILDREN) - before
            for name, topics in classify(binary, model, folder / "test.jsonl").items():
                tagged[int(name)] = [label in topics for label in LABELS]
    return np.stack([tagged, truth]), spent


# --- The table -----------------------------------------------------------------------------------------------------


with_options = functools.partial
SYSTEMS = {
    "norec": {
        "notis svm, --no-calibrate": with_options(norec_notis, ["--no-calibrate"]),
        "notis svm": with_options(norec_notis, []),
        "scikit-learn LinearSVC, words": with_options(norec_linear_svc, 1),
        "scikit-learn LinearSVC, words 1–2": with_options(norec_linear_svc, 2),
        "scikit-learn SGD, words 1–2, alpha 1e-5": with_options(norec_sgd, 1e-5),
        "scikit-learn SGD, words 1–2, alpha 1e-6": with_options(norec_sgd, 1e-6),
        "fastText, words 1–2, lr 1, 5 epochs": with_options(norec_fasttext, {"wordNgrams": 2, "lr": 1.0}),
        "fastText, words 1–2, lr 1, 15 epochs": with_options(
            norec_fasttext, {"wordNgrams": 2, "lr": 1.0, "epoch": 15}
        ),
        "fastText, words and letters 3–5, lr 0.5, 5 epochs": with_options(
            norec_fasttext, {"minn": 3, "maxn": 5, "lr": 0.5}
        ),
    },
    "giella": {
        "notis svm": with_options(giella_notis, "svm"),
        "notis auto": with_options(giella_notis, "auto"),
        "scikit-learn LinearSVC, words 1–2": giella_linear_svc,
        "fastText ova, words 1–2, lr 1, 10 epochs": with_options(
            giella_fasttext, {"wordNgrams": 2, "lr": 1.0, "epoch": 10}
        ),
    },
}


def scores(task, answers):
    """What is compared, in points: the accuracy of hits, or micro- and macro-F1 of tags beside the truth."""
    return 100 * np.array([answers.mean()] if task == "norec" else f1_scores(*answers))


def ahead(task, ours, theirs):
    """By how many points `ours` is ahead, with a 95 % interval, a score each."""
    rng = np.random.default_rng(0)
    rows = ours.shape[-1] if task == "norec" else ours.shape[1]
    of = (lambda answers, at: answers[at]) if task == "norec" else (lambda answers, at: answers[:, at])
    draws = [rng.integers(rows, size=rows) for _ in range(1000)]
    differences = np.array([scores(task, of(ours, at)) - scores(task, of(theirs, at)) for at in draws])
    mean = scores(task, ours) - scores(task, theirs)
    bounds = zip(mean, *np.percentile(differences, [2.5, 97.5], axis=0))
    return ", ".join(f"{mean:+.1f} [{low:+.1f}, {high:+.1f}]" for mean, low, high in bounds)


def measure(task, system, options):
    """Leaves the answers and the CPU seconds of a system in the folder, unless they are there."""
    kept = options.keep / f"{task} {system}.npz"
    if not kept.exists():
        run = SYSTEMS[task][system]
        answers, spent = run(options.data, options.notis) if system.startswith("notis") else run(options.data)
        np.savez_compressed(kept, answers=answers, spent=spent)


def told(task, system, first, options):
    """A system's line of the table."""
    with np.load(options.keep / f"{task} {system}.npz") as kept:
        answers, spent = kept["answers"], kept["spent"]
    with np.load(options.keep / f"{task} {first}.npz") as kept:
        difference = "" if system == first else ahead(task, kept["answers"], answers)
    score = ", ".join(f"{score:.2f}" for score in scores(task, answers))
    return f"| {task} | {system} | {score} | {spent:.1f} | {difference} |"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--notis", default="target/release/notis")
    arguments.add_argument("--tasks", nargs="+", default=list(SYSTEMS))
    arguments.add_argument("--keep", type=Path, help="a folder to keep each system's answers in, and to take them from")
    arguments.add_argument("--one", nargs=2, metavar=("TASK", "SYSTEM"), help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.one:
        measure(*options.one, options)
        return
    with tempfile.TemporaryDirectory() as folder:
        options.keep = options.keep or Path(folder)
        print("| task | system | score | CPU s | notis ahead by |\n|---|---|---|---|---|", flush=True)
        for task in options.tasks:
            first = next(iter(SYSTEMS[task]))
            for system in SYSTEMS[task]:
                one = [options.data, "--notis", options.notis, "--keep", options.keep, "--one", task, system]
                subprocess.run([sys.executable, __file__, *one], check=True)
                print(told(task, system, first, options), flush=True)


if __name__ == "__main__":
    main()
