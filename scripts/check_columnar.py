#!/usr/bin/env python3
"""Reads tables in columns that other programs write, and lets other programs read those of notis.

usage: scripts/check_columnar.py --notis PROGRAM --articles PROGRAM

PROGRAMs are built with the feature columnar: `cargo build -p notis-corpus -p notis -p notis-cli --features notis-cli/columnar
--bin notis --example articles`. Needs `pip install pyarrow polars duckdb pandas fastparquet nanoarrow`; what
JavaScript writes is read where `npm` is installed. For each file ids, titles, dates, labels and words must come back as they
were given, also from a pipe and packed. Tags and digests of `data/samples` must say in pyarrow, polars and DuckDB what they
say in JSON Lines.
"""
import argparse
import datetime
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAYS = [datetime.date(2024, 3, 3), datetime.date(2025, 11, 30)]
ARTICLES = [
    {"id": "sak-1", "title": "Ferja & kaia: «Vi ventar»", "text": "Ferja ligg ved kai.\n\nKøen er lang; ho når kyrkja.", "date": DAYS[0],
     "labels": ["samferdsel", "vær"], "url": "https://avisa.example/1", "source": "Fjordavisa"},
    {"id": "sak-2", "title": "Blåbærsyltetøy på Røros", "text": "Det kokte i \"alle\" gryter. Æ, ø og å, sa ho.", "date": DAYS[1],
     "labels": ["mat"], "url": "https://avisa.example/2", "source": "Fjordavisa"},
    {"id": "sak-3", "title": None, "text": "Ei linje utan noko meir.", "date": None, "labels": [], "url": None, "source": "Fjordavisa"},
]
FIELDS = ["id", "title", "date", "labels", "text", "url", "source"]


def column(name):
    return [article[name] for article in ARTICLES]


def moments(zone):
    return [day and datetime.datetime.combine(day, datetime.time(12, 30), zone) for day in column("date")]


def told(moment):
    """A date as notis gives it back."""
    return moment and moment.isoformat()


def arrow_table(large=False, dictionary=False, dates=None):
    import pyarrow as pa

    text = pa.large_string() if large else pa.string()
    items = pa.large_list(text) if large else pa.list_(text)
    columns = {"id": pa.array(column("id"), text), "title": pa.array(column("title"), text), "date": dates if dates is not None else pa.array(column("date"), pa.date32()),
               "labels": pa.array(column("labels"), items), "text": pa.array(column("text"), text), "url": pa.array(column("url"), text),
               "source": pa.array(column("source"), text)}
    if dictionary:
        columns["source"] = columns["source"].dictionary_encode()
        columns["labels"] = pa.ListArray.from_arrays(columns["labels"].offsets, columns["labels"].values.dictionary_encode())
    # Columns of no use to anybody here, of types that no field has.
    columns["vekt"] = pa.array([1.5, None, 2.5])
    columns["sted"] = pa.array([{"lat": 60.0}, None, {"lat": 61.0}])
    return pa.table(columns)


def zoned():
    import pyarrow as pa

    zone = datetime.timezone(datetime.timedelta(hours=1))
    return pa.array(moments(zone), pa.timestamp("us", tz="Europe/Oslo")), [told(m) for m in moments(zone)]


