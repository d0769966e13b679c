#!/usr/bin/env python3
"""Reads what other programs write: feeds, tables, workbooks, documents, archives, made on the spot by packages.

usage: scripts/check_doors.py [--articles target/release/examples/articles] [--iptc FOLDER] [--superdesk FOLDER]

Needs `pip install feedgen PyRSS2Gen feedgenerator rfeed openpyxl xlsxwriter python-docx odfpy odfdo pypandoc_binary
jsonfeed-util json-feeder`; what LibreOffice, Java and packages of npm write is read where `soffice`, `jar` and `npm` are
installed. `cargo build --release -p notis-corpus --example articles` makes the program. For each file ids, titles, dates,
labels and words must come back as they were given. The FOLDERs are copies of the IPTC's repository newsinjson and of
superdesk-core, whose examples from agencies (ninjs, NITF, NewsML-G2) are not part of this one: of each news item in them
address and headline must come back.
"""
import argparse
import csv
import collections
import datetime
import json
import subprocess
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ZONE = datetime.timezone(datetime.timedelta(hours=1))
DAYS = [datetime.datetime(2024, 3, 3, 12, 30, tzinfo=ZONE), datetime.datetime(2025, 11, 30, 8, 0, tzinfo=ZONE)]
ARTICLES = [
    {"id": "https://avisa.example/sak/1", "title": "Ferja & kaia: «Vi ventar»", "text": "Ferja ligg ved kai. Køen er lang; ho når kyrkja.",
     "date": DAYS[0], "labels": ["samferdsel", "vær"], "author": "Siri Moe"},
    {"id": "https://avisa.example/sak/2", "title": "Blåbærsyltetøy på Røros", "text": "Det kokte i \"alle\" gryter. Æ, ø og å, sa ho.",
     "date": DAYS[1], "labels": ["mat"], "author": "Per Å. Bø"},
]


def feed_of_feedgen(write, path):
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id("https://avisa.example/"), feed.title("Fjordavisa"), feed.link(href="https://avisa.example/"), feed.description("Nytt"), feed.language("nn")
    for a in ARTICLES:
        entry = feed.add_entry(order="append")
        entry.id(a["id"]), entry.title(a["title"]), entry.link(href=a["id"]), entry.author(name=a["author"], email="red@avisa.example")
        entry.published(a["date"]), entry.updated(a["date"])
        for label in a["labels"]:
            entry.category(term=label)
        entry.content(f"<p>{a['text'].replace('&', '&amp;')}</p>", type="html")
    getattr(feed, write)(str(path))


def feed_of_pyrss2gen(path):
    import PyRSS2Gen

    items = [PyRSS2Gen.RSSItem(title=a["title"], link=a["id"], description=a["text"], guid=PyRSS2Gen.Guid(a["id"]),
                               categories=a["labels"], pubDate=a["date"].astimezone(datetime.timezone.utc).replace(tzinfo=None)) for a in ARTICLES]
    with open(path, "w", encoding="utf8") as out:
        PyRSS2Gen.RSS2(title="Fjordavisa", link="https://avisa.example/", description="Nytt", items=items).write_xml(out, "utf-8")


def feed_of_feedgenerator(kind, path):
    import feedgenerator

    feed = getattr(feedgenerator, kind)(title="Fjordavisa", link="https://avisa.example/", description="Nytt", language="nn")
    for a in ARTICLES:
        feed.add_item(title=a["title"], link=a["id"], description=a["text"], unique_id=a["id"], pubdate=a["date"], updateddate=a["date"], categories=a["labels"])
    with open(path, "w", encoding="utf8") as out:
        feed.write(out, "utf-8")


def feed_of_rfeed(path):
    import rfeed

    items = [rfeed.Item(title=a["title"], link=a["id"], description=a["text"], guid=rfeed.Guid(a["id"]), categories=a["labels"],
                        pubDate=a["date"].astimezone(datetime.timezone.utc).replace(tzinfo=None)) for a in ARTICLES]
    feed = rfeed.Feed(title="Fjordavisa", link="https://avisa.example/", description="Nytt", language="nn", items=items)
    path.write_text(feed.rss(), encoding="utf8")


def json_feed_of_util(path, html):
    import jsonfeed

    items = [jsonfeed.Item(id=a["id"], url=a["id"], title=a["title"], date_published=a["date"].isoformat(), tags=a["labels"],
                           **({"content_html": f"<p>{a['text']}</p>"} if html else {"content_text": a["text"]})) for a in ARTICLES]
    path.write_text(jsonfeed.Feed("Fjordavisa", home_page_url="https://avisa.example/", language="nn", items=items).to_json(), encoding="utf8")


