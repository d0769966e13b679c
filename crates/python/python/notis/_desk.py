"""The desk: reads articles and answers."""

from __future__ import annotations

from collections.abc import Iterable
from os import fspath
from typing import Any, overload

from notis import _notis
from notis._articles import Article, Path, length, many, only_lists, records, speaks_arrow
from notis._results import Analysis, Classification, Digest, Explanation, Group, Keyword, Source
from notis._table import Table


def load(
    model: Path | bytes | None = None,
    *,
    topics: Path | None = None,
    method: str | None = None,
    threshold: float | None = None,
    verbatim: bool = False,
    with_title: bool = False,
    kinds: bool = False,
    threads: int | None = None,
) -> Desk:
    """Load a model.

    Parameters
    ----------
    model : path or bytes, optional
        A model file, or its bytes; without it, the model that ships with notis.
    topics : path or str, optional
        Definitions of further topics: a file, or TOML itself.
    method : str, optional
        The digest method, one of ``notis.METHODS``.
    threshold : float, optional
        Give each topic whose probability is at least this, whatever its own threshold; 0 gives all.
    verbatim : bool
        Whether digests print every sentence as it stands, nothing trimmed or replaced.
    with_title : bool
        Whether digests are read without their titles, and say what these say, too.
    kinds : bool
        Whether names come with their kinds: person, organisation, place, product, event …
    threads : int, optional
        How many threads may work; all cores, where no number is given.

    Returns
    -------
    Desk
        It never changes, may be asked from any thread, and can be pickled.

    Examples
    --------
    >>> import notis
    >>> desk = notis.load(topics="[[topic]]\\nid = 'laks'\\naliases = ['laks*', 'oppdrettslaks*']")
    >>> answer = desk.classify("Laksen rømde. No leitar oppdrettaren etter laks i heile fjorden.")
    >>> "laks" in [tag.topic for tag in answer.topics]
    True
    """
    return Desk(
        model,
        topics=topics,
        method=method,
        threshold=threshold,
        verbatim=verbatim,
        with_title=with_title,
        kinds=kinds,
        threads=threads,
    )


