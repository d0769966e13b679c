"""Arrow tables as the desk gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notis import _notis

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Table:
    """An Arrow table, to be taken over without a copy by whoever speaks Arrow's PyCapsule interface.

    ``pyarrow.table(t)``, ``polars.DataFrame(t)``, ``pandas.DataFrame.from_arrow(t)`` and DuckDB's SQL (``FROM t``) take it
    as it is; the methods here are short for that.

    Attributes
    ----------
    column_names : list of str
        The columns: those of the table that was given, then those added.
    """

    def __init__(self, native: _notis.Table) -> None:
        self._native = native

    @property
    def column_names(self) -> list[str]:
        return self._native.column_names

    def __len__(self) -> int:
        return len(self._native)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<notis.Table of {len(self)} rows: {', '.join(self.column_names)}>"

    def to_pyarrow(self) -> pyarrow.Table:
        """The table of pyarrow."""
        import pyarrow

        return pyarrow.table(self)

    def to_polars(self) -> polars.DataFrame:
        """The data frame of polars."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The data frame of pandas, by way of pyarrow: lists and structs become Python's own."""
        return self.to_pyarrow().to_pandas()  # type: ignore[no-any-return, unused-ignore]
