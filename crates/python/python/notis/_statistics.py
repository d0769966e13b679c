"""Statistics of corpora larger than a machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import fspath
from typing import Any

from notis import _notis
from notis._articles import Path
from notis._desk import Desk
from notis._training import _labelled, _options, log


class Statistics:
    """What a part of a corpus teaches, in whole numbers: sums over all articles, and a sample of them as rows.

    Parts add up to the same bytes as the whole, whichever way it was parted: count them on as many machines as there are.
    The command's ``notis count``, ``notis merge`` and ``notis train --from-counts`` read and write the same files.

    Examples
    --------
    >>> import notis
    >>> texts = ["Laksen gjekk i merda.", "Laks blir slakta i dag.", "Ferja står.", "Ferja kom til kai."] * 5
    >>> labels = ["laks", "laks", "ferje", "ferje"] * 5
    >>> parts = [notis.Statistics.count(texts[at::3], labels[at::3]) for at in range(3)]
    >>> whole = notis.Statistics.count(texts, labels)
    >>> sum(parts[1:], parts[0]) == whole
    True
    >>> whole.train(exclusive=True).topics
    ['ferje', 'laks']
    """

    def __init__(self, data: bytes) -> None:
        self._native = _notis.Statistics.from_bytes(data)

    @classmethod
    def _of(cls, native: _notis.Statistics) -> Statistics:
        made = cls.__new__(cls)
        made._native = native
        return made

    @classmethod
    def count(
        cls,
        articles: Any,
        labels: Iterable[str | Sequence[str]] | None = None,
        *,
        features: str | None = None,
        sample: int | None = None,
        threads: int | None = None,
    ) -> Statistics:
        """Count articles.

        Parameters
        ----------
        articles, labels
            As for :func:`notis.train`.
        features : str, optional
            What is counted; words and pairs of words, if nothing else is asked for.
        sample : int, optional
            How many labelled articles to keep as rows, drawn by the hash of their text: 10,000, if nothing else is asked for.
        threads : int, optional
            How many threads may work.
        """
        native, remarks = _notis.Statistics.count(_labelled(articles, labels), features, sample, threads)
        for remark in remarks:
            log.info(remark)
        return cls._of(native)

    @classmethod
    def open(cls, path: Path) -> Statistics:
        """Read a file."""
        return cls._of(_notis.Statistics.open(fspath(path)))

    @classmethod
    def sum(cls, parts: Iterable[Statistics]) -> Statistics:
        """Add up parts."""
        return cls._of(_notis.Statistics.sum([part.to_bytes() for part in parts]))

    def __add__(self, other: Statistics) -> Statistics:
        return self.sum([self, other])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Statistics) and self.to_bytes() == other.to_bytes()

    __hash__ = None  # type: ignore[assignment]

    def save(self, path: Path) -> None:
        """Write a file, whole or not at all."""
        self._native.save(fspath(path))

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        return self._native.to_bytes()

    @property
    def articles(self) -> int:
        """How many articles were counted."""
        return self._native.articles

    @property
    def labelled(self) -> int:
        """How many of them have labels."""
        return self._native.labelled

    @property
    def labels(self) -> list[str]:
        """The labels, in order."""
        return self._native.labels

    @property
    def sample(self) -> int:
        """How many labelled articles are kept as rows."""
        return self._native.sample

    @property
    def terms(self) -> int:
        """How many terms were met."""
        return self._native.terms

    def __reduce__(self) -> tuple[type[Statistics], tuple[bytes]]:
        return Statistics, (self.to_bytes(),)

    def __repr__(self) -> str:
        return f"<notis.Statistics of {self.articles} articles, {self.terms} terms, {len(self.labels)} labels>"

    def train(
        self,
        *,
        topics: Path | None = None,
        exclusive: bool = False,
        learner: str | None = None,
        budget: float = 60.0,
        calibrate: bool = True,
        prefer: str | None = None,
        seed: int = 1,
        threads: int | None = None,
    ) -> Desk:
        """Train the model that the statistics teach.

        Parameters
        ----------
        topics, exclusive, learner, budget, calibrate, prefer, seed, threads
            As for :func:`notis.train`. ``learner="nb"`` learns from the sums of all articles, exactly; other learners, and
            the choice among them, from the sample. Probabilities and thresholds are set on the sample in any case.

        Returns
        -------
        Desk
            With the model. Without a sample it is Naive Bayes, and its probabilities and thresholds are assumed; its
            ``remarks`` say so.
        """
        options = _options({**locals(), "base": None, "features": None})
        model, remarks = self._native.train(options)
        return Desk(model, threads=threads, remarks=remarks)
