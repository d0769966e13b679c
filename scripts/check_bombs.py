#!/usr/bin/env python3
"""Gives notis files that swell, nest or never end, and holds it to a limit of time and of memory.

usage: scripts/check_bombs.py [--notis target/release/notis] [--columnar PROGRAM]

Each file is small and would come to gigabytes, or is large and no article. The program must end with a message and status
2, within 10 seconds of processor time and 600 MB of memory. PROGRAM is notis with the feature columnar; then Parquet and
Arrow are tried too, which takes `pip install pyarrow`.
"""
import argparse
import gzip
import io
import multiprocessing
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

MOST_SECONDS = 10
MOST_MEMORY = 600_000_000
# Bytes of a text that packs to a thousandth.
LARGE = 300_000_000
DEEP = 1_000_000


def swollen(size=LARGE):
    return b"a" * size


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def laughing(root, body):
    """Entities of entities, ten of each: a thousand million in all."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f"<?xml version='1.0'?><!DOCTYPE {root} [{entities}]>{body.format('&a9;')}".encode()


def workbook(sheet):
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    book = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{kind}" Target="worksheets/sheet1.xml"/></Relationships>'
    root = relations.replace(kind, kind.replace("worksheet", "officeDocument")).replace("worksheets/sheet1.xml", "xl/workbook.xml")
    return zipped({"[Content_Types].xml": types, "_rels/.rels": root, "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": sheet})


# The last cell of the largest sheet, and the first.
FAR_CELL = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)

BOMBS = {
    "swollen.jsonl.gz": lambda: gzip.compress(swollen()),
    "swollen.zip": lambda: zipped({"sak.txt": swollen()}),
    "swollen.docx": lambda: zipped({"word/document.xml": swollen()}),
    "swollen.odt": lambda: zipped({"content.xml": swollen(), "META-INF/manifest.xml": ""}),
    "swollen.xlsx": lambda: workbook(swollen()),
    "many.zip": lambda: zipped({f"sak{n}.txt": swollen(10_000_000) for n in range(60)}),
    "far-cell.xlsx": lambda: workbook(FAR_CELL),
    "entities.rss": lambda: laughing("rss", "<rss version='2.0'><channel><title>a</title><item><description>{}</description></item></channel></rss>"),
    "entities.nitf": lambda: laughing("nitf", "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"),
    "entities.xml": lambda: laughing("newsItem", "<newsItem guid='a'><contentSet><inlineXML><p>{}</p></inlineXML></contentSet></newsItem>"),
    "entities.docx": lambda: zipped({"word/document.xml": laughing("w:document", "<w:document><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>")}),
    "deep.html": lambda: b"<!DOCTYPE html><body>" + b"<div>" * DEEP,
    "deep.rss": lambda: b"<rss version='2.0'><channel>" + b"<a>" * DEEP,
    "deep.nitf": lambda: b"<nitf>" + b"<p>" * DEEP,
    "deep.json": lambda: b"[" * DEEP,
    "deep.jsonl": lambda: b'{"text":' * DEEP + b"\n",
    "columns.csv": lambda: b"text," + b"x," * 2_000_000 + b"\na\n",
    "fields.jsonl": lambda: b"{" + b",".join(b'"%d":0' % n for n in range(3_000_000)) + b"}\n",
    "line.jsonl": lambda: b'{"text":"' + swollen() + b'"}\n',
    "quote.csv": lambda: b'id,text\n1,"' + swollen(),
    "text.txt": swollen,
}


def parquet(columns, **options):
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out, **options)
    return out.getvalue()


def arrow(columns):
    import pyarrow.feather

    out = io.BytesIO()
    pyarrow.feather.write_feather(pyarrow.table(columns), out, compression="zstd", chunksize=1 << 30)
    return out.getvalue()


def again():
    """One text of a megabyte in a million rows; a longer one is put into no dictionary."""
    import pyarrow

    return {"text": pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 1_000_000, pyarrow.int32()), [swollen(900_000).decode()])}


def no_labels():
    """A row of forty million labels, each of which is missing."""
    import pyarrow

    return {"text": ["a"], "labels": pyarrow.ListArray.from_arrays([0, 40_000_000], pyarrow.nulls(40_000_000, pyarrow.string()))}


COLUMNAR = {
    **{f"swollen-{packed}.parquet": lambda packed=packed: parquet({"text": [swollen().decode()]}, compression=packed, use_dictionary=False) for packed in ["zstd", "gzip"]},
    "swollen.arrow": lambda: arrow({"text": [swollen().decode()]}),
    "again.parquet": lambda: parquet(again(), compression="zstd"),
    "again.arrow": lambda: arrow(again()),
    "labels.parquet": lambda: parquet(no_labels(), compression="zstd"),
    "columns.parquet": lambda: parquet({f"x{n}": [0] for n in range(50_000)}),
}


def run(program, path):
    """Status, message, seconds of processor time and bytes of memory."""
    child = subprocess.Popen([program, "classify", path, "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, said.strip(), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def check(program, files):
    wrong = 0
    for name, made in files.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            # In a process of its own: what starts a program passes its own memory on to what is counted.
            maker = multiprocessing.Process(target=lambda: path.write_bytes(made()))
            maker.start(), maker.join()
            size = path.stat().st_size
            status, said, seconds, memory = run(program, path)
        # A cell may stand anywhere. Entities are not expanded: a text that holds their names alone is short and no error; a text said
        # again is none.
        fine = status == 2 and "notis: error:" in said or status == 0 and name.startswith(("far", "entities", "again"))
        bad = not fine or "panicked" in said or seconds > MOST_SECONDS or memory > MOST_MEMORY
        wrong += bad
        print(f"{'WRONG ' if bad else ''}{name}: {size / 1e6:.1f} MB, status {status}, {seconds:.1f} s, {memory / 1e6:.0f} MB: {said.replace(folder, '')[:150]}", flush=True)
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notis", default="target/release/notis")
    parser.add_argument("--columnar", help="notis with the feature columnar")
    args = parser.parse_args()
    wrong = check(args.columnar, COLUMNAR) if args.columnar else check(args.notis, BOMBS)
    print(f"{wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
