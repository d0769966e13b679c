#!/usr/bin/env python3
"""Finds the weights by which a digest tells a heading that runs into a sentence: crates/summarizer/src/heading.rs.

    cargo build --release -p notis-summarizer --example signs
    python scripts/heading_weights.py ../shared/data target/release/examples/signs

The examples make themselves: articles that came with their line breaks (news of norquad and narc, feed items with their titles)
are put into one line, and where a line without a mark at its end stood in front of another, a heading ends. Prints how many of
these places the weights found on four fifths of the articles tell in the fifth, then the weights found on all. Needs numpy; one
thread is quickest (OMP_NUM_THREADS=1).
"""
import argparse
import json
import re
import subprocess

import numpy as np

from caption_weights import fit, is_kept, odds_on_folds, rows, show

MARK = re.compile(r"""[.!?:;,…–—-]["»”)\]]*\s*$|["»”)\]]\s*$""")
OPENER = re.compile(r"[–— -]*$")
# Leads of feeds hold headings that ran into them already, which would count as none.
FEED = 0.5


def glued(article):
    """The article in one line, and where in it, in bytes, a line begins behind one without a mark."""
    lines = [" ".join(line.split()) for line in article["text"].split("\n") if line.strip()]
    text, ends = lines[0], set()
    for before, line in zip(lines, lines[1:]):
        text += " "
        if not MARK.search(before):
            ends.add(len(text.encode()))
        text += line
    return {"id": article["id"], "text": text}, ends


def examples(folder, example):
    """Rows (set, article, sentence, signs, whether a heading ends there)."""
    sets = {
        "narc": [a for a in rows(folder, "narc") if not any(kind in a["source"] for kind in ("blogg", "nou"))],
        "norquad": [a for a in rows(folder, "norquad") if "norquad-news" in a["id"] and not is_kept(a["id"])],
        "feeds": rows(folder, "topics-real-feeds"),
    }
    for name, articles in sets.items():
        articles = list(map(glued, articles))
        asked = "".join(json.dumps(article) + "\n" for article, _ in articles)
        told = subprocess.run([example, "headings"], input=asked, capture_output=True, text=True, check=True).stdout
        for (article, ends), line in zip(articles, told.splitlines()):
            text = article["text"].encode()
            for start, _, places in json.loads(line)["sentences"]:
                for at, signs in places:
                    # A dash that opens a quote stands in front of its first word.
                    in_front = OPENER.sub("", text[:at].decode()).encode()
                    yield name, article["id"], start, signs, bool(ends & {at, len(in_front) + 1})


def count(places, least):
    """Sentences cut at the end of a heading, cut elsewhere, and whose heading stays."""
    right = wrong = missed = 0
    for odds in places.values():
        best, ends = max(odds)
        right += best > least and ends
        wrong += best > least and not ends
        missed += any(ends for _, ends in odds) and not (best > least and ends)
    return right, wrong, missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("example")
    options = parser.parse_args()
    sets, ids, sentences, x, y = zip(*examples(options.data, options.example))
    x, y, sets = np.array(x), np.array(y, float), np.array(sets)
    weight = np.where(sets == "feeds", FEED, 1.0)
    odds = odds_on_folds(ids, x, y, weight)
    for name in np.unique(sets):
        places = {}
        for at in np.flatnonzero(sets == name):
            places.setdefault((ids[at], sentences[at]), []).append((odds[at], bool(y[at])))
        for least in (0.0, 0.5, 1.0, 1.5, 2.0):
            right, wrong, missed = count(places, least)
            print(f"{name}, odds over {least}: {right / (right + missed):.1%} of {right + missed} headings, "
                  f"{wrong / max(1, right + wrong):.1%} of {right + wrong} cuts are wrong")
    show(fit(x, y, weight))


if __name__ == "__main__":
    main()
