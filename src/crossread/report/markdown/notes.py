"""Notes under way: lines, and the evidence that they point to as footnotes."""

from collections.abc import Iterable, Sequence

from crossread.report.markdown.escape import escaped
from crossread.report.view.evidence import Excerpt, Piece, Source

WORDS_OF_EVIDENCE = 240  # characters quoted in a footnote: enough to find the place, and the offsets give the rest


class Notes:
    """Collects the lines of a Markdown document and, once each, the footnotes that they refer to."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._footnotes: list[str] = []
        self._numbers: dict[tuple[int, int, int], int] = {}

    def heading(self, depth: int, title: str) -> None:
        """Begin a section; the title is Markdown."""
        self.block(f"{'#' * depth} {title}")

    def block(self, *lines: str) -> None:
        """Write lines that stand together, with an empty line after them."""
        self._lines += [*lines, ""]

    def items(self, lines: Iterable[str]) -> None:
        """Write a list."""
        self.block(*(f"- {line}" for line in lines))

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table; cells are Markdown without line breaks."""
        self.block(_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows))

    def evidence(self, excerpts: Iterable[Excerpt]) -> str:
        """Return references to footnotes for the evidence."""
        return "".join(self._reference(excerpt) for excerpt in excerpts)

    def _reference(self, excerpt: Excerpt) -> str:
        key = (excerpt.source.number, excerpt.start, excerpt.end)
        number = self._numbers.setdefault(key, len(self._footnotes) + 1)
        if number > len(self._footnotes):
            words = escaped(excerpt.evidence[:WORDS_OF_EVIDENCE])
            more = " …" if excerpt.end - excerpt.start > WORDS_OF_EVIDENCE else ""
            place = f"{escaped(excerpt.source.name)}, characters {excerpt.start}–{excerpt.end}"
            self._footnotes.append(f"[^{number}]: {place}: “{words}{more}”")
        return f"[^{number}]"

    def text(self) -> str:
        """Return the whole document, footnotes last."""
        return "\n".join([*self._lines, *self._footnotes]).rstrip("\n") + "\n"


def marked(pieces: Iterable[Piece]) -> str:
    """Return words of an article with what matters in them bold."""
    return "".join(_bold(piece.text) if piece.marked else _plain(piece.text) for piece in pieces).strip()


def quoted(excerpt: Excerpt) -> str:
    """Return the excerpt's words, marked, with dots where its sentence is cut."""
    before = "… " if excerpt.cut_before else ""
    after = " …" if excerpt.cut_after else ""
    return f"{before}{marked(excerpt.pieces)}{after}"


def names(sources: Iterable[Source]) -> str:
    """Return the sources by name; copies say so."""
    return ", ".join(escaped(source.name) + ("" if source.independent else " (copy)") for source in sources)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _bold(words: str) -> str:
    left, right = _ends(words)
    return f"{left}**{escaped(words)}**{right}" if words.strip() else left


def _plain(words: str) -> str:
    left, right = _ends(words)
    return f"{left}{escaped(words)}{right}" if words.strip() else left


def _ends(words: str) -> tuple[str, str]:
    return " " if words[:1].isspace() else "", " " if words[-1:].isspace() else ""