def by_pyarrow(folder):
    import pyarrow as pa
    import pyarrow.feather
    import pyarrow.parquet as pq

    dates, dated = zoned()
    for name, options in {"snappy": {}, "sider2": {"data_page_version": "2.0", "compression": "zstd"}, "gammel": {"version": "1.0", "compression": "gzip", "use_dictionary": False},
                          "lz4": {"compression": "lz4", "row_group_size": 1}, "uten-skjema": {"store_schema": False}}.items():
        pq.write_table(arrow_table(), folder / f"pyarrow-{name}.parquet", **options)
        yield f"pyarrow-{name}.parquet", None
    pq.write_table(arrow_table(large=True, dates=dates), folder / "pyarrow-stor.parquet")
    yield "pyarrow-stor.parquet", dated
    pq.write_table(arrow_table(dictionary=True), folder / "pyarrow-ordbok.parquet")
    yield "pyarrow-ordbok.parquet", None
    for name, options in {"ukomprimert": {"compression": "uncompressed"}, "lz4": {"compression": "lz4"}, "zstd": {"compression": "zstd", "chunksize": 1}}.items():
        pa.feather.write_feather(arrow_table(), folder / f"pyarrow-{name}.feather", **options)
        yield f"pyarrow-{name}.feather", None
    for name, table, expected in [("strøm.arrows", arrow_table(large=True, dates=dates), dated), ("ordbok.arrows", arrow_table(dictionary=True), None)]:
        with pa.ipc.new_stream(folder / f"pyarrow-{name}", table.schema) as out:
            out.write_table(table, max_chunksize=2)
        yield f"pyarrow-{name}", expected


def frame():
    import pandas

    return pandas.DataFrame({name: column(name) for name in FIELDS}).assign(date=lambda f: pandas.to_datetime(f["date"]))


def by_pandas(folder):
    frame().to_parquet(folder / "pandas.parquet")
    yield "pandas.parquet", None
    frame().astype({"source": "category"}).set_index("id", drop=False).to_parquet(folder / "pandas-kategori.parquet", compression="zstd")
    yield "pandas-kategori.parquet", None
    frame().to_feather(folder / "pandas.feather")
    yield "pandas.feather", None


def by_fastparquet(folder):
    import fastparquet

    for name, options in {"fastparquet": {}, "fastparquet-gzip": {"compression": "GZIP"}, "fastparquet-int96": {"times": "int96", "compression": "SNAPPY"}}.items():
        kinds = {"labels": "json", **{name: "utf8" for name in FIELDS if name not in ("labels", "date")}}
        # It takes seconds for what it writes, and reads 1970 itself, where a date does not count nanoseconds.
        fastparquet.write(folder / f"{name}.parquet", frame().astype({"date": "datetime64[ns]"}), object_encoding=kinds, **options)
        yield f"{name}.parquet", None


def by_polars(folder):
    import polars

    frame = polars.DataFrame({name: column(name) for name in FIELDS}, schema_overrides={"labels": polars.List(polars.String)})
    frame = frame.with_columns(polars.col("source").cast(polars.Categorical))
    frame.write_parquet(folder / "polars.parquet"), frame.write_parquet(folder / "polars-snappy.parquet", compression="snappy", row_group_size=2)
    zone = datetime.timezone(datetime.timedelta(hours=1))
    stamped = frame.with_columns(polars.Series("date", moments(zone)).dt.convert_time_zone("Europe/Oslo"))
    stamped.write_parquet(folder / "polars-tid.parquet")
    frame.write_ipc(folder / "polars.arrow"), frame.write_ipc(folder / "polars-zstd.arrow", compression="zstd"), frame.write_ipc_stream(folder / "polars-strøm.arrows")
    stamped.write_ipc(folder / "polars-eldste.arrow", compat_level=polars.CompatLevel.oldest())
    dated = [told(m) for m in moments(zone)]
    yield from [("polars.parquet", None), ("polars-snappy.parquet", None), ("polars-tid.parquet", dated), ("polars.arrow", None), ("polars-zstd.arrow", None),
                ("polars-strøm.arrows", None), ("polars-eldste.arrow", dated)]


def by_duckdb(folder):
    import duckdb

    base = duckdb.connect()
    base.execute("set timezone = 'UTC'"), base.execute("create type avis as enum ('Fjordavisa', 'Kystavisa')")
    base.execute("create table saker (id text, title text, date date, labels text[], text text, url text, source avis)")
    base.executemany("insert into saker values (?, ?, ?, ?, ?, ?, ?)", [[a[name] for name in FIELDS] for a in ARTICLES])
    for name, options in {"duckdb": "format parquet", "duckdb-zstd": "format parquet, compression zstd", "duckdb-v2": "format parquet, parquet_version v2"}.items():
        base.execute(f"copy saker to '{folder / name}.parquet' ({options})")
        yield f"{name}.parquet", None
    base.execute(f"copy (select * replace (date + interval 750 minutes as date) from saker) to '{folder / 'duckdb-tid.parquet'}' (format parquet)")
    yield "duckdb-tid.parquet", [told(m) for m in moments(None)]


