"""How fast long documents in Parquet are tagged by a loop, by Arrow, Polars, DuckDB and Spark, in one run.

usage: engines.py COUNT ARTICLES.jsonl.gz…

Takes the COUNT longest texts of the files. Every way reads the Parquet file and tags all of them three times, in turn; the best
of each is printed with its share of the loop's time. Spark (`local[2]`) has been used once before, so that its start and the
loading of the model by its workers do not count.
"""

import gzip
import json
import os
import pathlib
import sys
import tempfile
import time

import duckdb
import notis
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from notis import spark

TOPICS = "STRUCT(topic VARCHAR, probability FLOAT)[]"


def longest(files, count):
    texts = (json.loads(line)["text"] for file in files for line in gzip.open(file, "rt", encoding="utf8"))
    return sorted(texts, key=len, reverse=True)[:count]


def session():
    from pyspark.sql import SparkSession

    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_LOCAL_HOSTNAME="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    settings = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false"}
    return SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()


def ways(file, desk):
    """Each way by its name: a function that tags the file and says how many rows it has tagged."""

    def loop():
        return len([desk.classify(text) for text in pq.read_table(file)["text"].to_pylist()])

    def arrow():
        return len(desk.classify(pq.read_table(file)))

    def polars():
        lazy = pl.scan_parquet(file)
        added = lazy.map_batches(lambda batch: desk.classify(batch).to_polars(), validate_output_schema=False)
        return added.collect().height

    def tags(column: pa.Array) -> pa.Array:
        return desk.classify(column).to_pyarrow()["topics"].combine_chunks()

    connection = duckdb.connect()
    connection.create_function("tags", tags, ["VARCHAR"], TOPICS, type="arrow")

    def duck():
        return len(connection.sql(f"select tags(text) from '{file}'").fetch_arrow_table())

    running = session()

    def on_spark():
        tagged = spark.classify(running.read.parquet(str(file)).repartition(2)).drop("text")
        return len(tagged.toArrow())

    on_spark()
    return {"a loop": loop, "Arrow": arrow, "Polars": polars, "DuckDB": duck, "Spark local[2]": on_spark}


def main(count, *files):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "articles.parquet")
        texts = longest(files, int(count))
        table = pa.table({"id": list(map(str, range(len(texts)))), "text": texts})
        pq.write_table(table, file, row_group_size=max(len(texts) // 8, 1))
        print(f"{len(texts)} documents of {sum(map(len, texts)) // len(texts)} characters on the mean", flush=True)
        tagging, best = ways(file, notis.load()), {}
        for _ in range(3):
            for name, work in tagging.items():
                start = time.perf_counter()
                assert work() == len(texts), name
                best[name] = min(best.get(name, float("inf")), time.perf_counter() - start)
    for name, seconds in best.items():
        print(f"{name}: {seconds:.1f} s, {seconds / best['a loop']:.2f} of the loop's time")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
