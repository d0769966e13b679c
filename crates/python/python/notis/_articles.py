"""Articles as they are given: one, many, rows of a data frame, or Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from notis import _notis

Article = str | Mapping[str, Any]
Path = str | PathLike[str]


def length(
    sentences: int | None, words: int | None, chars: int | None, ratio: float | None, bullets: int | None
) -> _notis.Lengths:
    return {"sentences": sentences, "words": words, "chars": chars, "ratio": ratio, "bullets": bullets}


def speaks_arrow(articles: Any) -> bool:
    """Whether an Arrow table is to be answered. A Series of pandas is a list, whichever version of pandas made it."""
    if type(articles).__module__.startswith("pandas") and type(articles).__name__ == "Series":
        return False
    return hasattr(articles, "__arrow_c_stream__") or hasattr(articles, "__arrow_c_array__")


def only_lists(**asked: bool) -> None:
    wrong = [name for name, value in asked.items() if value]
    if wrong:
        raise _notis.OptionsError(f"an Arrow table has no column for {wrong[0]}; give a list of texts")


def many(articles: Any) -> tuple[bool, list[Article]]:
    """Whether there is one article alone, and all of them."""
    if isinstance(articles, (str, Mapping)):
        return True, [articles]
    return False, articles if isinstance(articles, list) else list(records(articles))


def records(articles: Any) -> Iterable[Article]:
    """Rows of a data frame as mappings; other iterables as they are."""
    if hasattr(articles, "to_dicts"):
        return list(articles.to_dicts())
    if hasattr(articles, "to_pylist"):
        return list(articles.to_pylist())
    if hasattr(articles, "columns") and hasattr(articles, "to_dict"):
        return list(articles.to_dict("records"))
    if isinstance(articles, (str, Mapping)):
        return [articles]
    if isinstance(articles, (bytes, bytearray)) or not isinstance(articles, Iterable):
        kind = type(articles).__name__
        raise TypeError(f"articles are a str, a mapping with a «text», or an iterable of these, not {kind}")
    found: Iterable[Article] = articles
    return found
