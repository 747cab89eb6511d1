"""Articles with the event that each belongs to, as JSON Lines."""

import json
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import UsageError
from crossread.records import Document


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, the event that it tells, and the id of the article that it copies, where the file says so."""

    document: Document
    event: str
    copy_of: str | None


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a file of articles: `id`, `outlet`, `text`, `title`, `published`, and `event_id` or `story`.

    `copy_of` may name the id of the article that one copies.

    Raises UsageError if the file cannot be read, or a line has no text or no event.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    return [_article(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _article(path: Path, number: int, line: str) -> GoldArticle:
    try:
        row = json.loads(line)
        event = row["event_id"] if "event_id" in row else row["story"]
        document = Document(
            source=str(row.get("id", number)),
            text=row["text"],
            outlet=row.get("outlet") or "",
            title=row.get("title"),
            published=row.get("published"),
            url=row.get("url"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path}, line {number}: needs text and event_id or story, as a JSON object") from error
    copied = row.get("copy_of")
    return GoldArticle(document, str(event), None if copied is None else str(copied))
