"""How fast topics come through Arrow, beside the command, in one run.

usage: arrow.py ARTICLES.jsonl[.gz] [NOTIS] [COUNT]

Reads COUNT articles (10,000) and classifies them through an Arrow table, and with the command (target/release/notis) from
and to a file, three times each in turn; prints the best of each.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import notis
import pyarrow as pa


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(file, program="target/release/notis", count="10000"):
    articles = notis.read(file)
    articles = [articles[number % len(articles)]["text"] for number in range(int(count))]
    with tempfile.TemporaryDirectory() as folder:
        lines = pathlib.Path(folder, "articles.jsonl")
        rows = (json.dumps({"id": number, "text": text}, ensure_ascii=False) for number, text in enumerate(articles))
        lines.write_text("\n".join(rows) + "\n", encoding="utf8")
        table = pa.table({"text": articles})
        desk = notis.load()
        command = [program, "classify", lines, "--format", "jsonl", "-q", "-o", pathlib.Path(folder, "out.jsonl")]
        ways = {
            "the command": lambda: subprocess.run(command, check=True),
            "Arrow": lambda: desk.classify(table),
            "a list": lambda: desk.classify(articles),
        }
        best = {name: [] for name in ways}
        for _ in range(3):
            for name, work in ways.items():
                best[name].append(timed(work))
    for name, seconds in best.items():
        share = min(best["the command"]) / min(seconds)
        print(f"{name}: {min(seconds):.2f} s, {len(articles) / min(seconds):.0f} articles/s, {share:.0%} of the command's")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
