"""Web pages: what notis takes for the article, beside trafilatura, on trafilatura's evaluation pages or own ones.

    python benches/compare/pages.py PAGES [--articles target/release/examples/articles] [--worst N] [--floor F1]

PAGES is the `tests` folder of trafilatura's repository: evaldata.json and the pages in cache/ and eval/. Its annotations
name for each page up to six passages that belong to the article and up to six that do not; a passage counts as found
where it stands in the extracted text, white space collapsed. F1 over all passages of all pages, as its own evaluate.py
computes it. Or a folder of own pages written by benches/compare/papers.py, which has an evaldata.json of the same form.

Measured on 2026-11-28 (repository at e90b0ef): notis 0.902, trafilatura 2.3.1 0.926; on the 30 own pages 0.969 and 0.783.

`cargo build --release -p notis-corpus --example articles` makes the program. trafilatura is measured where it is installed
(`pip install trafilatura lxml_html_clean`).
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path


def norm(text):
    return re.sub(r"\s+", " ", text).strip()


def pages(folder):
    """Each annotated page with its file."""
    for url, item in json.loads((folder / "evaldata.json").read_text(encoding="utf8")).items():
        places = (folder / sub / item["file"] for sub in ("cache", "eval", "."))
        yield url, item, next(path for path in places if path.is_file())


def running(line):
    """The text without what is marked as caption: trafilatura gives none, and the annotations count few of them."""
    return "\n\n".join(text for kind, text in line["blocks"] if kind != "Caption") or line["text"]


def of_notis(program, paths):
    """The text that notis reads of each page, or nothing where it reads none."""
    texts = []
    for path in paths:
        run = subprocess.run([program, "--html", path], capture_output=True, text=True, encoding="utf8")
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        texts.append("\n\n".join(running(line) for line in lines if "text" in line) if run.returncode == 0 else "")
    return texts


def of_trafilatura(paths):
    from trafilatura import extract

    options = dict(include_comments=False, include_tables=True, include_formatting=False)
    return [extract(path.read_bytes(), **options) or "" for path in paths]


def counts(item, text):
    text = norm(text)
    found = sum(norm(passage) in text for passage in item["with"])
    wrong = sum(norm(passage) in text for passage in item["without"])
    return found, wrong, len(item["with"]) - found


def report(name, items, texts):
    found, wrong, missed = map(sum, zip(*(counts(item, text) for item, text in zip(items, texts))))
    precision, recall = found / (found + wrong), found / (found + missed)
    empty = sum(not text.strip() for text in texts)
    f1 = 2 * found / (2 * found + wrong + missed)
    print(f"{name:12} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  without text {empty}")
    return f1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--articles", default="target/release/examples/articles")
    parser.add_argument("--worst", type=int, default=0, help="show the pages with most mistakes")
    parser.add_argument("--floor", type=float, default=0, help="fail where notis reaches less")
    args = parser.parse_args()
    urls, items, paths = zip(*pages(args.pages))
    texts = of_notis(args.articles, paths)
    reached = report("notis", items, texts)
    try:
        report("trafilatura", items, of_trafilatura(paths))
    except ImportError:
        print("trafilatura is not installed")
    mistakes = [(counts(item, text), path.name) for item, text, path in zip(items, texts, paths)]
    for (found, wrong, missed), name in sorted(mistakes, key=lambda m: -m[0][1] - m[0][2])[: args.worst]:
        print(f"  {name}: {missed} missed, {wrong} wrong, {found} found")
    sys.exit(f"notis: F1 {reached:.4f} is below {args.floor}" if reached < args.floor else 0)


if __name__ == "__main__":
    main()
