#!/usr/bin/env python3
"""Counts the words that open sentences and prints those that are hardly ever names: crates/text/src/lists/norwegian/openers.txt.

usage: openers.py DATA_FOLDER > crates/text/src/lists/norwegian/openers.txt

DATA_FOLDER holds norec-train, ton-sentences, norquad and giella-gov (JSON Lines, gzipped, a sentence or a paragraph a
line). A word is an opener where it begins a line at least STARTS times, at least RATIO times as often as it has a
capital inside one, and is written small at least SMALL times. narc is left out, so that sentence scores on it are not
scores on what was counted; texts of topics-gold-dev (first 200 characters equal) are left out as well.
"""
import gzip, json, re, sys
from collections import Counter

STARTS, RATIO, SMALL = 8, 4, 10
SOURCES = {"norec-train": 12000, "ton-sentences": None, "norquad": None, "giella-gov": None}
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
SAMI = re.compile("[áčđŋšŧž]", re.I)
SENTENCE = re.compile(r"(?<=[a-zæøå]{4}[.!?]) (?=[A-ZÆØÅ])")
ALWAYS = {"I", "Å", "De", "Den"}  # common words that names begin with as well: what follows them decides
NEVER = {"Dat", "Lea", "Mii", "Am", "Jus", "Muhto", "Alla", "Jos", "Dah", "Kirja", "Fv", "Kap", "Ca", "Art"}  # Sami, short forms


def texts(folder, name, limit):
    with gzip.open(f"{folder}/{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)["text"]


def count(sentence, starts, inside, small):
    sentence = re.sub(r"^[-–—«\"\s]+", "", sentence)
    for match in WORD.finditer(sentence):
        word, at = match.group(), match.start()
        if word.islower():
            small[word] += 1
        elif word[0].isupper() and (len(word) == 1 or word[1:].islower() or "-" in word):
            before = sentence[max(at - 2, 0):at]
            if at == 0:
                starts[word] += 1
            elif len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ","):
                inside[word] += 1


def main(folder):
    held_out = {text[:200] for text in texts(folder, "topics-gold-dev", None)}
    starts, inside, small = Counter(), Counter(), Counter()
    for name, limit in SOURCES.items():
        for text in texts(folder, name, limit):
            if text[:200] in held_out:
                continue
            for line in text.split("\n"):
                for sentence in SENTENCE.split(line.strip()):
                    count(sentence, starts, inside, small)
    openers = {
        word
        for word, times in starts.items()
        if times >= STARTS and times >= RATIO * (inside[word] + 1) and small[word.lower()] >= SMALL
        and len(word) > 1 and not SAMI.search(word) and word not in NEVER
    }
    print("# Words that open sentences, counted by scripts/openers.py")
    print("\n".join(sorted(openers | ALWAYS)))


main(sys.argv[1])
