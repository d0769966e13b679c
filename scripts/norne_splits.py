#!/usr/bin/env python3
"""Lays NorNE out in the splits of Universal Dependencies, with its texts' bounds.

usage: scripts/norne_splits.py NORNE OUT

NORNE is a checkout of github.com/ltgoslo/norne, which is not part of this repository: its annotations are CC0, its texts
may not be given on. Written are OUT/{nb,nn}-{train,dev,test}.conllu. Dev and test are NorNE's own files with a
`# newdoc` where another file of the treebank begins; train is what the treebank's files hold beside them, for NorNE's
own files of train are larger than some mirrors carry. Its sentences are the same (15,696 nb and 14,174 nn, told by the
numbers of sentences that Universal Dependencies gives).
"""
import sys
from collections import Counter
from pathlib import Path

FORMS = {"nb": ("nob", "bokmaal", 15_696), "nn": ("nno", "nynorsk", 14_174)}
# Ends a heading in the treebank; Universal Dependencies has left it out.
HEADING_END = "|"


def sentences(path):
    """The sentences of a file, each as its lines of words."""
    blocks = path.read_text(encoding="utf8").split("\n\n")
    lines = ([line for line in block.splitlines() if line and not line.startswith("#")] for block in blocks)
    return [sentence for sentence in lines if sentence]


def words(sentence):
    forms = (line.split("\t")[1] for line in sentence)
    return " ".join(form for form in forms if form != HEADING_END)


def is_held_out(file, held_out):
    """Whole files were held out; in the others a short sentence may be one of theirs by chance."""
    return 2 * sum(words(sentence) in held_out for sentence in file) > len(file)


def write(path, documents):
    with path.open("w", encoding="utf8") as out:
        for name, document in documents:
            out.write(f"# newdoc id = {name}\n")
            out.writelines("\n".join(sentence) + "\n\n" for sentence in document)


def with_bounds(split, files):
    """The sentences of a split in runs of the file that they are from."""
    places = {}
    for name, file in files.items():
        for sentence in file:
            places.setdefault(words(sentence), []).append(name)
    documents = []
    for sentence in split:
        names = places.get(words(sentence), [])
        if not documents or names and documents[-1][0] not in names:
            documents.append((names[0] if names else "first", []))
        documents[-1][1].append(sentence)
    return documents


def main():
    norne, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for form, (folder, language, expected) in FORMS.items():
        ud = norne / "ud" / folder
        splits = {part: sentences(ud / f"no_{language}-ud-{part}.conllu") for part in ("dev", "test")}
        files = {path.stem: sentences(path) for path in sorted((norne / "ndt" / folder).glob("*.conll"))}
        held_out = Counter(words(sentence) for split in splits.values() for sentence in split)
        held = {name: file for name, file in files.items() if is_held_out(file, held_out)}
        train = [(name, file) for name, file in files.items() if name not in held]
        count = sum(len(file) for _, file in train)
        if count != expected:
            sys.exit(f"{form}: {count} sentences of train, not {expected}; is this NorNE of 2020-05-11 (bd311de)?")
        write(out / f"{form}-train.conllu", train)
        for part, split in splits.items():
            write(out / f"{form}-{part}.conllu", with_bounds(split, held))


if __name__ == "__main__":
    main()
