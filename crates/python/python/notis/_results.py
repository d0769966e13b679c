"""What the desk answers. Every ``start`` and ``end`` counts characters: ``text[span.start:span.end]`` is what is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from notis import _html

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Span:
    """A stretch of a text.

    Attributes
    ----------
    start, end : int
        The first character, and the one after the last.
    field : str or None
        ``"title"`` where the stretch is one of the title beside the text.
    """

    start: int
    end: int
    field: str | None = None


@dataclass(frozen=True)
class Evidence:
    """Words that speak for or against a topic.

    Attributes
    ----------
    text : str
        The words as they stand in the article.
    weight : float
        What they add to the log-odds of the topic.
    start, end : int
        Where they stand, in characters.
    field : str or None
        ``"title"`` where that is in the title; ``"baseline"`` for what is there before any word is read, ``"rest"``
        for the many words that weigh too little to be listed.
    """

    text: str
    weight: float
    start: int
    end: int
    field: str | None = None


@dataclass(frozen=True)
class Tag:
    """A topic an article is about.

    Attributes
    ----------
    topic : str
        Its id.
    probability, threshold : float
        How sure, and how sure the model must be to give it.
    iptc : str or None
        Its IPTC Media Topic code, where its definition has one.
    evidence : list of Evidence
        What carried it, the strongest first; empty unless it was asked for.
    """

    topic: str
    probability: float
    threshold: float
    iptc: str | None = None
    evidence: list[Evidence] = field(default_factory=list)

    @classmethod
    def of(cls, tag: Json) -> Tag:
        """The tag that a line of JSON holds."""
        return cls(**{**tag, "evidence": [Evidence(**e) for e in tag.get("evidence", ())]})


@dataclass(frozen=True)
class Nearest:
    """The topic that comes nearest to its threshold without reaching it."""

    topic: str
    probability: float
    threshold: float
    distance: float


@dataclass(frozen=True)
class Source:
    """The article that an answer is about, as it was given: no copy."""

    text: str
    title: str | None = None

    @classmethod
    def of(cls, article: str | Json) -> Source:
        """The text and title of what was given."""
        if isinstance(article, str):
            return cls(article)
        title = article.get("title")
        return cls(article["text"], title if isinstance(title, str) else None)


@dataclass(frozen=True)
class Classification:
    """The topics of an article, or why it has none.

    Attributes
    ----------
    id : str
        The article.
    decision : str
        ``"tagged"`` or ``"abstained"``.
    lang : str
        The written form: ``"nb"``, ``"nn"`` …
    topics : list of Tag
        The topics, the most probable first.
    reason : str or None
        Why there is none.
    nearest : Nearest or None
        Where no topic is probable enough, the one that comes nearest.
    scores : dict of str to float or None
        The probability of every topic, where it was asked for.
    title, date, source, url : str or None
        What is known of the article.
    given : Source or None
        The article, as it was given.
    """

    id: str
    decision: str
    lang: str
    topics: list[Tag]
    reason: str | None = None
    nearest: Nearest | None = None
    scores: dict[str, float] | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    given: Source | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, line: Json, given: Source | None = None) -> Classification:
        """The classification that a line of JSON holds."""
        nearest = line.get("nearest")
        made = {
            **line,
            "topics": [Tag.of(tag) for tag in line["topics"]],
            "nearest": Nearest(**nearest) if nearest else None,
        }
        return cls(**made, given=given)

    def _repr_html_(self) -> str:
        return _html.render(self)


@dataclass(frozen=True)
class Explanation:
    """What speaks for and against one topic. The weights add up to the log-odds of its probability."""

    topic: str | None
    evidence: list[Evidence]
    given: Source | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, line: Json, given: Source | None = None) -> Explanation:
        """The explanation that a line of JSON holds."""
        return cls(line["topic"], [Evidence(**evidence) for evidence in line["evidence"]], given)

    def _repr_html_(self) -> str:
        return _html.render(self)


@dataclass(frozen=True)
class Edit:
    """A change made to a sentence: what stood from ``start`` to ``end`` was replaced."""

    kind: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class DigestSentence:
    """A sentence of a digest, and where it stands in the article."""

    text: str
    start: int
    end: int
    edits: list[Edit] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Json) -> DigestSentence:
        """The sentence that a line of JSON holds."""
        return cls(**{**sentence, "edits": [Edit(**e) for e in sentence.get("edits", ())]})


@dataclass(frozen=True)
class Digest:
    """The digest of an article.

    Attributes
    ----------
    id : str
        The article.
    method : str
        The method that made it.
    text : str
        The sentences, joined by a space; the points of a list by a line break.
    sentences : list of DigestSentence
        The sentences, in the order of the article.
    topics, keywords, names : list of str
        The article's topics, its telling words, and the names in it.
    keyword_spans, name_spans : list of list of Span
        Where each keyword and each name stands.
    name_kinds : list of str or None
        What kind of thing each name names, where kinds were asked for: person, organisation, place …
    unread : Span or None
        The end of the article that a generating model has not read.
    title, date, source, url : str or None
        What is known of the article.
    """

    id: str
    method: str
    text: str
    sentences: list[DigestSentence]
    topics: list[str]
    keywords: list[str]
    names: list[str]
    keyword_spans: list[list[Span]] = field(repr=False)
    name_spans: list[list[Span]] = field(repr=False)
    name_kinds: list[str] | None = None
    unread: Span | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, line: Json) -> Digest:
        """The digest that a line of JSON holds."""
        unread = line.get("unread")
        made = {
            **line,
            "sentences": [DigestSentence.of(sentence) for sentence in line["sentences"]],
            "keyword_spans": _spans(line["keyword_spans"]),
            "name_spans": _spans(line["name_spans"]),
            "unread": Span(**unread) if unread else None,
        }
        return cls(**made)

    def _repr_html_(self) -> str:
        return _html.render(self)


def _spans(lists: list[list[Json]]) -> list[list[Span]]:
    return [[Span(**span) for span in spans] for spans in lists]


@dataclass(frozen=True)
class Keyword:
    """A word that tells what an article is about, and where its forms stand."""

    text: str
    weight: float
    spans: list[Span] = field(repr=False)

    @classmethod
    def of(cls, keyword: Json) -> Keyword:
        """The keyword that a line of JSON holds."""
        return cls(keyword["text"], keyword["weight"], [Span(**span) for span in keyword["spans"]])


@dataclass(frozen=True)
class Block:
    """A block of an article: title, lead, paragraph, quote, caption …"""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence, with the number of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True)
class Token:
    """A word, with the stem that unites the written forms."""

    start: int
    end: int
    stem: str


@dataclass(frozen=True)
class Mention:
    """A place where a name stands and, where kinds were asked for, what it names: ``person``, ``place`` …; ``type`` is finer.

    The types are those of NorNE: ``PER``, ``ORG``, ``LOC``, ``GPE_LOC`` (a country as a place), ``GPE_ORG`` (one that
    acts), ``PROD``, ``EVT``, ``DRV`` and ``MISC``.
    """

    name: str
    start: int
    end: int
    field: str | None = None
    kind: str | None = None
    type: str | None = None


@dataclass(frozen=True)
class Entity:
    """A stretch that the model of names marked: in its own bounds, and words derived from names, too."""

    kind: str
    type: str
    start: int
    end: int
    field: str | None = None


@dataclass(frozen=True)
class Analysis:
    """What is seen in a text: its blocks, sentences, words and names, in order."""

    id: str
    lang: str
    blocks: list[Block]
    sentences: list[Sentence]
    tokens: list[Token] = field(repr=False)
    names: list[Mention]
    entities: list[Entity] | None = None

    @classmethod
    def of(cls, line: Json) -> Analysis:
        """The analysis that a line of JSON holds."""
        return cls(
            line["id"],
            line["lang"],
            [Block(**block) for block in line["blocks"]],
            [Sentence(**sentence) for sentence in line["sentences"]],
            [Token(**token) for token in line["tokens"]],
            [Mention(**name) for name in line["names"]],
            [Entity(**entity) for entity in line["entities"]] if "entities" in line else None,
        )


@dataclass(frozen=True)
class GroupArticle:
    """An article of a group, with what is known of it."""

    id: str
    title: str | None = None
    source: str | None = None
    date: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class GroupSentence:
    """A sentence of a group's digest: of the article ``id``, from ``start`` to ``end``."""

    id: str
    text: str
    start: int
    end: int
    edits: list[Edit] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Json) -> GroupSentence:
        """The sentence that a line of JSON holds."""
        return cls(**{**sentence, "edits": [Edit(**e) for e in sentence.get("edits", ())]})


@dataclass(frozen=True)
class Group:
    """Articles that belong together, and their digest.

    Attributes
    ----------
    group : str
        The name of the group.
    articles : list of str
        The ids of its articles, newest first.
    items : list of GroupArticle
        The same with what is known of them.
    text : str
        The digest: a paragraph for each article that says something of its own.
    sentences : list of GroupSentence
        Its sentences, each with the article it is from.
    sources : list of str
        Where the articles were published, each once.
    """

    group: str
    articles: list[str]
    items: list[GroupArticle]
    text: str
    sentences: list[GroupSentence]
    sources: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, line: Json) -> Group:
        """The group that a line of JSON holds."""
        made = {
            **line,
            "items": [GroupArticle(**item) for item in line["items"]],
            "sentences": [GroupSentence.of(sentence) for sentence in line["sentences"]],
        }
        return cls(**made)

    def _repr_html_(self) -> str:
        return _html.render(self)
