#!/usr/bin/env python3
"""Which of two digests a reader prefers, without knowing whose they are.

    python scripts/read_digests.py make ARTICLES SYSTEM=DIGESTS SYSTEM=DIGESTS -o FOLDER [--seed 7] [--words 400]
    python scripts/read_digests.py count FOLDER VERDICTS.tsv…

ARTICLES and DIGESTS are JSON Lines with `id` and `text` (`notis digest --format jsonl`; articles may be gzipped, with a `title`).
`make` writes FOLDER/packet.txt, which a reader gets: each article with its two digests as [A] and [B], in an order drawn for
each article, their line breaks taken away; and FOLDER/key.json, which no reader may see. Digests of the same sentences are
left out, and counted: no reader can prefer one.

A verdict is a line: id, tab, A or B or = (neither is better), tab, the reason, tab, defects as letters for each digest:
`A:` or `B:` and any of n (the news is missing), w (wrong meaning), d (dangling reference), p (page remains), r (a claim twice).
A digest is preferred for what an editor asks: does it tell the news, is it right, can it be read by itself, does it cover what
matters. `count` prints wins and losses, the share of decided pairs with its 95 % interval (bootstrap over articles, so several
readers of one article count as one draw), and each defect per hundred digests. Verdicts without texts (ids, winner, reason) may be
kept in benches/verdicts/; `count --names` writes them with the systems named.
"""
import argparse
import gzip
import json
import pathlib
import random
import sys

RESAMPLES = 2000
DEFECTS = {"n": "news missing", "w": "wrong meaning", "d": "dangling reference", "p": "page remains", "r": "claim twice"}


def rows(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def spans(digest):
    return [(s["start"], s["end"]) for s in digest.get("sentences", [])] or digest["text"]


def make(options):
    dice = random.Random(options.seed)
    systems = [system.split("=", 1) for system in options.systems]
    digests = {name: {d["id"]: d for d in rows(path)} for name, path in systems}
    names = list(digests)
    if len(names) != 2:
        sys.exit("give two systems, each as NAME=DIGESTS")
    key, packet, same = {}, [], 0
    for article in sorted(rows(options.articles), key=lambda a: a["id"]):
        pair = [digests[name].get(article["id"]) for name in names]
        if None in pair:
            sys.exit(f"no digest of {article['id']}")
        if spans(pair[0]) == spans(pair[1]):
            same += 1
            continue
        order = dice.sample(names, 2)
        key[article["id"]] = order
        shown = [" ".join(digests[name][article["id"]]["text"].split()) for name in order]
        text = " ".join(article["text"].split()[:options.words])
        packet.append(f"##### {article['id']} | {article.get('title') or ''}\n{text}\n\n[A] {shown[0]}\n[B] {shown[1]}\n")
    folder = pathlib.Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "packet.txt").write_text("\n".join(packet), encoding="utf8")
    (folder / "key.json").write_text(json.dumps({"systems": names, "same": same, "order": key}, indent=1), encoding="utf8")
    print(f"{len(key)} pairs to read, {same} the same")


def verdicts(paths, key):
    for path in paths:
        for number, line in enumerate(open(path, encoding="utf8"), 1):
            cells = line.rstrip("\n").split("\t") + ["", ""]
            if not line.strip():
                continue
            if cells[0] not in key or cells[1] not in ("A", "B", "="):
                sys.exit(f"{path}:{number}: not a verdict: an id of the packet, a tab, and A, B or =")
            yield cells[0], cells[1], cells[2], cells[3]


def count(options):
    folder = pathlib.Path(options.folder)
    told = json.loads((folder / "key.json").read_text(encoding="utf8"))
    key, (first, second) = told["order"], told["systems"]
    wins, defects, read = {}, {first: {}, second: {}}, 0
    for article, letter, reason, faults in verdicts(options.verdicts, key):
        read += 1
        winner = "=" if letter == "=" else key[article]["AB".index(letter)]
        if winner != "=":
            wins.setdefault(article, []).append(winner == first)
        for part in faults.split():
            place, found = part.split(":", 1)
            for fault in found:
                seen = defects[key[article]["AB".index(place)]]
                seen[fault] = seen.get(fault, 0) + 1
        if options.names:
            print("\t".join([article, winner, reason]))
    shares = [sum(won) / len(won) for won in wins.values()]
    won, all_ = sum(map(sum, wins.values())), sum(map(len, wins.values()))
    dice = random.Random(7)
    means = sorted(sum(dice.choices(shares, k=len(shares))) / len(shares) for _ in range(RESAMPLES)) if shares else [0.0] * RESAMPLES
    low, high = means[RESAMPLES // 40], means[-RESAMPLES // 40]
    out = sys.stderr if options.names else sys.stdout
    print(f"{first} : {second}  {won} : {all_ - won} of {all_} decided, {won / max(all_, 1):.0%} [{low:.0%}, {high:.0%}]; "
          f"{read - all_} read and undecided, {told['same']} of the same sentences", file=out)
    for name, found in defects.items():
        listed = ", ".join(f"{DEFECTS[fault]} {n}" for fault, n in sorted(found.items()))
        print(f"  {name}: {listed or 'no defects'} in {read} digests", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(required=True)
    making = verbs.add_parser("make")
    making.add_argument("articles")
    making.add_argument("systems", nargs="+")
    making.add_argument("-o", "--output", required=True)
    making.add_argument("--seed", type=int, default=7)
    making.add_argument("--words", type=int, default=400)
    making.set_defaults(run=make)
    counting = verbs.add_parser("count")
    counting.add_argument("folder")
    counting.add_argument("verdicts", nargs="+")
    counting.add_argument("--names", action="store_true")
    counting.set_defaults(run=count)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
