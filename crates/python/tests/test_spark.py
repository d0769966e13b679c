"""Spark on two workers gives, row for row, what the command line gives.

NOTIS names the command; NOTIS_SPARK_ARTICLES says how many articles go through (2,000 unless it says otherwise).
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys

import notis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import FERRY, ROCKET, SALMON

ROOT = pathlib.Path(__file__).resolve().parents[3]
COMMAND = os.environ.get("NOTIS", str(ROOT / "target/release/notis"))
COUNT = int(os.environ.get("NOTIS_SPARK_ARTICLES", "2000"))

assert shutil.which("java"), "Spark needs Java, and there is none: install a JRE (Debian: default-jre-headless)"


@pytest.fixture(scope="module")
def session():
    from pyspark.sql import SparkSession

    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_HOSTNAME="127.0.0.1")
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("notis")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """A Parquet file of articles, and the same as JSON Lines."""
    folder = tmp_path_factory.mktemp("archive")
    samples = [article["text"] for article in notis.read(ROOT / "data/samples")]
    bodies = [ROCKET, FERRY, SALMON, *samples]
    rows = [
        {
            "id": f"sak-{number:05}",
            "date": f"2026-11-{1 + number % 3:02}",
            "title": f"Sak nummer {number}" if number % 2 else None,
            "text": f"{bodies[number % len(bodies)]}\n\nDette er sak nummer {number} i år.",
            "labels": [["laks"], ["ferje"], []][number % 3] if number % 4 else None,
        }
        for number in range(COUNT)
    ]
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, folder / "articles.parquet", row_group_size=max(COUNT // 8, 1))
    lines = [{name: value for name, value in row.items() if value is not None} for row in rows]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "articles.jsonl").write_text(text, encoding="utf8")
    return folder


def command(*arguments):
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def rows(df):
    return sorted((row.asDict(recursive=True) for row in df.collect()), key=lambda row: row["id"])


def test_tags_are_those_of_the_command(session, articles):
    df = session.read.parquet(str(articles / "articles.parquet")).repartition(8)
    tagged = rows(notis_spark().classify(df, title="title").drop("text"))
    expected = command("classify", articles / "articles.jsonl", "--format", "jsonl")
    assert len(tagged) == len(expected) == COUNT
    for row, line in zip(tagged, expected):
        assert row["id"] == line["id"]
        assert [tag["topic"] for tag in row["topics"]] == [tag["topic"] for tag in line["topics"]]
        assert [tag["probability"] for tag in row["topics"]] == pytest.approx([tag["probability"] for tag in line["topics"]])
        assert (row["lang"], row["reason"]) == (line["lang"], line.get("reason"))


def test_digests_are_those_of_the_command(session, articles):
    df = session.read.parquet(str(articles / "articles.parquet")).repartition(8)
    digests = rows(notis_spark().digest(df, title="title", sentences=2))
    expected = command("digest", articles / "articles.jsonl", "--sentences", "2", "--format", "jsonl")
    assert [row["digest"] for row in digests] == [line["text"] for line in expected]
    for row in digests:
        first = row["sentences"][0]
        assert first["text"][-12:-1] in " ".join(row["text"][first["start"] : first["end"]].split())


def test_a_killed_worker_is_survived(session, articles, tmp_path):
    """The first task that finds no mark leaves one and kills its executor, the parent of Python's daemon."""
    mark = str(tmp_path / "killed")
    df = session.read.parquet(str(articles / "articles.parquet")).repartition(8)

    def killing(batches):
        import pathlib

        if not pathlib.Path(mark).exists():
            pathlib.Path(mark).touch()
            daemon = int(pathlib.Path(f"/proc/{os.getppid()}/stat").read_text().rsplit(")", 1)[1].split()[1])
            os.kill(daemon, signal.SIGKILL)
        yield from batches

    through = notis_spark().classify(df.mapInArrow(killing, df.schema), title="title")
    tagged = rows(through.select("id", "topics"))
    assert os.path.exists(mark), "an executor was killed"
    assert tagged == rows(notis_spark().classify(df, title="title").select("id", "topics"))


def test_statistics_are_those_of_the_command(session, articles, tmp_path):
    subprocess.run([COMMAND, "count", articles / "articles.jsonl", "-q", "-o", tmp_path / "all.stats"], check=True)
    df = session.read.parquet(str(articles / "articles.parquet")).drop("title")
    without = [{**json.loads(line), "title": None} for line in (articles / "articles.jsonl").read_text().splitlines()]
    expected = notis.Statistics.count([{k: v for k, v in row.items() if v is not None} for row in without])
    for parts in (1, 7, 64):
        assert notis_spark().count(df.repartition(parts)) == expected, f"{parts} partitions"
    titled = notis.Statistics.count(notis.read(articles / "articles.jsonl"))
    assert titled == notis.Statistics.open(tmp_path / "all.stats")


def test_features_are_those_of_the_vectorizer(session, articles):
    from notis.sklearn import NotisVectorizer

    texts = [row["text"] for row in pq.read_table(articles / "articles.parquet").slice(0, 50).to_pylist()]
    vectorizer = NotisVectorizer("words=1").fit(texts)
    df = session.read.parquet(str(articles / "articles.parquet")).limit(50)
    found = rows(notis_spark().features(df, vectorizer))
    for row in found[:10]:
        expected = vectorizer.transform([row["text"]])
        assert row["features"]["indices"] == expected.indices.tolist()
        assert row["features"]["values"] == pytest.approx(expected.data.tolist())
        assert row["features"]["size"] == expected.shape[1]


def test_the_example_writes_an_archive(articles, tmp_path):
    small = pq.read_table(articles / "articles.parquet").slice(0, 60)
    pq.write_table(small, tmp_path / "in.parquet")
    example = ROOT / "crates/python/examples/spark_archive.py"
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    subprocess.run([sys.executable, example, tmp_path / "in.parquet", tmp_path / "out"], check=True, env=environment, timeout=300)
    tagged = pq.read_table(tmp_path / "out/tagged").to_pylist()
    assert len(tagged) == 60 and any(tag["topic"] == "nord-korea" for row in tagged for tag in row["topics"])
    assert len(list((tmp_path / "out/tagged").glob("date=*"))) == 3
    stories = pq.read_table(tmp_path / "out/stories").to_pylist()
    assert sorted(id for story in stories for id in story["articles"]) == sorted(row["id"] for row in tagged)
    assert all(story["digest"] for story in stories)


def notis_spark():
    from notis import spark

    return spark
