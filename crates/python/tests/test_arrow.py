"""Arrow in, Arrow out, with everybody who speaks it."""

import notis
import pyarrow as pa
import pytest
from conftest import FERRY, ROCKET, SALMON

TOPICS = pa.list_(pa.field("item", pa.struct([pa.field("topic", pa.string(), False), pa.field("probability", pa.float32(), False)]), False))


@pytest.fixture(scope="module")
def rows():
    return {"number": [1, 2, 3, 4], "text": [ROCKET, None, FERRY, SALMON], "title": ["Rakett", "Tom", None, "Laks"]}


def topics(answer):
    return [None if row is None else [tag["topic"] for tag in row] for row in answer]


def test_a_table_keeps_its_columns(desk, rows):
    tagged = pa.table(desk.classify(pa.table(rows)))
    assert tagged.column_names == ["number", "text", "title", "topics", "lang", "reason"]
    assert tagged.schema.field("topics").type == TOPICS
    assert tagged["number"].to_pylist() == [1, 2, 3, 4]
    expected = [desk.classify({"text": text, "title": title}) if text else None for text, title in zip(rows["text"], rows["title"])]
    assert topics(tagged["topics"].to_pylist()) == [e and [tag.topic for tag in e.topics] for e in expected]
    assert tagged["lang"].to_pylist() == [e and e.lang for e in expected]
    assert tagged["reason"].to_pylist() == [e and e.reason for e in expected]


def test_digests_have_their_sentences(desk, rows):
    digests = pa.table(desk.digest(pa.table(rows), sentences=1)).to_pylist()
    assert digests[1]["digest"] is None and digests[1]["sentences"] is None
    for row in (row for row in digests if row["text"]):
        one = desk.digest({"text": row["text"], "title": row["title"]}, sentences=1)
        assert row["digest"] == one.text
        assert row["sentences"] == [{"text": s.text, "start": s.start, "end": s.end} for s in one.sentences]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())])
def test_every_form_of_text_is_read(desk, rows, kind):
    plain = pa.table(desk.classify(pa.array(rows["text"])))
    made = pa.array(rows["text"]).cast(kind) if not pa.types.is_dictionary(kind) else pa.array(rows["text"]).dictionary_encode()
    assert pa.table(desk.classify(made)).equals(plain)
    assert plain.column_names == ["topics", "lang", "reason"]


def test_chunks_slices_and_streams(desk, rows):
    table = pa.table(rows)
    whole = pa.table(desk.classify(table))
    chunked = pa.concat_tables([table.slice(1, 2), table.slice(3), table.slice(0, 1)])
    again = pa.table(desk.classify(chunked)).sort_by("number")
    assert again["topics"].to_pylist() == whole["topics"].to_pylist()
    reader = pa.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=1))
    assert pa.table(desk.classify(reader))["topics"].to_pylist() == whole["topics"].to_pylist()
    [batch] = table.to_batches()
    assert len(desk.classify(batch)) == 4
    assert len(desk.classify(table.slice(0, 0))) == 0
    assert pa.table(desk.classify(table.slice(0, 0))).column_names == whole.column_names


def test_polars(desk, rows):
    import polars as pl

    frame = pl.DataFrame(rows)
    tagged = desk.classify(frame).to_polars()
    assert tagged.columns[:3] == frame.columns and tagged.select(frame.columns).equals(frame)
    assert tagged["topics"].dtype == pl.List(pl.Struct({"topic": pl.String, "probability": pl.Float32}))
    column = desk.classify(frame["text"]).to_polars()
    assert topics(column["topics"].to_list()) == topics(desk.classify(pa.array(rows["text"])).to_pyarrow()["topics"].to_pylist())


def test_pandas(desk, rows):
    import pandas as pd

    frame = pd.DataFrame(rows)
    tagged = desk.classify(frame).to_pandas()
    assert list(tagged.columns[:3]) == list(frame.columns)
    assert [list(frame.text)[0], len(tagged)] == [ROCKET, 4]
    assert tagged.topics[0][0]["topic"] == "nord-korea"


def test_duckdb(desk, rows):
    import duckdb

    connection = duckdb.connect()
    articles = pa.table(rows)  # noqa: F841: DuckDB finds it by its name
    relation = connection.sql("select number, text, title from articles order by number")
    tagged = desk.classify(relation)  # noqa: F841
    counted = connection.sql("select count(*), count(topics) from tagged").fetchall()
    assert counted == [(4, 3)]
    named = connection.sql("select t.topic from (select unnest(topics) as t from tagged) where t.topic = 'nord-korea'").fetchall()
    assert named == [("nord-korea",)]


def test_what_does_not_fit_says_why(desk, rows):
    with pytest.raises(notis.OptionsError, match="no column «brødtekst» of texts, but number, text, title"):
        desk.classify(pa.table(rows), text="brødtekst")
    with pytest.raises(notis.InputError, match="a column of text is wanted, not of Int64"):
        desk.classify(pa.table(rows), text="number")
    with pytest.raises(notis.OptionsError, match="has a column «topics» already"):
        desk.classify(desk.classify(pa.table(rows)))
    with pytest.raises(notis.OptionsError, match="no column for explain"):
        desk.classify(pa.table(rows), explain=True)


def test_columns_pass_through_without_a_copy(desk, rows):
    table = pa.table({"text": pa.array([ROCKET] * 300, pa.large_string())}).combine_chunks()
    address = table["text"].chunk(0).buffers()[2].address
    tagged = pa.table(desk.classify(table))
    assert {chunk.buffers()[2].address for chunk in tagged["text"].chunks} == {address}


def test_a_table_without_the_column_is_refused_whether_it_has_rows_or_not(desk):
    for columns in ({}, {"tekst": pa.array([], pa.string())}, {"tekst": [ROCKET]}):
        table = pa.table(columns)
        with pytest.raises(notis.OptionsError, match="no column «text» of texts"):
            desk.classify(table)
    with pytest.raises(notis.OptionsError, match="no column «tittel» of titles"):
        desk.classify(pa.table({"text": [ROCKET]}), title="tittel")
