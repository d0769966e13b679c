"""What schemathesis is told of the API beside its description (scripts/check_api.py names this file in SCHEMATHESIS_HOOKS):
how JSON Lines are made, and an article and a topic that are there, so that not every request ends with 404."""

import json

import schemathesis
from hypothesis import strategies as st

ARTICLE, TOPIC = "rakett", "fn"
# A digest has one length; a description cannot say that of the parts of a query.
LENGTHS = ("sentences", "words", "chars", "ratio")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
records = st.fixed_dictionaries({"text": texts}, optional={"id": texts, "title": texts, "date": texts, "labels": st.lists(texts)})
lines = st.one_of(records.map(json.dumps), texts.map(lambda text: text.replace("\n", " ")))
schemathesis.openapi.media_type("application/jsonl", st.lists(lines).map(lambda lines: "\n".join(lines).encode()))


@schemathesis.serializer("application/jsonl")
def serialize(context, value):
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def known(value, instead):
    """Every other text becomes the one that is known."""
    return instead if isinstance(value, str) and len(value) % 2 else value


@schemathesis.hook
def map_body(context, body):
    if isinstance(body, dict) and "article" in body and isinstance(body.get("labels"), list):
        body["article"] = known(body["article"], ARTICLE)
        body["labels"] = [known(label, TOPIC) for label in body["labels"]]
    return body


@schemathesis.hook
def map_query(context, query):
    for name, instead in (("article", ARTICLE), ("topic", TOPIC), ("q", "raketten")):
        if query and name in query:
            query[name] = known(query[name], instead)
    for length in [name for name in LENGTHS if query and name in query][1:]:
        del query[length]
    return query


@schemathesis.hook
def map_path_parameters(context, parameters):
    if context.operation.method == "get" and parameters and "id" in parameters:
        parameters["id"] = known(parameters["id"], ARTICLE)
    return parameters
