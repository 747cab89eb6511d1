"""Rows as text: JSON Lines, CSV (RFC 4180) or TSV, safe for spreadsheets, terminals and line-based tools.

An article's words may be hostile. A cell of text that a spreadsheet would take for a formula is led by an apostrophe.
In CSV and TSV, control characters, line separators and halves of surrogate pairs become U+FFFD; JSON has escapes for
them. In TSV, tabs, line ends and backslashes are escaped with a backslash, so that a line is always a row.
"""

import csv
import io
import json
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from crossread.report.coding.rows import Cell, Row


class RowFormat(StrEnum):
    """What rows are written as."""

    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


BETWEEN: Final = ";"  # between the entries of a list in one cell; one that stands in an entry becomes a comma
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheets, after OWASP, take for a formula's start
_UNSAFE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TSV_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def heading(columns: Sequence[str], form: RowFormat) -> str:
    """Return the line of column names, empty for JSON Lines, whose rows name their own."""
    return "" if form is RowFormat.JSONL else _line(columns, form)


def row_line(row: Row, columns: Sequence[str], form: RowFormat) -> str:
    """Return the row as one line with its line end (in CSV, a cell may hold line ends between quotation marks)."""
    if form is RowFormat.JSONL:
        text = json.dumps(row, ensure_ascii=False, allow_nan=False)
        return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
    return _line([_cell(row.get(column)) for column in columns], form)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = BETWEEN.join((entry or "").replace(BETWEEN, ",") for entry in value)
    if not isinstance(value, str):
        return str(value)
    text = _UNSAFE.sub("\ufffd", value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _line(cells: Sequence[str], form: RowFormat) -> str:
    if form is RowFormat.TSV:
        return "\t".join(cell.translate(_TSV_ESCAPES) for cell in cells) + "\n"
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
