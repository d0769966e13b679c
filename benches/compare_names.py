#!/usr/bin/env python3
"""Names and their kinds beside a list of known names and spaCy, on the same gold.

usage: scripts/norne_splits.py NORNE SPLITS && benches/compare_names.py SPLITS [notis]

spaCy and its Norwegian model are asked where both are installed; PyPI has no nb_core_news_sm (2026-11-28), it comes as a
wheel from spaCy's own pages. Its labels are NorNE's. Strict: exact span and type, on the words of the gold.
"""
import json
import subprocess
import sys
from pathlib import Path


def gold(path):
    """The sentences of a file: words, and the label of each."""
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [row for row in rows if row[1] != "|"]
        if rows:
            remarks = (row[9].split("|") for row in rows)
            labels = [next(r[5:] for r in remark if r.startswith("name=")) for remark in remarks]
            yield [row[1] for row in rows], labels


def spans(labels):
    found = []
    for at, label in enumerate(labels):
        if label == "O":
            continue
        place, kind = label.split("-", 1)
        if place == "I" and found and found[-1][1] == at and found[-1][2] == kind:
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return set(found)


def spacy_f1(path):
    try:
        import spacy
        from spacy.tokens import Doc

        nlp = spacy.load("nb_core_news_sm")
    except (ImportError, OSError) as missing:
        return f"not installed: {missing}".splitlines()[0]
    right = marked = known = 0
    for words, labels in gold(path):
        found = {(e.start, e.end, e.label_) for e in nlp(Doc(nlp.vocab, words)).ents}
        wanted = spans(labels)
        right, marked, known = right + len(found & wanted), marked + len(found), known + len(wanted)
    return f"{2 * right / max(marked + known, 1):.4f}"


def main():
    splits = Path(sys.argv[1])
    notis = sys.argv[2] if len(sys.argv) > 2 else "notis"
    train = [str(splits / f"{form}-train.conllu") for form in ("nb", "nn")]
    for form in ("nb", "nn"):
        for part in ("dev", "test"):
            path = splits / f"{form}-{part}.conllu"
            command = [notis, "evaluate", "names", path, "--format", "json", "--baseline", *train]
            told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            for system in told["systems"]:
                print(f"{form} {part}  {system['all']['f1']:.4f}  {system['system']}")
            print(f"{form} {part}  {spacy_f1(path)}  spaCy nb_core_news_sm")


if __name__ == "__main__":
    main()
