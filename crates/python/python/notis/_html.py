"""Answers as HTML: topics with the words that carried them, digests, stories. What comes from an article is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from notis._results import Classification, Digest, Evidence, Explanation, Group

    Answer: TypeAlias = Classification | Explanation | Digest | Group

FOR, AGAINST = "46,139,87", "205,92,92"
"""The colours of words that speak for a topic, and against it: sea green and Indian red."""


def render(answer: Answer | Sequence[Answer], *, page: bool = False) -> str:
    """Show an answer, or several, as HTML.

    Parameters
    ----------
    answer : Classification, Explanation, Digest, Group, or a sequence of them
        What :class:`~notis.Desk` answered.
    page : bool
        Whether to make a whole page, to be saved as a file.

    Returns
    -------
    str
        The markup; in a notebook, ``IPython.display.HTML`` shows it, and answers show themselves so.

    Examples
    --------
    >>> import notis
    >>> answer = notis.load().explain("Nord-Korea skjøt opp en rakett i natt, melder hær & flåte i Nord-Korea.")
    >>> markup = notis.render(answer)
    >>> "<mark" in markup and "&amp;" in markup
    True
    """
    answers: Sequence[Any] = answer if isinstance(answer, (list, tuple)) else [answer]
    body = "\n".join(_one(one) for one in answers)
    if not page:
        return body
    return f'<!doctype html>\n<html lang="no">\n<meta charset="utf-8">\n<title>notis</title>\n<body>\n{body}\n</body>\n</html>\n'


def _one(answer: Answer) -> str:
    parts: dict[str, Callable[[Any], Iterable[str]]] = {
        "Classification": _classification,
        "Explanation": _explanation,
        "Digest": _digest,
        "Group": _group,
    }
    kind = type(answer).__name__
    return f'<div class="notis notis-{kind.lower()}">{"".join(parts[kind](answer))}</div>'


def _classification(answer: Classification) -> Iterable[str]:
    yield from (_chip(f"{tag.topic} {tag.probability:.2f}") for tag in answer.topics)
    if not answer.topics:
        yield _chip(f"no topic: {answer.reason or answer.decision}")
    if answer.given:
        evidence = [e for tag in answer.topics for e in tag.evidence]
        yield _article(answer.given.title, answer.given.text, evidence)


def _explanation(answer: Explanation) -> Iterable[str]:
    yield _chip(answer.topic or "no topic")
    if answer.given:
        yield _article(answer.given.title, answer.given.text, answer.evidence)


def _digest(answer: Digest) -> Iterable[str]:
    yield from (_chip(topic) for topic in answer.topics)
    yield from (f"<p>{escape(line)}</p>" for line in answer.text.splitlines())
    if answer.keywords:
        yield f"<p><small>{escape(', '.join(answer.keywords))}</small></p>"


def _group(answer: Group) -> Iterable[str]:
    yield f"<h4>{escape(answer.group)} ({len(answer.articles)})</h4>"
    for item in answer.items:
        said = " ".join(s.text for s in answer.sentences if s.id == item.id)
        if said:
            yield f"<p>{escape(said)} <small>{escape(item.title or item.id)}</small></p>"


def _chip(text: str) -> str:
    style = "border:1px solid;border-radius:.6em;padding:0 .5em;margin-right:.4em;font-size:85%"
    return f'<span style="{style}">{escape(text)}</span>'


def _article(title: str | None, text: str, evidence: Sequence[Evidence]) -> str:
    heading = ""
    if title:
        heading = f"<h4>{_marked(title, [e for e in evidence if e.field == 'title'])}</h4>"
    return f'{heading}<p style="white-space:pre-wrap">{_marked(text, [e for e in evidence if e.field is None])}</p>'


def _marked(text: str, evidence: Sequence[Evidence]) -> str:
    """The text with what carries weight marked. Where evidence overlaps (a word, and the pair it stands in), weights add up."""
    ends = sorted({0, len(text), *(e.start for e in evidence), *(e.end for e in evidence)})
    strongest = max((abs(e.weight) for e in evidence), default=1.0) or 1.0
    return "".join(_stretch(text, start, end, evidence, strongest) for start, end in zip(ends, ends[1:]))


def _stretch(text: str, start: int, end: int, evidence: Sequence[Evidence], strongest: float) -> str:
    words = escape(text[start:end])
    weight = sum(e.weight for e in evidence if e.start <= start and end <= e.end)
    if not weight or not words.strip():
        return words
    colour = FOR if weight > 0 else AGAINST
    alpha = 0.15 + 0.6 * min(abs(weight) / strongest, 1.0)
    return f'<mark style="background:rgba({colour},{alpha:.2f})" title="{weight:+.2f}">{words}</mark>'
