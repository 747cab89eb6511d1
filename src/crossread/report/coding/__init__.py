"""What single articles tell, as rows for others to use: JSON Lines, CSV, TSV (docs/codebook.md)."""

from crossread.report.coding.kinds import KINDS, Kind, columns_of
from crossread.report.coding.rows import Row, failure_row, rows_of
from crossread.report.coding.writers import RowFormat, heading, row_line

__all__ = ["KINDS", "Kind", "Row", "RowFormat", "columns_of", "failure_row", "heading", "row_line", "rows_of"]
