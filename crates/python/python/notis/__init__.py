"""Topics and digests of Norwegian news text, offline.

Everything the command ``notis`` does, in Python: texts in, topics and digests out, over plain lists, Arrow tables
(pyarrow, polars, pandas, DuckDB), scikit-learn (:mod:`notis.sklearn`) and Spark (:mod:`notis.spark`).

Examples
--------
>>> import notis
>>> desk = notis.load()
>>> text = "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for Nord-Korea, melder Sør-Korea."
>>> desk.classify(text).topics[0].topic
'nord-korea'
>>> desk.digest(text, sentences=1).text
'Nord-Korea skjøt opp en ny rakett natt til fredag.'
"""

from notis._desk import Desk, load
from notis._html import render
from notis._notis import (
    METHODS,
    DigestError,
    InputError,
    InternalError,
    ModelError,
    NeuralError,
    NotisError,
    OptionsError,
    StatisticsError,
    TopicsError,
    TrainingError,
    __version__,
)
from notis._results import (
    Analysis,
    Block,
    Classification,
    Digest,
    DigestSentence,
    Edit,
    Entity,
    Evidence,
    Explanation,
    Group,
    GroupArticle,
    GroupSentence,
    Keyword,
    Mention,
    Nearest,
    Sentence,
    Span,
    Tag,
    Token,
)
from notis._statistics import Statistics
from notis._table import Table
from notis._training import evaluate, read, train

__all__ = [
    "METHODS",
    "Analysis",
    "Block",
    "Classification",
    "Desk",
    "Digest",
    "DigestError",
    "DigestSentence",
    "Edit",
    "Entity",
    "Evidence",
    "Explanation",
    "Group",
    "GroupArticle",
    "GroupSentence",
    "InputError",
    "InternalError",
    "Keyword",
    "Mention",
    "ModelError",
    "Nearest",
    "NeuralError",
    "NotisError",
    "OptionsError",
    "Sentence",
    "Span",
    "Statistics",
    "StatisticsError",
    "Table",
    "Tag",
    "Token",
    "TopicsError",
    "TrainingError",
    "__version__",
    "evaluate",
    "load",
    "read",
    "render",
    "train",
]