def json_feed_of_feeder(path):
    from feeder.feeder import FeedItem, json_feed

    items = [FeedItem(a["id"], a["id"], a["title"], a["text"], None, a["date"].isoformat()) for a in ARTICLES]
    path.write_text(json.dumps(json_feed("Fjordavisa", None, "https://avisa.example/", None, items, [])), encoding="utf8")


HEADER = ["id", "title", "date", "labels", "text"]


def rows():
    return [[a["id"], a["title"], a["date"].date().isoformat(), ";".join(a["labels"]), a["text"]] for a in ARTICLES]


def table(path, encoding="utf8", **form):
    separator = "|" if form.get("delimiter") == ";" else ";"
    with open(path, "w", encoding=encoding, newline="") as out:
        writer = csv.writer(out, **form)
        writer.writerow(HEADER)
        writer.writerows([*row[:3], row[3].replace(";", separator), row[4]] for row in rows())


def book_of_openpyxl(path, dates=False):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(HEADER)
    for row, a in zip(rows(), ARTICLES):
        book.active.append([*row[:2], a["date"].date() if dates else row[2], *row[3:]])
    book.save(path)


def book_of_xlsxwriter(path, **options):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, options)
    sheet, day = book.add_worksheet("Saker"), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, HEADER)
    for number, (row, a) in enumerate(zip(rows(), ARTICLES), 1):
        sheet.write_row(number, 0, row)
        sheet.write_datetime(number, 2, datetime.datetime.combine(a["date"].date(), datetime.time()), day)
    book.close()


def by_office(source, form, path):
    """Whether LibreOffice made something of a file: not where it is not installed."""
    if not shutil.which("soffice"):
        return False
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profil"
        subprocess.run(["soffice", profile, "--headless", "--infilter=CSV:44,34,76" if source.suffix == ".csv" else "--norestore",
                        "--convert-to", form, "--outdir", folder, source], check=True, capture_output=True)
        made = [file for file in Path(folder).glob(f"{source.stem}.*") if file.is_file()]
        # A part of LibreOffice that is not installed writes nothing.
        return bool(made and shutil.copy(made[0], path))


def word_of_docx(path, template=None):
    from docx import Document

    a, document = ARTICLES[0], Document()
    document.core_properties.author, document.core_properties.created = a["author"], a["date"].astimezone(datetime.timezone.utc).replace(tzinfo=None)
    document.add_heading(a["title"], level=0)
    for sentence in a["text"].split(". "):
        paragraph = document.add_paragraph()
        for word in sentence.split(" "):
            paragraph.add_run(word + " ").bold = template == "runs"
    document.save(path)


def text_of_odfpy(path):
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P

    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=ARTICLES[0]["title"]))
    for sentence in ARTICLES[0]["text"].split(". "):
        document.text.addElement(P(text=sentence))
    document.save(str(path))


def text_of_odfdo(path):
    import odfdo

    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, ARTICLES[0]["title"]))
    for sentence in ARTICLES[0]["text"].split(". "):
        document.body.append(odfdo.Paragraph(sentence))
    document.save(str(path))


def text_of_pandoc(path):
    import pypandoc

    html = f"<h1>{ARTICLES[0]['title'].replace('&', '&amp;')}</h1>" + "".join(f"<p>{sentence}</p>" for sentence in ARTICLES[0]["text"].split(". "))
    pypandoc.convert_text(html, path.suffix[1:], format="html", outputfile=str(path))


def archives(folder):
    """Archives of one file of lines."""
    lines = folder / "linjer.jsonl"
    for name, how in {"pakket.zip": zipfile.ZIP_DEFLATED, "upakket.zip": zipfile.ZIP_STORED}.items():
        with zipfile.ZipFile(folder / name, "w", how) as archive:
            archive.write(lines, "mappe/linjer.jsonl")
        yield folder / name
    for program, command in {"zip": ["zip", "-q", "program.zip", lines.name], "jar": ["jar", "cMf", "java.zip", lines.name]}.items():
        if shutil.which(program):
            subprocess.run(command, cwd=folder, check=True)
            yield folder / command[2]


NPM = ["docx", "html-to-docx", "officegen", "feed", "jszip", "fflate", "adm-zip", "archiver"]


