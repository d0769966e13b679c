#!/usr/bin/env python3
"""Digests of notis beside sumy's LexRank: CPU seconds an article, in the same run.

usage: compare_digests.py NOTIS BENCH ARTICLES.jsonl [--articles 200] [--words 500]
  NOTIS: the binary. BENCH: that of benches/digest.rs, as `cargo bench -p notis --bench digest --no-run` names it.
  ARTICLES: {"id", "text"} a line; texts are joined and cut to exactly --words words an article.
Needs: pip install sumy. sumy is used as its own page shows it, with the parser and the Norwegian stemmer, but for the
tokenizer: that of NLTK wants a download, so sentences are cut at end marks and words at what is no letter or digit. sumy is
timed from text to digest, and so are LexRank and the default method of notis by the bench; the whole process of notis has
start, reading, tagging by topic, names and writing besides.

Measured on 2026-11-22 on one core of two with nothing else running, NoReC-dev, four runs: sumy 104 to 110 articles/s;
LexRank of notis 104 to 125 times that, the default method 96 to 112 times (105 in the middle), the whole process 29 to 32
times (3,140 to 3,400 articles/s). With other programs running sumy loses more: 98 to 143 times.
"""
import gzip, json, os, random, re, resource, subprocess, sys, tempfile, time

from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer


def option(name, default):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


class Tokenizer:
    def to_sentences(self, paragraph):
        return re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ–«])", paragraph)

    def to_words(self, sentence):
        return re.findall(r"[^\W_]+", sentence.lower())


def articles(path, count, words):
    opened = gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8")
    with opened as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    random.Random(1).shuffle(texts)
    pool = " ".join(texts).split()
    assert len(pool) >= count * words, "too little text for so many articles"
    return [" ".join(pool[i * words:(i + 1) * words]) for i in range(count)]


def written(texts, repeat):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8", delete=False) as file:
        for i in range(repeat):
            for j, text in enumerate(texts):
                file.write(json.dumps({"id": f"{i}-{j}", "text": text}, ensure_ascii=False) + "\n")
    return file


def library_seconds(bench, texts):
    file = written(texts, 1)
    out = subprocess.run([bench, file.name], check=True, capture_output=True, text=True).stdout
    os.unlink(file.name)
    return {method: 1 / float(speed) for method, speed in re.findall(r"(\w+) +(\d+) articles/s", out)}


def notis_seconds(binary, texts, repeat):
    file = written(texts, repeat)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    # To a file, as in use: a reader at the other end of a pipe would take its share of the core.
    with tempfile.TemporaryFile() as out:
        subprocess.run([binary, "digest", file.name, "--format", "jsonl", "--threads", "1", "--sentences", "5"],
                       check=True, stdout=out, stderr=subprocess.DEVNULL)
        out.seek(0)
        assert out.read().count(b"\n") == repeat * len(texts), "a digest for every article"
    os.unlink(file.name)
    return (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) / (repeat * len(texts))


def sumy_seconds(texts):
    summarizer = LexRankSummarizer(Stemmer("norwegian"))
    start = time.process_time()
    for text in texts:
        assert summarizer(PlaintextParser.from_string(text, Tokenizer()).document, 5)
    return (time.process_time() - start) / len(texts)


count, words = option("--articles", 200), option("--words", 500)
texts = articles(sys.argv[3], count, words)
theirs = sumy_seconds(texts[:40])
print(f"{'sumy LexRank, text to digest':<36}{1 / theirs:8.1f} articles/s")
ours = {f"{method}, text to digest": each for method, each in library_seconds(sys.argv[2], texts).items()}
ours["notis digest, the whole process"] = notis_seconds(sys.argv[1], texts, 10)
for what, each in ours.items():
    print(f"{what:<36}{1 / each:8.0f} articles/s   {theirs / each:.0f} times sumy")
