"""Own models, and how good they are."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike, fspath
from typing import Any

from notis import _notis
from notis._articles import Path, records
from notis._desk import Desk

log = logging.getLogger("notis")

OPTIONS = (
    "topics",
    "base",
    "exclusive",
    "learner",
    "features",
    "budget",
    "calibrate",
    "prefer",
    "seed",
    "threads",
)
"""The arguments that say how a model is trained."""


def train(
    articles: Any = (),
    labels: Iterable[str | Sequence[str]] | None = None,
    *,
    topics: Path | None = None,
    base: Path | bytes | None = None,
    exclusive: bool = False,
    learner: str | None = None,
    features: str | None = None,
    budget: float = 60.0,
    calibrate: bool = True,
    prefer: str | None = None,
    seed: int = 1,
    threads: int | None = None,
) -> Desk:
    """Train a topic model on labelled articles, on definitions, or on both.

    Parameters
    ----------
    articles : iterable or data frame
        The articles: texts, or mappings with ``text`` and ``labels``.
    labels : iterable, optional
        The topics of each article, one or a list of them; without it, the ``labels`` of the articles.
    topics : path or str, optional
        Topic definitions: a file, or TOML itself.
    base : path or bytes, optional
        A model whose topics are kept beside the new ones.
    exclusive : bool
        Whether every article has exactly one topic.
    learner : str, optional
        How words are weighed: ``"svm"``, ``"complement-nb"``, ``"nb"`` or ``"logistic"``; without it, what does best on
        folds.
    features : str, optional
        What words are weighed by, such as ``"words=2,chars=3-5"``; without it, what does best on folds.
    budget : float
        Seconds that choosing may take. They are counted in work done, so that the same budget gives the same model.
    calibrate : bool
        Whether probabilities and thresholds are set on folds: slower, and honest.
    prefer : str, optional
        What thresholds favour: ``"precision"``, ``"recall"``, or both alike.
    seed : int
        Seed of the folds.
    threads : int, optional
        How many threads may work.

    Returns
    -------
    Desk
        With the model, which is the same bytes for the same articles. Its ``remarks`` say what was noticed.

    Examples
    --------
    >>> import notis
    >>> texts = ["Laksen gjekk i merda.", "Laks blir slakta i dag.", "Ferja står.", "Ferja kom til kai."] * 5
    >>> desk = notis.train(texts, ["laks", "laks", "ferje", "ferje"] * 5, exclusive=True, learner="svm", budget=1)
    >>> desk.topics
    ['ferje', 'laks']
    """
    options = _options(locals())
    model, remarks = _notis.train(_labelled(articles, labels), options)
    for remark in remarks:
        log.info(remark)
    return Desk(model, threads=threads, remarks=remarks)


def evaluate(
    articles: Any,
    labels: Iterable[str | Sequence[str]] | None = None,
    *,
    model: Desk | Path | bytes | None = None,
    digests: bool = False,
    words: int = 96,
    folds: int | None = None,
    by_date: bool = False,
    topics: Path | None = None,
    exclusive: bool = False,
    learner: str | None = None,
    features: str | None = None,
    budget: float = 60.0,
    calibrate: bool = True,
    prefer: str | None = None,
    seed: int = 1,
    threads: int | None = None,
) -> dict[str, Any]:
    """Measure topics against labels, or digests against human ones.

    Parameters
    ----------
    articles : iterable or data frame
        The articles, with ``labels``, or with human ``summaries_nb`` or ``summaries_nn``.
    labels : iterable, optional
        The topics of each article, one or a list of them.
    model : Desk, path or bytes, optional
        What is measured; without it, the model that ships with notis.
    digests : bool
        Whether digests are measured, of so many ``words``, not topics.
    folds : int, optional
        Measure fresh models instead, each on the part it has not seen; the other arguments are those of :func:`train`.
    by_date : bool
        Whether these are trained on the past and tested on what came after.

    Returns
    -------
    dict
        What ``notis evaluate … --format json`` prints.

    Examples
    --------
    >>> import notis
    >>> texts = ["Laksen gjekk i merda.", "Laks blir slakta i dag.", "Ferja står.", "Ferja kom til kai."] * 5
    >>> report = notis.evaluate(texts, ["laks", "laks", "ferje", "ferje"] * 5, folds=2, exclusive=True, learner="svm")
    >>> report["articles"], report["micro"]["f1"]
    (20, 1.0)
    """
    found = _labelled(articles, labels)
    if folds is not None or by_date:
        options = _options({**locals(), "base": None})
        return _notis.cross_validate(found, folds or 5, by_date, options)
    desk = model if isinstance(model, Desk) else Desk(model, threads=threads)
    if digests:
        return desk._core.evaluate_digests(found, words)
    return desk._core.evaluate_topics(found)


def read(*inputs: Path) -> list[dict[str, Any]]:
    """Read articles from files and folders, in every form that the command reads.

    Parameters
    ----------
    *inputs : path
        Files and folders: text, JSON Lines, CSV, RSS, web pages …, gzipped or not.

    Returns
    -------
    list of dict
        Mappings with ``id``, ``text`` and what else is known, as every function here takes them.

    Examples
    --------
    >>> import notis, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "saker.jsonl")
    ...     _ = file.write_text('{"id": 7, "text": "Ferja gjekk ikkje i dag."}', encoding="utf8")
    ...     notis.read(file)
    [{'id': '7', 'text': 'Ferja gjekk ikkje i dag.'}]
    """
    return _notis.read([fspath(path) for path in inputs])


def _options(given: Mapping[str, Any]) -> _notis.TrainingOptions:
    options: Any = {name: given[name] for name in OPTIONS}
    if isinstance(options["topics"], PathLike):
        options["topics"] = fspath(options["topics"])
    found: _notis.TrainingOptions = options
    return found


def _labelled(articles: Any, labels: Iterable[str | Sequence[str]] | None) -> list[str | Mapping[str, Any]]:
    found = list(records(articles))
    if labels is None:
        return found
    tagged: list[str | Mapping[str, Any]] = []
    given = list(labels)
    if len(given) != len(found):
        raise _notis.TrainingError(f"{len(found)} articles have {len(given)} labels")
    for number, (article, own) in enumerate(zip(found, given)):
        fields: dict[str, Any] = {"id": str(number), "text": article} if isinstance(article, str) else dict(article)
        fields["labels"] = [own] if isinstance(own, str) else list(own)
        tagged.append(fields)
    return tagged