def by_javascript(folder):
    """What packages of npm write, with what must come back."""
    if not shutil.which("npm"):
        return
    packages = folder / "npm"
    packages.mkdir()
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *NPM], cwd=packages, check=True, capture_output=True)
    shutil.copy(Path(__file__).with_name("write_doors.js"), packages)
    plain = json.dumps([dict(a, date=a["date"].isoformat()) for a in ARTICLES])
    subprocess.run(["node", "write_doors.js", plain, str(folder)], cwd=packages, check=True)
    kinds = {".docx": ({"title", "words"}, ARTICLES[:1]), ".json": ({"id", "title", "date", "labels", "text"}, ARTICLES), ".zip": ({"id", "title", "date", "labels", "text", "author"}, ARTICLES)}
    for path in sorted(folder.glob("npm-*.*")):
        fields, expected = kinds[path.suffix]
        # officegen writes paragraphs alone, none of which is a title.
        yield path, fields - ({"title"} if "officegen" in path.name else set()), expected


def files(folder):
    """Every file with what must come back of it."""
    feeds = {"feedgen.rss": lambda path: feed_of_feedgen("rss_file", path), "feedgen.atom": lambda path: feed_of_feedgen("atom_file", path),
             "pyrss2gen.rss": feed_of_pyrss2gen, "rfeed.rss": feed_of_rfeed,
             "feedgenerator.rss": lambda path: feed_of_feedgenerator("Rss201rev2Feed", path),
             "feedgenerator.atom": lambda path: feed_of_feedgenerator("Atom1Feed", path),
             "tekst.feed.json": lambda path: json_feed_of_util(path, False), "html.feed.json": lambda path: json_feed_of_util(path, True)}
    for name, write in feeds.items():
        write(folder / name)
        yield folder / name, {"id", "title", "date", "labels", "text"}, ARTICLES
    json_feed_of_feeder(folder / "feeder.feed.json")
    yield folder / "feeder.feed.json", {"id", "title", "date", "text"}, ARTICLES
    tables = {"komma.csv": {}, "semikolon.csv": {"delimiter": ";", "encoding": "cp1252"}, "tabulator.tsv": {"delimiter": "\t"},
              "unicode.tsv": {"delimiter": "\t", "encoding": "utf-16"}, "sitert.csv": {"quoting": csv.QUOTE_ALL, "encoding": "utf-8-sig"}}
    books = {"openpyxl.xlsx": book_of_openpyxl, "datoer.xlsx": lambda path: book_of_openpyxl(path, True),
             "xlsxwriter.xlsx": book_of_xlsxwriter, "konstant.xlsx": lambda path: book_of_xlsxwriter(path, constant_memory=True)}
    for name, form in tables.items():
        table(folder / name, **form)
        yield folder / name, {"id", "title", "day", "labels", "text"}, ARTICLES
    for name, write in books.items():
        write(folder / name)
        yield folder / name, {"id", "title", "day", "labels", "text"}, ARTICLES
    for name, form in {"calc.xlsx": "xlsx", "calc.csv": "csv:Text - txt - csv (StarCalc):59,34,76"}.items():
        if by_office(folder / "komma.csv", form, folder / name):
            yield folder / name, {"id", "title", "day", "labels", "text"}, ARTICLES
    documents = {"word.docx": word_of_docx, "runs.docx": lambda path: word_of_docx(path, "runs"), "odfpy.odt": text_of_odfpy, "odfdo.odt": text_of_odfdo,
                 "pandoc.docx": text_of_pandoc, "pandoc.odt": text_of_pandoc}
    for name, write in documents.items():
        write(folder / name)
        yield folder / name, {"title", "words"}, ARTICLES[:1]
    for source, name in [("word.docx", "writer.odt"), ("odfpy.odt", "writer.docx"), ("odfdo.odt", "writer2.docx"), ("runs.docx", "writer2.odt")]:
        if by_office(folder / source, name.rsplit(".")[-1], folder / name):
            yield folder / name, {"title", "words"}, ARTICLES[:1]
    yield from lines(folder)
    for path in archives(folder):
        yield path, {"id", "title", "date", "labels", "text", "author"}, ARTICLES
    yield from by_javascript(folder)


