from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.reader.encoding import NO_SHAPE, Encoded, EncodedText
from crossread.annotate.reader.model import PIECES_FILE
from crossread.annotate.reader.pieces import WordPieces
from crossread.annotate.reader.shapes import JOINED, shape, spacing
from crossread.resources.loader import resource_path

PIECES = WordPieces(resource_path(f"models/reader/{PIECES_FILE}"))
WORDS = st.lists(
    st.tuples(
        st.sampled_from(["Orlo", "mine", "reopened", ".", "17-year-old", "Vessinovskaya"]),
        st.sampled_from([True, False, None]),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


def word_by_word(words: list[str], spaces: list[bool | None], paragraphs: list[bool]) -> list[list[int]]:
    """What a window holds, put together a word at a time."""
    numbers, shapes, spacings, first, last = [PIECES.start], [NO_SHAPE], [JOINED], [], []
    for place, (word, space, starts) in enumerate(zip(words, spaces, paragraphs, strict=True)):
        if starts and place:
            numbers.append(PIECES.separator)
            shapes.append(NO_SHAPE)
            spacings.append(JOINED)
        found = PIECES.of(word)
        first.append(len(numbers))
        numbers += found
        shapes += [shape(word)] * len(found)
        spacings += [spacing(space)] + [JOINED] * (len(found) - 1)
        last.append(len(numbers) - 1)
    return [[*numbers, PIECES.separator], [*shapes, NO_SHAPE], [*spacings, JOINED], first, last]


def plain(encoded: Encoded) -> list[list[int]]:
    return [values.tolist() for values in encoded]


@given(WORDS, st.data())
@settings(max_examples=60, deadline=None)
def test_any_window_is_what_its_words_give_alone(
    rows: list[tuple[str, bool | None, bool]], data: st.DataObject
) -> None:
    words, spaces, paragraphs = (list(column) for column in zip(*rows, strict=True))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    cut = EncodedText(words, spaces, paragraphs, PIECES).window(start, end)
    assert plain(cut) == word_by_word(words[start:end], spaces[start:end], paragraphs[start:end])
