# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of named columns, kept in Arrow and handed out in NumPy.

Every function of `voelspriet.analysis` that takes observations takes a `FrameLike`: a mapping of
names to columns, an Arrow table, or any data frame that speaks Arrow's PyCapsule interface
(pandas, Polars, DuckDB), and copies none of it that needs no copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames.codes import Codes

Vector: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]


class SpeaksArrow(Protocol):
    """Any data frame that can hand itself over as Arrow."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return a capsule with the frame."""


FrameLike: TypeAlias = "Frame | SpeaksArrow | Mapping[str, Any]"


class Frame:
    """Named columns of one length. Missing is Arrow's null; NaN in numbers counts as missing.

    Make one with `Frame.of`. Columns are asked for by name and kind; a name that is not there, or
    a value of another kind, is a `ColumnError` with column and row.
    """

    __slots__ = ("_table",)

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    @classmethod
    def of(cls, data: FrameLike) -> Frame:
        """Return `data` as a frame. Raises InputError when the columns differ in length."""
        if isinstance(data, Frame):
            return data
        if isinstance(data, Mapping):
            columns = {str(name): _column(str(name), values) for name, values in data.items()}
            lengths = {name: len(column) for name, column in columns.items()}
            if len(set(lengths.values())) > 1:
                told = ", ".join(f"{name} {length}" for name, length in lengths.items())
                raise InputError(f"columns differ in length: {told}")
            return cls(pa.table(columns))
        return cls(pa.table(data))

    def __len__(self) -> int:
        return int(self._table.num_rows)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(self._table.column_names)

    def arrow(self) -> pa.Table:
        """Return the table itself."""
        return self._table

    def require(self, names: Iterable[str]) -> None:
        """Raise ColumnError for the first name that is not a column, or is there twice."""
        schema = self._table.schema
        for name in names:
            # asking for all names takes a millisecond when there are hundreds
            times = len(schema.get_all_field_indices(name))
            if times == 0:
                raise ColumnError(name, f"there is none; there are {', '.join(self.names)}")
            if times > 1:
                raise ColumnError(name, f"there are {times} of this name")

    def column(self, name: str) -> pa.ChunkedArray:
        """Return one column as Arrow has it."""
        self.require([name])
        return self._table.column(name)

    def is_number(self, name: str) -> bool:
        """Tell whether a column holds numbers (or true and false), and not text."""
        kind = self.column(name).type
        return bool(
            pa.types.is_integer(kind)
            or pa.types.is_floating(kind)
            or pa.types.is_boolean(kind)
            or pa.types.is_decimal(kind)
        )

    def numbers(self, name: str, *, complete: bool = False) -> Vector:
        """Return a column as numbers, NaN where missing; true and false are 1 and 0.

        Raises ColumnError for text that is no number and for infinity; with `complete` also for
        the first missing value.
        """
        column = self.column(name)
        if not self.is_number(name):
            column = _from_text(name, column)
        elif pa.types.is_boolean(column.type):
            column = pc.cast(column, pa.int8())
        values = np.asarray(
            pc.cast(column, pa.float64()).to_numpy(zero_copy_only=False), dtype=float
        )
        if not pa.types.is_integer(column.type):
            _refuse_first(name, np.isinf(values), "infinity is not a number to count with")
        if complete:
            _refuse_first(name, np.isnan(values), "is missing")
        return values

    def whole_numbers(self, name: str) -> tuple[NDArray[np.integer], Mask | None] | None:
        """Return a column of whole numbers as it is stored, and where it is missing (there 0).

        Eight bits a number take an eighth of the time to put in another order. The second is None
        where nothing is missing, and all of it for a column of anything else.
        """
        column = self.column(name)
        if not pa.types.is_integer(column.type):
            return None
        if not column.null_count:
            return np.asarray(column.to_numpy()), None
        return np.asarray(pc.fill_null(column, 0).to_numpy()), _missing(column)

    def texts(self, name: str, *, complete: bool = False) -> list[str | None]:
        """Return a column as texts, None where missing; see `numbers` for `complete`."""
        column = _as_text(self.column(name))
        if complete:
            _refuse_first(name, _missing(column), "is missing")
        found: list[str | None] = column.to_pylist()
        return found

    def codes(self, name: str, *, complete: bool = False) -> Codes:
        """Return a column as groups; see `numbers` for `complete`.

        Labels are sorted, and by size when all of them are whole numbers, as text or not.
        """
        column = self.column(name)
        if pa.types.is_floating(column.type):
            column = pc.if_else(pc.is_nan(column), pa.scalar(None, column.type), column)
        if pa.types.is_null(column.type):  # no rows, or none with a value: of no kind yet
            column = pc.cast(column, pa.string())
        if not pa.types.is_dictionary(column.type):
            column = pc.dictionary_encode(column)
        encoded = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        if isinstance(
            encoded, pa.ChunkedArray
        ):  # several dictionaries do not combine by themselves
            encoded = pc.dictionary_encode(pc.cast(column, column.type.value_type)).combine_chunks()
        values = _indices(encoded)
        if complete:
            _refuse_first(name, values < 0, "is missing")
        return _sorted_codes(encoded.dictionary, values)