def lines(folder):
    """JSON as programs print it."""
    plain = [dict(a, date=a["date"].isoformat()) for a in ARTICLES]
    forms = {"linjer.jsonl": "\n".join(map(json.dumps, plain)), "linjer": "\r\n".join(json.dumps(a, ensure_ascii=False) for a in plain),
             "liste.json": json.dumps(plain), "innrykk.json": json.dumps(plain, indent=2, ensure_ascii=False),
             "etter-hverandre.json": "\n".join(json.dumps(a, indent=4) for a in plain)}
    for name, text in forms.items():
        (folder / name).write_text(text, encoding="utf8")
        yield folder / name, {"id", "title", "date", "labels", "text", "author"}, ARTICLES


def headline(item):
    """The headline of a news item of any version."""
    main = [h for h in item.get("headlines", []) if h.get("role") == "main"] or item.get("headlines", [])
    return main[0]["value"] if main else item.get("headline")


def of_iptc(folder):
    """The IPTC's own examples of texts; pictures and events have no text to read."""
    for path in sorted((folder / "examples").rglob("*.json")):
        item = json.loads(path.read_text(encoding="utf-8-sig"))
        has_text = isinstance(item, dict) and any(name.lower().startswith(("bod", "description")) for name in item)
        if has_text and item.get("uri") and headline(item):
            yield path, {"id", "title"}, [{"id": item["uri"], "title": " ".join(headline(item).split())}]


def of_superdesk(folder):
    """What agencies sent to Superdesk, as far as it holds text; each item told by another reader of XML."""
    one = lambda element, path: next(iter(element.findall(path)), None)
    spoken = lambda element: " ".join("".join(element.itertext()).split()) if element is not None else None
    for path in sorted((folder / "tests/io/fixtures").iterdir()):
        if path.name == "mapping_test.xml":
            continue  # UTF-8 that calls itself ISO 8859-1: the other reader believes it.
        try:
            root = ElementTree.parse(path).getroot()
        except (ElementTree.ParseError, IsADirectoryError, UnicodeDecodeError):
            continue
        items = [root] if root.tag.endswith("}newsItem") else root.findall(".//{*}newsItem")
        if root.tag.split("}")[-1] == "nitf" and spoken(one(root, ".//{*}body.content")):
            known = one(root, ".//{*}doc-id[@id-string]")
            title = spoken(one(root, ".//{*}hl1")) or spoken(one(root, "{*}head/{*}title"))
            yield path, {"id", "title"}, [{"id": path.name if known is None else known.get("id-string"), "title": title}]
        elif items and all(any(spoken(e) for name in ["inlineXML", "inlineData"] for e in item.findall(f"{{*}}contentSet/{{*}}{name}")) for item in items):
            titles = [spoken(one(item, "{*}contentMeta/{*}headline")) or None for item in items]
            yield path, {"id", "title"}, [{"id": item.get("guid"), "title": title} for item, title in zip(items, titles)]


def told(article, field):
    """What an article says of a field, in a form that two ways of writing it share."""
    date = article.get("date")
    if field == "date":
        return (date if isinstance(date, datetime.datetime) else datetime.datetime.fromisoformat(date)).astimezone(datetime.timezone.utc)
    if field == "day":
        return date.date().isoformat() if isinstance(date, datetime.datetime) else date
    if field == "words":
        return [word for word in article["text"].replace(".", " ").split() if word not in ARTICLES[0]["title"].split()]
    return sorted(article[field]) if field == "labels" else article[field]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", default="target/release/examples/articles")
    parser.add_argument("--iptc", type=Path, help="a copy of the repository newsinjson")
    parser.add_argument("--superdesk", type=Path, help="a copy of the repository superdesk-core")
    args = parser.parse_args()
    program, count, wrong, kinds = args.articles, 0, 0, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for path, fields, expected in [*files(Path(folder)), *(of_iptc(args.iptc) if args.iptc else []),
                                       *(of_superdesk(args.superdesk) if args.superdesk else [])]:
            run = subprocess.run([program, path], capture_output=True, text=True, encoding="utf8")
            read = [json.loads(line) for line in run.stdout.splitlines()]
            mistakes = [f"{f}: {told(r, f)!r} for {told(e, f)!r}" for r, e in zip(read, expected) if "error" not in r for f in sorted(fields) if told(r, f) != told(e, f)]
            mistakes += [r["error"] for r in read if "error" in r] + ([f"{len(read)} articles {run.stderr}"] if len(read) != len(expected) else [])
            count, wrong = count + 1, wrong + bool(mistakes)
            kinds[path.suffix if len(path.suffix) < 7 else "no ending"] += 1
            for mistake in mistakes:
                print(f"{path.name}: {mistake}")
    print(", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())))
    print(f"{count} files of other programs read, {wrong} of them wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
