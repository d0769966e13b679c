"""An archive on Spark: Parquet in, tagged Parquet out, and the stories of each day.

usage: spark_archive.py ARTICLES.parquet FOLDER [MASTER]

ARTICLES has the columns id, date, title and text. FOLDER gets `tagged` (the articles with their topics and digests, a
folder a date) and `stories` (a row a story of each date). MASTER is local[2] unless another is named.
"""

import sys
from pathlib import Path

from notis import spark as notis
from pyspark.sql import SparkSession


def main(articles: str, folder: str, master: str = "local[2]") -> None:
    session = (
        SparkSession.builder.master(master)
        .appName("notis")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    read = session.read.parquet(articles)
    tagged = notis.digest(notis.classify(read, title="title"), title="title", sentences=2)
    tagged.write.partitionBy("date").parquet(str(Path(folder, "tagged")))
    notis.stories(read, partition="date", sentences=2).write.parquet(str(Path(folder, "stories")))
    session.stop()


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