class Desk:
    """A topic model and a digest method, ready to read articles. Made by :func:`load` and :func:`train`.

    Wherever articles are asked for, give a ``str``, a mapping with ``text`` (and ``id``, ``title``, ``date``, ``source`` …,
    the fields of notis's JSON Lines), or many of them: an iterable, a Series, an Arrow array or table. One article gives
    one answer, many give a list, and whatever speaks Arrow gets an Arrow :class:`Table` (a pandas Series gives a list).
    """

    def __init__(
        self,
        model: Path | bytes | None = None,
        *,
        topics: Path | None = None,
        method: str | None = None,
        threshold: float | None = None,
        verbatim: bool = False,
        with_title: bool = False,
        kinds: bool = False,
        threads: int | None = None,
        remarks: Iterable[str] = (),
    ) -> None:
        self._options: _notis.DeskOptions = {
            "topics": None if topics is None else fspath(topics),
            "method": method,
            "threshold": threshold,
            "verbatim": verbatim,
            "with_title": with_title,
            "kinds": kinds,
            "threads": threads,
        }
        self._is_shipped = model is None
        self._core = _notis.Desk(model, self._options)
        self.remarks = list(remarks)

    @property
    def topics(self) -> list[str]:
        """The ids of the topics it knows, in the order of its scores."""
        return self._core.topics

    @property
    def method(self) -> str:
        """The name of the digest method."""
        return self._core.method

    def card(self) -> dict[str, Any] | None:
        """What the model says of itself: its topics with their thresholds, and what it was trained on."""
        return self._core.card()

    def save(self, path: Path) -> None:
        """Write the model to a file, whole or not at all."""
        self._core.save(path)

    def to_bytes(self) -> bytes:
        """The model as the bytes of its file; the same model gives the same bytes."""
        return self._core.model() or b""

    def __repr__(self) -> str:
        return f"<notis.Desk of {len(self.topics)} topics, digests by {self.method}>"

    def __getstate__(self) -> dict[str, Any]:
        model = None if self._is_shipped else self.to_bytes()
        return {"model": model, "options": self._options, "remarks": self.remarks}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["model"], **state["options"], remarks=state["remarks"])  # type: ignore[misc]

    # A text is an iterable of texts, too: the first signature that fits is meant.
    @overload
    def classify(self, articles: Article, *, explain: bool = ..., scores: bool = ...) -> Classification: ...  # type: ignore[overload-overlap]
    @overload
    def classify(
        self, articles: Iterable[Article], *, explain: bool = ..., scores: bool = ...
    ) -> list[Classification]: ...
    @overload
    def classify(self, articles: Any, *, text: str = ..., title: str | None = ...) -> Any: ...

    def classify(
        self,
        articles: Any,
        *,
        explain: bool = False,
        scores: bool = False,
        text: str = "text",
        title: str | None = "title",
    ) -> Any:
        """Tell what articles are about.

        Parameters
        ----------
        articles : str, mapping, iterable, Series or Arrow
            The articles.
        explain : bool
            Whether each topic comes with the words that carried it.
        scores : bool
            Whether the probability of every topic is told.
        text, title : str
            The columns of an Arrow table that hold the texts and, where there are any, the titles.

        Returns
        -------
        Classification, list of Classification, or Table
            A table has the columns that were given, then ``topics: list<struct<topic, probability>>``, ``lang`` and
            ``reason``; a row without a text has none of them.

        Examples
        --------
        >>> import notis
        >>> desk = notis.load()
        >>> answer = desk.classify("Nord-Korea skjøt opp en rakett natt til fredag, melder Nord-Koreas hær i dag tidlig.")
        >>> answer.decision, answer.lang, answer.topics[0].topic
        ('tagged', 'nb', 'nord-korea')
        >>> [answer.reason for answer in desk.classify(["Sol.", "Regn."])]
        ['too_short', 'too_short']
        """
        if speaks_arrow(articles):
            only_lists(explain=explain, scores=scores)
            return Table(self._core.classify_arrow(articles, {"text": text, "title": title}))
        one, found = many(articles)
        answers = self._core.classify(found, explain, scores)
        made = [Classification.of(line, Source.of(article)) for line, article in zip(answers, found)]
        return made[0] if one else made

    @overload
    def digest(  # type: ignore[overload-overlap]
        self,
        articles: Article,
        *,
        sentences: int | None = ...,
        words: int | None = ...,
        chars: int | None = ...,
        ratio: float | None = ...,
        bullets: int | None = ...,
    ) -> Digest: ...
    @overload
    def digest(
        self,
        articles: Iterable[Article],
        *,
        sentences: int | None = ...,
        words: int | None = ...,
        chars: int | None = ...,
        ratio: float | None = ...,
        bullets: int | None = ...,
    ) -> list[Digest]: ...
    @overload
    def digest(
        self,
        articles: Any,
        *,
        sentences: int | None = ...,
        words: int | None = ...,
        chars: int | None = ...,
        ratio: float | None = ...,
        bullets: int | None = ...,
        text: str = ...,
        title: str | None = ...,
    ) -> Any: ...

    def digest(
        self,
        articles: Any,
        *,
        sentences: int | None = None,
        words: int | None = None,
        chars: int | None = None,
        ratio: float | None = None,
        bullets: int | None = None,
        text: str = "text",
        title: str | None = "title",
    ) -> Any:
        """Make digests, of sentences of the articles.

        Parameters
        ----------
        articles : str, mapping, iterable, Series or Arrow
            The articles.
        sentences, words, chars, ratio, bullets : number, optional
            How long a digest is to be: so many sentences, at most so many words or characters, a share of the words,
            or so many points of a list. Give one; without any, it is as long as people choose.
        text, title : str
            The columns of an Arrow table that hold the texts and, where there are any, the titles.

        Returns
        -------
        Digest, list of Digest, or Table
            A table has the columns that were given, then ``digest`` and
            ``sentences: list<struct<text, start, end>>``, in characters.

        Examples
        --------
        >>> import notis
        >>> text = "Brua over Storelva er stengd frå i kveld. Flaumen har teke eit fundament. Ho opnar i mai."
        >>> digest = notis.load().digest(text, sentences=1)
        >>> digest.text
        'Brua over Storelva er stengd frå i kveld.'
        >>> sentence = digest.sentences[0]
        >>> text[sentence.start:sentence.end] == sentence.text
        True
        """
        budget = length(sentences, words, chars, ratio, bullets)
        if speaks_arrow(articles):
            return Table(self._core.digest_arrow(articles, {"text": text, "title": title}, budget))
        one, found = many(articles)
        made = [Digest.of(line) for line in self._core.digest(found, budget)]
        return made[0] if one else made

    def explain(self, article: Article, topic: str | None = None) -> Explanation:
        """Show the words that speak for and against a topic.

        Parameters
        ----------
        article : str or mapping
            The article.
        topic : str, optional
            The topic; without it, the most probable one.

        Returns
        -------
        Explanation
            In a notebook it shows itself: the article with those words marked.

        Examples
        --------
        >>> import notis
        >>> text = "Nord-Korea skjøt opp en rakett natt til fredag, melder Nord-Koreas hær i dag tidlig."
        >>> words = notis.load().explain(text, "nord-korea").evidence[0]
        >>> words.weight > 0, text[words.start:words.end] == words.text
        (True, True)
        """
        [line] = self._core.explain([article], topic)
        return Explanation.of(line, Source.of(article))

    @overload
    def keywords(self, articles: Article) -> list[Keyword]: ...  # type: ignore[overload-overlap]
    @overload
    def keywords(self, articles: Iterable[Article]) -> list[list[Keyword]]: ...

    def keywords(self, articles: Any) -> Any:
        """Find the words that tell what articles are about, best first.

        Examples
        --------
        >>> import notis
        >>> text = "Brua over Storelva er stengd. Flaumen tok brua i natt, og kommunen vil byggje ei ny bru."
        >>> "flaumen" in [keyword.text for keyword in notis.load().keywords(text)]
        True
        """
        one, found = many(articles)
        made = [[Keyword.of(keyword) for keyword in line] for line in self._core.keywords(found)]
        return made[0] if one else made

    @overload
    def analyze(self, articles: Article) -> Analysis: ...  # type: ignore[overload-overlap]
    @overload
    def analyze(self, articles: Iterable[Article]) -> list[Analysis]: ...

    def analyze(self, articles: Any) -> Any:
        """See the blocks, sentences, words and names of articles.

        Examples
        --------
        >>> import notis
        >>> text = "Ferja mellom Moss og Horten står. Ingen vart skadde."
        >>> seen = notis.load().analyze(text)
        >>> seen.lang, len(seen.sentences), [name.name for name in seen.names]
        ('nn', 2, ['Moss', 'Horten'])
        >>> [text[token.start:token.end] for token in seen.tokens][:3]
        ['Ferja', 'mellom', 'Moss']
        """
        one, found = many(articles)
        made = [Analysis.of(line) for line in self._core.analyze(found)]
        return made[0] if one else made

    def stories(
        self,
        articles: Any,
        *,
        by: str = "story",
        sentences: int | None = None,
        words: int | None = None,
        chars: int | None = None,
        ratio: float | None = None,
    ) -> list[Group]:
        """Bring articles that belong together into groups, each with its digest.

        Parameters
        ----------
        articles : iterable or data frame
            The articles: mappings with ``id``, ``text``, and ``title``, ``date`` and ``source`` where they are known, or a
            table of pandas, polars or pyarrow with such columns.
        by : str
            ``"story"`` (the same event), ``"topic"``, ``"date"``, ``"week"`` or ``"month"``.
        sentences, words, chars, ratio : number, optional
            How long each digest is to be, as in :meth:`digest`.

        Returns
        -------
        list of Group

        Examples
        --------
        >>> import notis
        >>> texts = ["Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.",
        ...          "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Politiet etterforsker.",
        ...          "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall. Den skal stå klar om fire år."]
        >>> [group.articles for group in notis.load().stories(texts, sentences=1)]
        [['0', '1'], ['2']]
        """
        budget = length(sentences, words, chars, ratio, None)
        return [Group.of(line) for line in self._core.groups(records(articles), by, budget)]