def by_nanoarrow(folder):
    import nanoarrow.ipc

    with nanoarrow.ipc.StreamWriter.from_path(folder / "nanoarrow.arrows") as out:
        out.write_stream(arrow_table())
    yield "nanoarrow.arrows", None


JAVASCRIPT = """
const arrow = require("apache-arrow"), fs = require("fs"), [articles, folder] = [JSON.parse(process.argv[2]), process.argv[3]];
const fields = ["id", "title", "date", "labels", "text", "url", "source"], vectors = {};
for (const name of fields) vectors[name] = arrow.vectorFromArray(articles.map((a) => a[name]), name === "labels"
    ? new arrow.List(new arrow.Field("item", new arrow.Utf8())) : new arrow.Utf8());
const table = new arrow.Table(vectors);
fs.writeFileSync(folder + "/javascript.arrow", arrow.tableToIPC(table, "file"));
fs.writeFileSync(folder + "/javascript.arrows", arrow.tableToIPC(table, "stream"));
import("hyparquet-writer").then(({ parquetWriteFile }) => parquetWriteFile({ filename: folder + "/javascript.parquet",
    columnData: fields.map((name) => ({ name, data: articles.map((a) => name === "labels" ? a[name].join(";") : a[name]), type: "STRING" })) }));
"""


def by_javascript(folder):
    if not shutil.which("npm"):
        return
    packages = folder / "npm"
    packages.mkdir()
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "apache-arrow", "hyparquet-writer"], cwd=packages, check=True, capture_output=True)
    (packages / "write.js").write_text(JAVASCRIPT, encoding="utf8")
    articles = json.dumps([dict(a, date=told(a["date"])) for a in ARTICLES])
    subprocess.run(["node", "write.js", articles, str(folder)], cwd=packages, check=True)
    yield from [("javascript.arrow", None), ("javascript.arrows", None), ("javascript.parquet", None)]


WRITERS = [by_pyarrow, by_pandas, by_fastparquet, by_polars, by_duckdb, by_nanoarrow, by_javascript]


def read(program, path):
    run = subprocess.run([program, path], capture_output=True, text=True, encoding="utf8")
    return [json.loads(line) for line in run.stdout.splitlines()] or [{"error": run.stderr}]


def mistakes(articles, dates):
    dates = dates or [told(day) for day in column("date")]
    expected = [dict(a, date=date) for a, date in zip(ARTICLES, dates)]
    found = [{name: article.get(name) for name in FIELDS} if "error" not in article else article for article in articles]
    wrong = [f"{f} for {e}" for f, e in zip(found, expected) if f != e]
    return wrong + ([f"{len(found)} articles"] if len(found) != len(expected) else [])


def check_reading(args, folder):
    files = [(writer.__name__[3:], name, dates) for writer in WRITERS for name, dates in writer(folder)]
    count = wrong = 0
    for writer, name, dates in files:
        packed = folder / f"{name}.gz"
        packed.write_bytes(gzip.compress((folder / name).read_bytes()))
        for path in [folder / name, packed]:
            count += 1
            for mistake in mistakes(read(args.articles, path), dates):
                wrong += 1
                print(f"{path.name} of {writer}: {mistake}")
    print(f"{len(files)} files of {len({writer for writer, *_ in files})} programs read, plain and packed; {wrong} mistakes")
    return wrong


