#!/usr/bin/env python3
"""What the annotated texts and the views of the words are worth for the shipped topics.

The texts of data/annotations are cut into five folds, the two forms of a story in one; each variant is trained on four of
them (or on as many texts of them as it is allowed, drawn by a hash) beside data/corpus and the definitions, and asked about
the fifth. Stated are micro-averaged precision, recall and F1 of all tags, macro-F1 of the topics with ten positives or more,
and micro-F1 by source and by length in words. Words of the definitions were tuned on these folds, weights and thresholds
never see the fold that is tested.

    cargo build --release && python benches/topic_folds.py ../shared/data [VARIANT…] [--fold 0] [--model-dir E5]

Variants: definitions, own, 500, 1000, 2000, all, real, stems, chars, words, and encoder, which needs a program with the neural
feature (--notis) and the folder of a converted encoder (--model-dir).
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDS = 5
# Of each variant: whether data/corpus is learned from, how many annotated texts (None: all), and the views.
VARIANTS = {
    "definitions": (False, 0, None),
    "own": (True, 0, None),
    "500": (True, 500, None),
    "1000": (True, 1000, None),
    "2000": (True, 2000, None),
    "all": (True, None, None),
    "real": (False, None, None),
    "stems": (True, None, "stems"),
    "chars": (True, None, "chars=4-5"),
    "words": (True, None, "stems,chars=4-5,words=2"),
    "encoder": (True, None, "stems,chars=4-5,e5"),
}
GRADES = {"labels", "mentions", "doubtful", "graded"}


def digest(text):
    return int(hashlib.md5(text.encode()).hexdigest(), 16)


def story(article):
    """The id without its written form: twins are tested together."""
    return re.sub(r"-n[bn]\b", "", article["id"])


def write(path, articles):
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")


def answers(options, variant, articles, fold, folder):
    """The topics that a model of the variant, trained without the fold, gives each article of the fold."""
    own, most, views = VARIANTS[variant]
    training = [a for a in articles if digest(story(a)) % FOLDS != fold]
    drawn = sorted(training, key=lambda a: digest("draw" + story(a)))[:most]
    asked = [{k: v for k, v in a.items() if k not in GRADES} for a in articles if digest(story(a)) % FOLDS == fold]
    write(folder / "training.jsonl", drawn)
    write(folder / "asked.jsonl", asked)
    corpora = [ROOT / "data/corpus"] * own + [folder / "training.jsonl"] * bool(drawn)
    encoder = ["--model-dir", options.model_dir] if variant == "encoder" else []
    features = ["--features", views] if views else []
    model = folder / "model.notis"
    subprocess.run([options.notis, "train", *corpora, "--topics", ROOT / "data/topics.toml", "-o", model, "--quiet", *features,
                    *encoder], check=True)
    done = subprocess.run([options.notis, "classify", folder / "asked.jsonl", "-m", model, "--format", "jsonl", "--quiet",
                           *encoder], check=True, capture_output=True, text=True)
    told = map(json.loads, done.stdout.splitlines())
    return {row["id"]: {topic["topic"] for topic in row["topics"]} for row in told}


def length(article):
    words = len(article["text"].split())
    return "to 80 words" if words < 80 else "to 300" if words < 300 else "longer"


def f1(counts):
    right, wrong, missed = counts
    return 2 * right / max(2 * right + wrong + missed, 1)


def score(articles, given):
    """Right, wrong and missed tags: of all, by topic, by source and by length."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for article in articles:
        if article["id"] not in given:
            continue
        gold, tags = set(article["labels"]), given[article["id"]]
        for topic in gold | tags:
            kind = 0 if topic in gold & tags else 1 if topic in tags else 2
            for group in ("all", ("topic", topic), ("part", article["id"].split("-")[0]), ("part", length(article))):
                counts[group][kind] += 1
    return counts


def tell(variant, counts):
    right, wrong, missed = counts["all"]
    topics = [f1(c) for group, c in counts.items() if group[0] == "topic" and c[0] + c[2] >= 10]
    parts = ", ".join(f"{group[1]} {f1(c):.3f}" for group, c in sorted(counts.items(), key=str) if group[0] == "part")
    print(f"{variant}: precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f}, "
          f"micro-F1 {f1(counts['all']):.3f}, macro-F1 {sum(topics) / len(topics):.3f}; {parts}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("variants", nargs="*", default=[v for v in VARIANTS if v != "encoder"])
    parser.add_argument("--notis", default=ROOT / "target/release/notis")
    parser.add_argument("--fold", type=int, action="append")
    parser.add_argument("--model-dir")
    options = parser.parse_args()
    if unknown := set(options.variants) - set(VARIANTS):
        parser.error(f"no variant: {', '.join(sorted(unknown))}; there are {', '.join(VARIANTS)}")
    if "encoder" in options.variants and not options.model_dir:
        parser.error("the encoder needs --model-dir, the folder that scripts/convert-e5 made")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        subprocess.run([ROOT / "scripts/join_annotations.py", options.data, "-o", folder / "real.jsonl"], check=True)
        articles = [json.loads(line) for line in open(folder / "real.jsonl", encoding="utf-8")]
        for variant in options.variants:
            given = {}
            for fold in options.fold or range(FOLDS):
                given |= answers(options, variant, articles, fold, folder)
            tell(variant, score(articles, given))


if __name__ == "__main__":
    main()
