"""Tags and digests of an archive on a Spark cluster of two workers, row for row beside the command's, in one run.

usage: cluster.py NOTIS COUNT ARTICLES.jsonl.gz…

Takes the first COUNT articles of the files, lets the command NOTIS classify and digest them, and then Spark: a master and two
workers on this machine. Halfway through, the executor of one worker is killed. Every row that differs from the command's is
printed, and makes this fail.
"""

import gzip
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import pyarrow as pa
import pyarrow.parquet as pq
from notis import spark

PARTITIONS = 16


def collect(files, count):
    """Articles of all files under ids of their own, for those of the files may meet."""
    lines = (line for file in files for line in gzip.open(file, "rt", encoding="utf8"))
    read = map(json.loads, lines)
    fields = ({"title": article.get("title"), "text": article["text"]} for article in read)
    return [{"id": f"{number:06}", **article} for number, article in zip(range(count), fields)]


def command(program, verb, articles, folder):
    """What the command says of each article, and in how many seconds."""
    out = folder / f"{verb}.jsonl"
    started = time.perf_counter()
    flags = ["--format", "jsonl", "-q", "-o", out]
    subprocess.run([program, verb, articles, *flags], check=True)
    seconds = time.perf_counter() - started
    with out.open(encoding="utf8") as lines:
        return {line["id"]: line for line in map(json.loads, lines)}, seconds


def cluster():
    from pyspark.sql import SparkSession

    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_LOCAL_HOSTNAME="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    return (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("notis")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )


def killing(mark):
    """Hands batches on; the first task of the second half that has handed one on kills its executor, the parent of Python's
    daemon."""

    def work(batches):
        from pyspark import TaskContext

        for batch in batches:
            yield batch
            if TaskContext.get().partitionId() >= PARTITIONS // 2 and not pathlib.Path(mark).exists():
                pathlib.Path(mark).touch()
                daemon = int(pathlib.Path(f"/proc/{os.getppid()}/stat").read_text().rsplit(")", 1)[1].split()[1])
                os.kill(daemon, signal.SIGKILL)

    return work


def told(topics):
    return [topic["topic"] for topic in topics]


def probabilities(topics):
    return [topic["probability"] for topic in topics]


def differs(row, classified, digested):
    """What of a row is not the command's; its probabilities have four decimals."""
    pairs = {
        "topics": (told(row["topics"]), told(classified["topics"])),
        "lang": (row["lang"], classified["lang"]),
        "reason": (row["reason"], classified.get("reason")),
        "digest": (row["digest"], digested["text"]),
        "sentences": ([s["text"] for s in row["sentences"]], [s["text"] for s in digested["sentences"]]),
    }
    close = zip(probabilities(row["topics"]), probabilities(classified["topics"]))
    wrong = [name for name, (found, wanted) in pairs.items() if found != wanted]
    return wrong + ["probability"] * any(abs(found - wanted) > 0.000051 for found, wanted in close)


def main(program, count, *files):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        articles = collect(files, int(count))
        lines = (json.dumps({k: v for k, v in article.items() if v}, ensure_ascii=False) for article in articles)
        (folder / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")
        pq.write_table(pa.Table.from_pylist(articles), folder / "articles.parquet")
        number = len(articles)
        del articles
        classified, classifying = command(program, "classify", folder / "articles.jsonl", folder)
        digested, digesting = command(program, "digest", folder / "articles.jsonl", folder)
        print(f"{number} articles; the command: classify {classifying:.0f} s, digest {digesting:.0f} s", flush=True)
        session = cluster()
        started = time.perf_counter()
        df = session.read.parquet(str(folder / "articles.parquet")).repartition(PARTITIONS)
        df = df.mapInArrow(killing(str(folder / "killed")), df.schema)
        both = spark.digest(spark.classify(df, title="title"), title="title")
        both.drop("text", "title").write.parquet(str(folder / "out"))
        seconds = time.perf_counter() - started
        rows = pq.read_table(folder / "out").to_pylist()
        killed = (folder / "killed").exists()
        session.stop()
    wrong = {row["id"]: differs(row, classified[row["id"]], digested[row["id"]]) for row in rows}
    wrong = {row: fields for row, fields in wrong.items() if fields}
    print(*wrong.items(), sep="\n")
    seen = {row["id"] for row in rows}
    print(f"Spark: both in {seconds:.0f} s; {len(rows)} rows, {len(wrong)} differ; a worker killed: {killed}")
    if wrong or not number == len(rows) == len(seen) or not killed:
        sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
