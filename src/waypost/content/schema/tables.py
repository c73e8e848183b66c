"""Table facts: columns with a heading and a type, rows of values."""

from __future__ import annotations

from waypost.content.located import Located, LocatedList, LocatedMap, LocatedText
from waypost.content.schema.fields import choose, normal_text
from waypost.content.schema.reading import (
    FieldError,
    Reading,
    expect_map,
    expect_text,
    named,
    say_shape,
)
from waypost.content.schema_codes import BAD_VALUE, MISSING_FIELD, UNKNOWN_FIELD, WRONG_SHAPE
from waypost.model.fact import Column, ColumnType, Money, Number, ValueTable
from waypost.model.literal import parse_money, parse_number
from waypost.model.text import Text


def read_table(value: Located, reading: Reading) -> ValueTable:
    """`{columns: [{head, type}], rows: [[…]]}` with as many cells in each row as columns."""
    group = expect_map(value, "columns: and rows:")
    for key in group:
        if key not in {"columns", "rows"}:
            at = named(group, key)
            message = f"“{key}” is not known in a table"
            raise FieldError(UNKNOWN_FIELD, at, message, "Write columns and rows.")
    columns = tuple(_read_column(item, reading) for item in _list_in(group, "columns"))
    rows = tuple(_read_row(row, columns, reading) for row in _list_in(group, "rows"))
    return ValueTable(columns, rows)


def _list_in(group: LocatedMap, key: str) -> LocatedList:
    if key not in group:
        raise FieldError(MISSING_FIELD, group, f"“{key}” is missing in the table")
    value = group[key]
    if not isinstance(value, LocatedList) or not value:
        raise FieldError(WRONG_SHAPE, value, f"“{key}” is a list, not {say_shape(value)}")
    return value


def _read_column(value: Located, reading: Reading) -> Column:
    if isinstance(value, LocatedText):
        return Column(_text(value, reading), ColumnType.TEXT)
    group = expect_map(value, "head: and type:")
    for key in group:
        if key not in {"head", "type"}:
            at = named(group, key)
            raise FieldError(
                UNKNOWN_FIELD, at, f"“{key}” is not known here", "Write head and type."
            )
    if "head" not in group:
        raise FieldError(MISSING_FIELD, group, "“head” is missing in the column")
    kind = ColumnType.TEXT
    if "type" in group:
        kind = ColumnType(choose(group["type"], {word.value: word.value for word in ColumnType}))
    return Column(_text(group["head"], reading), kind)


def _read_row(
    value: Located, columns: tuple[Column, ...], reading: Reading
) -> tuple[Text | Money | Number, ...]:
    if not isinstance(value, LocatedList):
        raise FieldError(WRONG_SHAPE, value, f"a row is a list of cells, not {say_shape(value)}")
    if len(value) != len(columns):
        message = f"the row has {len(value)} cells, and the table {len(columns)} columns"
        raise FieldError(BAD_VALUE, value, message, "Write one cell for each column.")
    return tuple(
        _read_cell(cell, column, reading) for cell, column in zip(value, columns, strict=True)
    )


def _read_cell(value: Located, column: Column, reading: Reading) -> Text | Money | Number:
    text = expect_text(value, "a cell")
    try:
        match column.type:
            case ColumnType.MONEY:
                return parse_money(text, reading.region.currency)
            case ColumnType.NUMBER:
                return parse_number(text)
            case ColumnType.TEXT:
                return _text(text, reading)
    except ValueError as error:
        if isinstance(error, FieldError):
            raise
        raise FieldError(BAD_VALUE, value, str(error)) from None


def _text(value: Located, reading: Reading) -> Text:
    text = expect_text(value)
    return Text(text.path, normal_text(text, reading))