def rounded(value):
    """The same value with its numbers as exact as a float of four bytes."""
    if isinstance(value, dict):
        return {name: rounded(part) for name, part in value.items()}
    if isinstance(value, list):
        return [rounded(part) for part in value]
    return round(value, 5) if isinstance(value, float) else value


def expected_of(verb, line):
    """A row of the table, told by the line of JSON that says the same."""
    topics = [{"topic": t["topic"], "probability": t["probability"]} for t in line["topics"]] if verb == "classify" else None
    known = {name: line.get(name) for name in ["title", "date", "source", "url"]}
    if verb == "classify":
        scores = line.get("scores") and [{"topic": topic, "probability": p} for topic, p in line["scores"].items()]
        return {"id": line["id"], "topics": topics, "lang": line["lang"], "reason": line.get("reason"), "scores": scores, **known}
    sentences = [{name: s[name] for name in ["id", "text", "start", "end"] if name in s} for s in line["sentences"]]
    if "group" in line:
        return {"group": line["group"], "articles": line["articles"], "sources": line.get("sources", []), "digest": line["text"], "sentences": sentences,
                "names": [{"wikidata": None, **name} for name in line["names"]] if "names" in line else None}
    return {"id": line["id"], "method": line["method"], "digest": line["text"], "sentences": sentences, "topics": line["topics"],
            "keywords": line["keywords"], "names": line["names"],
            "name_kinds": [{"kind": kind, "wikidata": id} for kind, id in zip(line["name_kinds"], line["name_ids"])] if "name_kinds" in line else None, **known}


def by_readers(path):
    """The rows of a table as each program reads them."""
    import duckdb
    import polars
    import pyarrow.feather
    import pyarrow.parquet

    parquet = path.suffix == ".parquet"
    read = pyarrow.parquet.read_table(path) if parquet else pyarrow.feather.read_table(path)
    yield "pyarrow", read.to_pylist()
    yield "polars", (polars.read_parquet(path) if parquet else polars.read_ipc(path)).to_dicts()
    # DuckDB itself reads Arrow files by an extension alone; it takes tables of pyarrow.
    found = duckdb.connect().execute(f"select * from '{path}'" if parquet else "select * from read")
    names = [name for name, *_ in found.description]
    yield "DuckDB", [dict(zip(names, row)) for row in found.fetchall()]


def check_writing(args, folder):
    wrong = count = 0
    samples = ROOT / "data/samples"
    for verb in ["classify", "classify --scores", "digest", "digest --by topic", "digest --bullets 2", "digest --kinds", "digest --by story --kinds"]:
        command = [args.notis, *verb.split(), str(samples), "--quiet", "--format"]
        lines = [json.loads(line) for line in subprocess.run([*command, "jsonl"], check=True, capture_output=True, text=True, encoding="utf8").stdout.splitlines()]
        for form in ["parquet", "arrow"]:
            path = folder / f"ut.{form}"
            subprocess.run([*command, form, "-o", path], check=True)
            piped = subprocess.run([*command, form], check=True, capture_output=True).stdout
            if piped != path.read_bytes():
                wrong += 1
                print(f"{verb} --format {form} says something else through a pipe")
            expected = [rounded(expected_of(verb.split()[0], line)) for line in lines]
            for reader, rows in by_readers(path):
                count += 1
                rows = [rounded(row) for row in rows]
                if verb.startswith("digest") and "--by" not in verb:
                    rows = [dict({k: v for k, v in row.items() if k != "lang"}, topics=[t["topic"] for t in row["topics"]]) for row in rows]
                if rows != expected:
                    wrong += 1
                    print(f"{verb} --format {form}, read by {reader}: {next((r, e) for r, e in zip(rows, expected) if r != e) if len(rows) == len(expected) else len(rows)}")
    print(f"{count} tables of notis read by pyarrow, polars and DuckDB; {wrong} mistakes")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notis", default="target/debug/notis")
    parser.add_argument("--articles", default="target/debug/examples/articles")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wrong = check_reading(args, Path(folder)) + check_writing(args, Path(folder))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
