"""notis on Apache Spark: data frames in, data frames out, by ``mapInArrow``.

A model is broadcast once, and loaded once by each Python worker, which Spark keeps from task to task. Each worker uses one
thread, since Spark starts as many workers as an executor has cores.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql import types as t

from notis._desk import Desk
from notis._statistics import Statistics

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import DataFrame

    from notis.sklearn import NotisVectorizer

__all__ = ["classify", "count", "digest", "features", "stories"]

Batches = Iterator[pa.RecordBatch]

TOPICS = t.ArrayType(
    t.StructType(
        [t.StructField("topic", t.StringType(), False), t.StructField("probability", t.FloatType(), False)]
    ),
    False,
)
SENTENCES = t.ArrayType(
    t.StructType(
        [
            t.StructField("text", t.StringType(), False),
            t.StructField("start", t.LongType(), False),
            t.StructField("end", t.LongType(), False),
        ]
    ),
    False,
)
FEATURES = t.StructType(
    [
        t.StructField("size", t.IntegerType(), False),
        t.StructField("indices", t.ArrayType(t.IntegerType(), False), False),
        t.StructField("values", t.ArrayType(t.FloatType(), False), False),
    ]
)


def classify(df: DataFrame, *, text: str = "text", title: str | None = None, desk: Desk | None = None) -> DataFrame:
    """Tell what the articles of a data frame are about.

    Parameters
    ----------
    df : DataFrame
        One article a row.
    text, title : str
        The columns that hold the texts and, where there are any, the titles.
    desk : Desk, optional
        The model; without it, the one that ships with notis.

    Returns
    -------
    DataFrame
        With further columns ``topics: array<struct<topic, probability>>``, ``lang`` and ``reason``.
    """
    added = [("topics", TOPICS), ("lang", t.StringType()), ("reason", t.StringType())]
    return _added(df, added, desk, lambda desk, batch: desk.classify(batch, text=text, title=title))


def digest(
    df: DataFrame,
    *,
    text: str = "text",
    title: str | None = None,
    desk: Desk | None = None,
    sentences: int | None = None,
    words: int | None = None,
) -> DataFrame:
    """Digest the articles of a data frame.

    Parameters
    ----------
    df, text, title, desk
        As for :func:`classify`.
    sentences, words : int, optional
        How long a digest is to be, as in :meth:`notis.Desk.digest`.

    Returns
    -------
    DataFrame
        With further columns ``digest`` and ``sentences: array<struct<text, start, end>>``, in characters.
    """
    added = [("digest", t.StringType()), ("sentences", SENTENCES)]
    return _added(
        df,
        added,
        desk,
        lambda desk, batch: desk.digest(batch, text=text, title=title, sentences=sentences, words=words),
    )


def features(df: DataFrame, vectorizer: NotisVectorizer, *, text: str = "text") -> DataFrame:
    """Give the TF-IDF rows of the articles of a data frame.

    Parameters
    ----------
    df : DataFrame
        One article a row.
    vectorizer : NotisVectorizer
        One that was fitted, on a sample or elsewhere.

    Returns
    -------
    DataFrame
        With a further column ``features: struct<size, indices, values>``.
    """
    broadcast = df.sparkSession.sparkContext.broadcast(vectorizer)

    def work(batches: Batches) -> Batches:
        for batch in batches:
            rows = broadcast.value.transform([text or "" for text in batch.column(text).to_pylist()])
            yield _with(batch, [("features", _sparse(rows))])

    return df.mapInArrow(work, _schema(df, [("features", FEATURES)]))


def stories(
    df: DataFrame, *, partition: str = "date", desk: Desk | None = None, sentences: int | None = None
) -> DataFrame:
    """Find the stories among the articles of each partition, and digest them.

    Parameters
    ----------
    df : DataFrame
        One article a row, with the columns ``id``, ``text`` and, where they are known, ``title``, ``date``, ``source``.
    partition : str
        The column by which articles are parted; those of one value are brought to one worker, and must fit there.
    desk, sentences
        As for :func:`digest`.

    Returns
    -------
    DataFrame
        A row a story: the partition, ``story``, ``articles: array<string>`` (their ids, newest first) and ``digest``.
    """
    state, key = _state(desk)
    broadcast = df.sparkSession.sparkContext.broadcast(state)
    kind = df.schema[partition]
    added = [("story", t.StringType()), ("articles", t.ArrayType(t.StringType())), ("digest", t.StringType())]

    def work(table: pa.Table) -> pa.Table:
        groups = _loaded(key, broadcast).stories(table.to_pylist(), sentences=sentences)
        return pa.table(
            {
                partition: table[partition].combine_chunks().take(pa.array([0] * len(groups), pa.int64())),
                "story": pa.array([group.group for group in groups], pa.string()),
                "articles": pa.array([group.articles for group in groups], pa.list_(pa.string())),
                "digest": pa.array([group.text for group in groups], pa.string()),
            }
        )

    schema = t.StructType([kind, *(t.StructField(name, of) for name, of in added)])
    return df.groupBy(partition).applyInArrow(work, schema)


def count(
    df: DataFrame,
    *,
    text: str = "text",
    title: str | None = None,
    labels: str = "labels",
    features: str | None = None,
    sample: int | None = None,
) -> Statistics:
    """Count the articles of a data frame, partition by partition, and add up the numbers.

    Parameters
    ----------
    df : DataFrame
        One article a row, with a column of its labels: ``array<string>``, null where nobody labelled it.
    text, title
        As for :func:`classify`.
    features, sample
        As for :meth:`notis.Statistics.count`.

    Returns
    -------
    Statistics
        The same bytes as on one machine.
    """

    def work(batches: Batches) -> Batches:
        parts = [_counted(batch, text, title, labels, features=features, sample=sample) for batch in batches]
        if parts:
            yield pa.RecordBatch.from_pydict({"part": [Statistics.sum(parts).to_bytes()]})

    parts = df.mapInArrow(work, t.StructType([t.StructField("part", t.BinaryType())]))
    plus: Callable[[bytes, bytes], bytes] = lambda a, b: (Statistics(a) + Statistics(b)).to_bytes()  # noqa: E731
    return Statistics(parts.rdd.map(lambda row: bytes(row.part)).treeReduce(plus))


def _counted(batch: pa.RecordBatch, text: str, title: str | None, labels: str, **options: Any) -> Statistics:
    names = {"text": text, "labels": labels} | ({"title": title} if title is not None else {})
    columns = [batch.column(column).to_pylist() for column in names.values()]
    rows = (dict(zip(names, values)) for values in zip(*columns))
    return Statistics.count([row for row in rows if row["text"] is not None], threads=1, **options)


def _added(
    df: DataFrame,
    added: list[tuple[str, t.DataType]],
    desk: Desk | None,
    answer: Callable[[Desk, pa.RecordBatch], Any],
) -> DataFrame:
    """The data frame with the columns that a desk adds."""
    state, key = _state(desk)
    broadcast = df.sparkSession.sparkContext.broadcast(state)

    def work(batches: Batches) -> Batches:
        own = _loaded(key, broadcast)
        for batch in batches:
            yield from pa.table(answer(own, batch)).combine_chunks().to_batches()

    return df.mapInArrow(work, _schema(df, added))


def _state(desk: Desk | None) -> tuple[dict[str, Any], str]:
    """What makes a desk again, and a key that tells it from others."""
    state = {"model": None, "options": {}, "remarks": []} if desk is None else desk.__getstate__()
    return state, hashlib.sha256(pickle.dumps(state)).hexdigest()


_desks: dict[str, Desk] = {}
"""The desk of this worker, by its key; it lives as long as the worker does."""


def _loaded(key: str, broadcast: Broadcast[dict[str, Any]]) -> Desk:
    if key not in _desks:
        state = broadcast.value
        _desks.clear()
        _desks[key] = Desk(state["model"], **{**state["options"], "threads": 1})
    return _desks[key]


def _schema(df: DataFrame, added: list[tuple[str, t.DataType]]) -> t.StructType:
    return t.StructType([*df.schema.fields, *(t.StructField(name, kind) for name, kind in added)])


def _with(batch: pa.RecordBatch, added: list[tuple[str, pa.Array]]) -> pa.RecordBatch:
    names = [*batch.schema.names, *(name for name, _ in added)]
    return pa.RecordBatch.from_arrays([*batch.columns, *(array for _, array in added)], names=names)


def _sparse(rows: Any) -> pa.Array:
    """CSR as an array of structs, its data taken over without a copy."""
    offsets = pa.array(rows.indptr)
    parts = [
        pa.array([rows.shape[1]] * rows.shape[0], pa.int32()),
        pa.ListArray.from_arrays(offsets, pa.array(rows.indices)),
        pa.ListArray.from_arrays(offsets, pa.array(rows.data)),
    ]
    return pa.StructArray.from_arrays(parts, ["size", "indices", "values"])
