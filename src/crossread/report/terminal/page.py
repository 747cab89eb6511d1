"""The means of the terminal report: styles, and text that can never act as markup or as a command to the terminal."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.records import Told
from crossread.report.view.shown import on_one_line

QUIET = "dim"
STRONG = "bold"
OUTLET = "bold cyan"
MARKED = "bold yellow underline"  # never colour alone: it is underlined, too
NAMES_SHOWN = 5  # outlets named before "and 7 more"
NARROWEST = 20  # columns; below that nothing is legible anyway

Item = TypeVar("Item")


class Page:
    """A console to write a report on. All text of others passes through `text`, which draws what is hidden."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._plain = console.color_system is None

    @property
    def narrow(self) -> bool:
        """Whether side-by-side layout would be too tight."""
        return self._console.width < 72  # a target and two columns of names of some 20 letters

    def text(self, words: str, style: str = "") -> Text:
        """Return text of others as it can safely be shown."""
        return Text(on_one_line(words), style=style)

    def join(self, *parts: str | Text, style: str = "") -> Text:
        """Return the parts as one text; strings are our own words."""
        joined = Text(style=style)
        for part in parts:
            joined.append_text(part if isinstance(part, Text) else Text(part))
        return joined

    def line(self, *parts: str | Text, indent: int = 2, lead: str | Text = "", style: str = "") -> None:
        """Write the parts as one paragraph, wrapped beside `lead`, which begins the first line."""
        first = self.join(lead)
        hang = " " * first.cell_len
        room = max(NARROWEST, self._console.width - indent - first.cell_len)
        for number, wrapped in enumerate(self.join(*parts, style=style).wrap(self._console, room, overflow="fold")):
            wrapped.rstrip()
            self._print(self.join(" " * indent, hang if number else first, wrapped))

    def table(self, table: Table, indent: int = 2) -> None:
        """Write a table, indented by so many columns."""
        self._print(Padding(table, (0, 0, 0, indent), expand=False))

    def _print(self, renderable: RenderableType) -> None:
        self._console.print(renderable, highlight=False, markup=False, emoji=False, overflow="fold")

    def space(self) -> None:
        """Write an empty line."""
        self._console.print()

    def heading(self, title: str, note: str = "") -> None:
        """Begin a section."""
        self.space()
        self._console.print(Rule(Text(title, style=STRONG), align="left", style=QUIET), highlight=False)
        if note:
            self.line(note, style=QUIET)
            self.space()

    def quoted(self, excerpt: Excerpt, indent: int = 5, marks: tuple[str, str] = ("", "")) -> None:
        """Write the words of an article between `marks`.

        What is marked in them is set apart by style, or by asterisks where the console has none.
        """
        text = Text(marks[0] + ("… " if excerpt.cut_before else ""))
        for piece in excerpt.pieces:
            words = _spaced(piece.text)
            if not piece.marked:
                text.append(words)
            elif self._plain:
                text.append(f"*{words}*")
            else:
                text.append(words, style=MARKED)
        if excerpt.cut_after:
            text.append(" …")
        text.append(marks[1])
        self.line(text, indent=indent)

    def told(self, told: Told, lead: str, indent: int = 2) -> None:
        """Write a thing told, and quietly what stands around it in its sentence."""
        if told.shown is None:
            self.line(self.text(told.label), lead=lead, indent=indent)
            return
        quiet = "" if self._plain else QUIET
        whole = told.shown.is_whole
        text = Text("… " if told.shown.cut_before else "", style=quiet)
        for piece in told.shown.pieces:
            words = _spaced(piece.text)
            starred = self._plain and piece.marked and not whole
            text.append(f"*{words}*" if starred else words, "" if piece.marked or whole else quiet)
        text.append(" …" if told.shown.cut_after else "", quiet)
        self.line(text, lead=lead, indent=indent)

    def names(self, sources: Sequence[Source]) -> Text:
        """Return the sources by name: independent accounts first, then their copies in brackets."""
        tellers = [source for source in sources if source.independent]
        repeats = [source for source in sources if not source.independent]
        text = self.listed(tellers or repeats)
        if tellers and repeats:
            text = self.join(text, " (copied by ", self.listed(repeats), ")")
        return text

    def listed(self, sources: Sequence[Source]) -> Text:
        """Return the sources by name, one like another."""
        text = Text()
        for place, source in enumerate(sources[:NAMES_SHOWN]):
            text.append(", " if place else "")
            text.append_text(self.text(source.name, OUTLET))
        if len(sources) > NAMES_SHOWN:
            text.append(f" and {len(sources) - NAMES_SHOWN} more")
        return text

    def some(self, items: Sequence[Item], limit: int, indent: int = 2) -> Iterable[Item]:
        """Yield the first items, then say how many more there are."""
        yield from items[:limit]
        self.more(len(items) - limit, indent)

    def more(self, left: int, indent: int = 2) -> None:
        """Say how many items are not shown, if any."""
        if left > 0:
            self.line(f"… and {left} more, see --format html", indent=indent, style=QUIET)


def count(number: int, one: str, several: str | None = None) -> str:
    """Return the number with its noun: `1 article`, `3 articles`."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def percent(share: float) -> str:
    """Return a share in [0, 1] as a whole percentage."""
    return f"{round(share * 100)} %"


def _spaced(words: str) -> str:
    """Draw what is hidden and run white space together, keeping that at the ends."""
    left = " " if words[:1].isspace() else ""
    right = " " if words[-1:].isspace() and words.strip() else ""
    return left + on_one_line(words) + right
