#!/usr/bin/env python3
"""Digests of notis beside sumy's LexRank: CPU seconds an article, in the same run.

usage: compare_digests.py NOTIS ARTICLES.jsonl [--articles 200] [--words 500]
  NOTIS: the binary. ARTICLES: {"id", "text"} a line; texts are joined and cut to exactly --words words an article.
Needs: pip install sumy (its tokenizer needs no download here: sentences are cut at end marks, words at white space).
sumy is timed on the digests alone; notis on the whole process: start, reading, tagging by topic, names and writing included.
"""
import gzip, json, os, random, re, resource, subprocess, sys, tempfile, time

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer


def option(name, default):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


class Words:
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


def notis_seconds(binary, texts, repeat):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8", delete=False) as file:
        for i in range(repeat):
            for j, text in enumerate(texts):
                file.write(json.dumps({"id": f"{i}-{j}", "text": text}, ensure_ascii=False) + "\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    out = subprocess.run([binary, "digest", file.name, "--format", "jsonl", "--threads", "1", "--sentences", "5"],
                         check=True, capture_output=True).stdout
    assert out.count(b"\n") == repeat * len(texts), "a digest for every article"
    os.unlink(file.name)
    return (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) / (repeat * len(texts))


def sumy_seconds(texts):
    summarizer = LexRankSummarizer()
    start = time.process_time()
    for text in texts:
        sentences = [Sentence(s, Words()) for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ–«])", text)]
        assert summarizer(ObjectDocumentModel([Paragraph(sentences)]), 5)
    return (time.process_time() - start) / len(texts)


count, words = option("--articles", 200), option("--words", 500)
texts = articles(sys.argv[2], count, words)
ours, theirs = notis_seconds(sys.argv[1], texts, 10), sumy_seconds(texts[:40])
print(f"notis: {1 / ours:.0f} articles/s   sumy LexRank: {1 / theirs:.1f} articles/s   ratio {theirs / ours:.0f}")