def _column(name: str, values: Any) -> pa.ChunkedArray | pa.Array:
    if isinstance(values, np.ndarray) and values.ndim != 1:
        raise ColumnError(name, "a column has one dimension")
    try:
        return values if isinstance(values, pa.ChunkedArray) else pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        raise ColumnError(name, f"its values are of different kinds ({error})") from error


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = pc.cast(column, column.type.value_type)
    if pa.types.is_floating(column.type):
        column = pc.if_else(pc.is_nan(column), pa.scalar(None, column.type), column)
        whole = pc.all(pc.equal(column, pc.floor(column))).as_py()
        column = pc.cast(column, pa.int64()) if whole else column
    return pc.cast(column, pa.string())


def _from_text(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column of text as numbers, or say which row is none."""
    try:
        texts = pc.utf8_trim_whitespace(_as_text(column))
        texts = pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise ColumnError(name, f"holds {column.type}, not numbers") from error
    try:
        return pc.cast(texts, pa.float64())
    except pa.ArrowInvalid:
        for row, text in enumerate(texts.to_pylist(), start=1):
            if text is not None and not _is_number(text):
                raise ColumnError(name, f"{text!r} is not a number", row=row) from None
        raise


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def _missing(column: pa.ChunkedArray) -> Mask:
    return np.asarray(pc.is_null(column).to_numpy(zero_copy_only=False), dtype=bool)


def _refuse_first(name: str, wrong: Mask, why: str) -> None:
    if wrong.any():
        raise ColumnError(name, why, row=int(np.argmax(wrong)) + 1)


def _indices(encoded: pa.DictionaryArray) -> NDArray[np.int64]:
    indices = pc.fill_null(pc.cast(encoded.indices, pa.int64()), -1)
    return np.asarray(indices.to_numpy(zero_copy_only=False), dtype=np.int64)


def _sorted_codes(dictionary: pa.Array, values: NDArray[np.int64]) -> Codes:
    """Sort the labels, and leave out those that no row has."""
    held = np.bincount(values[values >= 0], minlength=len(dictionary)) > 0
    keys = _sort_keys(dictionary)
    order = np.asarray(pc.sort_indices(keys).to_numpy(zero_copy_only=False), dtype=np.int64)
    order = order[held[order]] if len(order) else order
    place = np.full(len(dictionary) + 1, -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    labels = _as_text(pa.chunked_array([dictionary])).take(pa.array(order)).to_pylist()
    return Codes(tuple(str(label) for label in labels), place[values])


def _sort_keys(dictionary: pa.Array) -> pa.Array:
    """Return what to sort labels by: "9" comes before "10", "007" is no number."""
    if not pa.types.is_string(dictionary.type) and not pa.types.is_large_string(dictionary.type):
        return dictionary
    if pc.all(pc.match_substring_regex(dictionary, r"^-?(0|[1-9]\d{0,17})$")).as_py():
        return pc.cast(dictionary, pa.int64())
    return dictionary
