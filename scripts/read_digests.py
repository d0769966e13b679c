#!/usr/bin/env python3
"""Which of two digests a reader prefers, without knowing whose they are.

    python scripts/read_digests.py make ARTICLES SYSTEM=DIGESTS SYSTEM=DIGESTS… -o FOLDER --key KEY [--half tune|held]
    python scripts/read_digests.py count KEY VERDICTS.tsv… [--names]

ARTICLES and DIGESTS are JSON Lines with `id` and `text` (`notis digest --format jsonl`; articles may be gzipped, with a `title`).
`make` holds the first system against each of the others and writes FOLDER/packet-1.md, packet-2.md … for the readers: each
article with its two digests as [A] and [B], pairs and order drawn by chance, their line breaks taken away; and KEY, which no
reader may see. Digests of the same sentences are left out, and counted: no reader can prefer one. `--half` takes every second
article by id, of which the first half is for tuning and the other for reporting.

A verdict is a line: number of the pair, A or B or tie, the reason, and where there are any the letters of the digests that hold
remains of the page, that refer to what is not there, and that say something else than the article. A digest is preferred for
what an editor asks: does it tell the news, is it right, can it be read by itself, does it cover what matters. `count` prints
for each pair of systems wins and losses, the share of decided pairs with its 95 % interval (bootstrap over articles, so several
readers of one article count as one draw), and each defect per hundred digests read. `--names` prints the verdicts with their
articles and systems, and what was found wrong with the other digest, to be kept in benches/verdicts/: the readers' own words may
quote an article.
"""
import argparse
import gzip
import json
import pathlib
import random
import re
import sys

RESAMPLES = 2000
DEFECTS = ["page remains", "dangling reference", "wrong meaning"]
MARK = re.compile(r"[AB/,&+ ]*")
TASK = """Each article below is followed by two digests, [A] and [B]. You are the editor: which would you print under the title?
Judge: does it tell the news, is it right, can it be read by itself, does it cover what matters. Decide wherever you can.
One line a pair, parted by tabs: number, A or B or tie, the reason in a few words, and the letters of the digests (A, B, AB or
nothing) that have remains of the web page, that refer to something which is not there (a dangling «han», «dette»), and that say
something else than the article.
"""


def rows(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def half(articles, name):
    articles = sorted(articles, key=lambda a: a["id"])
    return {"tune": articles[0::2], "held": articles[1::2], "all": articles}[name]


def spans(digest):
    return [(s["start"], s["end"]) for s in digest.get("sentences", [])] or digest["text"]


def pairs(articles, systems, dice):
    """The pairs to be read, and how many of each opponent are the same."""
    digests = {name: {d["id"]: d for d in rows(path)} for name, path in systems}
    ours, *others = digests
    found, same = [], dict.fromkeys(others, 0)
    for article in articles:
        for other in others:
            both = [digests[name].get(article["id"]) for name in (ours, other)]
            if None in both:
                sys.exit(f"no digest of {article['id']}")
            if spans(both[0]) == spans(both[1]) or not both[0]["text"].strip():
                same[other] += 1
                continue
            order = dice.sample([ours, other], 2)
            found.append((article, order, [" ".join(digests[name][article["id"]]["text"].split()) for name in order]))
    dice.shuffle(found)
    return found, same


def make(options):
    articles = half(rows(options.articles), options.half)
    found, same = pairs(articles, [s.split("=", 1) for s in options.systems], random.Random(options.seed))
    folder = pathlib.Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(found), options.per_packet):
        packet = [TASK]
        for number, (article, _, (a, b)) in enumerate(found[at:at + options.per_packet], at + 1):
            text = " ".join(article["text"].split()[:options.words])
            packet.append(f"## {number}\n\n**{article.get('title') or ''}**\n\n{text}\n\n[A] {a}\n\n[B] {b}\n")
        (folder / f"packet-{at // options.per_packet + 1}.md").write_text("\n".join(packet), encoding="utf8")
    key = {str(n): [article["id"], *order] for n, (article, order, _) in enumerate(found, 1)}
    pathlib.Path(options.key).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(options.key).write_text(json.dumps({"first": options.systems[0].split("=", 1)[0], "same": same, "pairs": key}, indent=1), encoding="utf8")
    print(f"{len(found)} pairs to read; the same: {same}")


def verdicts(paths, key):
    for path in paths:
        for line in open(path, encoding="utf8"):
            number, winner, _, *marks = (cell.strip() for cell in (line.rstrip("\n") + "\t" * 5).split("\t"))
            if number.lstrip("#").strip() not in key:
                continue
            if winner.upper() not in ("A", "B", "TIE", "="):
                sys.exit(f"{path}: not a verdict: {line!r}")
            article, *order = key[number.lstrip("#").strip()]
            named = order["AB".index(winner.upper())] if winner.upper() in "AB" else "tie"
            marks = [mark if MARK.fullmatch(mark) else "" for mark in marks[:len(DEFECTS)]]
            faulty = [[name for name, letter in zip(order, "AB") if letter in mark] for mark in marks]
            yield article, order, named, faulty


def interval(shares):
    dice = random.Random(7)
    means = sorted(sum(dice.choices(shares, k=len(shares))) / len(shares) for _ in range(RESAMPLES)) if shares else [0.0]
    return means[len(means) // 40], means[-len(means) // 40 - 1]


def count(options):
    told = json.loads(pathlib.Path(options.key).read_text(encoding="utf8"))
    read, won, faults = {}, {}, {}
    for article, order, winner, faulty in verdicts(options.verdicts, told["pairs"]):
        if options.names:
            against = [defect for defect, names in zip(DEFECTS, faulty) if winner != "tie" and any(name != winner for name in names)]
            systems = sorted(order, key=lambda name: name != told["first"])
            print("\t".join([article, *systems, winner, ", ".join(against) or "tells less"]))
        for name in order:
            read[name] = read.get(name, 0) + 1
        for defect, names in zip(DEFECTS, faulty):
            for name in names:
                faults[name, defect] = faults.get((name, defect), 0) + 1
        if winner != "tie":
            won.setdefault(tuple(sorted(order, key=lambda name: (name != told["first"], name))), {}).setdefault(article, []).append(winner)
    out = sys.stderr if options.names else sys.stdout
    for (first, second), by in sorted(won.items()):
        shares = [names.count(first) / len(names) for names in by.values()]
        wins, decided = (sum(f(names) for names in by.values()) for f in (lambda names: names.count(first), len))
        low, high = interval(shares)
        print(f"{first} : {second}  {wins} : {decided - wins} of {decided} decided, {wins / decided:.0%} [{low:.0%}, {high:.0%}]", file=out)
    print(f"the same sentences: {told['same']}", file=out)
    for name, digests in sorted(read.items()):
        listed = ", ".join(f"{d} {100 * faults.get((name, d), 0) / digests:.1f}" for d in DEFECTS)
        print(f"  {name}, per hundred of {digests} read: {listed}", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(required=True)
    making = verbs.add_parser("make")
    making.add_argument("articles")
    making.add_argument("systems", nargs="+")
    making.add_argument("-o", "--output", required=True)
    making.add_argument("--key", required=True)
    making.add_argument("--half", choices=["tune", "held", "all"], default="all")
    making.add_argument("--seed", type=int, default=7)
    making.add_argument("--words", type=int, default=400)
    making.add_argument("--per-packet", type=int, default=24)
    making.set_defaults(run=make)
    counting = verbs.add_parser("count")
    counting.add_argument("key")
    counting.add_argument("verdicts", nargs="+")
    counting.add_argument("--names", action="store_true")
    counting.set_defaults(run=count)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
