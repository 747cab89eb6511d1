import random

import pytest

from crossread.learn.reader import augment
from crossread.learn.reader.material import Material, Syntax
from crossread.learn.reader.windows import Window, Word, windows


def window(*rows: tuple[str, str, int, str], names: list[str] | None = None) -> Window:
    """A window of one sentence from (form, part of speech, head counted from 1, relation)."""
    words = [
        Word(form, True, 0, index == 0, upos, "_", None, relation)
        for index, (form, upos, _, relation) in enumerate(rows)
    ]
    for word, (_, _, head, _) in zip(words, rows, strict=True):
        word.head = words[head - 1] if head else None
    if names is not None:
        for word, name in zip(words, names, strict=True):
            word.name = name
    return Window(words, "exact" if names else None, has_syntax=True)


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - draws changes, hides nothing


def forms(changed: Window) -> str:
    return " ".join(word.form for word in changed.words)


def test_speakers_move_behind_their_verb() -> None:
    quoted = window(
        ("Enough", "ADJ", 4, "ccomp"),
        ("the", "DET", 3, "det"),
        ("official", "NOUN", 4, "nsubj"),
        ("said", "VERB", 0, "root"),
        (".", "PUNCT", 4, "punct"),
    )
    augment._invert_speakers(quoted, drawn(1))
    assert forms(quoted) == "Enough said the official ."
    said, official = quoted.words[1], quoted.words[3]
    assert official.head is said
    assert said.head is None


def test_a_pronoun_stays_before_its_verb() -> None:
    quoted = window(("Enough", "ADJ", 3, "ccomp"), ("he", "PRON", 3, "nsubj"), ("said", "VERB", 0, "root"))
    augment._invert_speakers(quoted, drawn(1))
    assert forms(quoted) == "Enough he said"


def test_a_country_becomes_a_list_with_its_tree_and_names() -> None:
    plain = window(("Chile", "PROPN", 2, "nsubj"), ("agreed", "VERB", 0, "root"), names=["S-LOC", "O"])
    augment._list_countries(plain, drawn(3))
    countries = [word for word in plain.words if word.name == "S-LOC"]
    assert len(countries) >= 2
    assert all(word.head is countries[0] and word.deprel == "conj" for word in countries[1:])
    assert "and" in {word.form for word in plain.words}
    assert plain.words[-1].form == "agreed"


def test_quotation_marks_open_and_close() -> None:
    quoted = window(('"', "PUNCT", 2, "punct"), ("No", "INTJ", 0, "root"), ('"', "PUNCT", 2, "punct"))
    pairs = set()
    for seed in range(40):
        augment._restyle_quotes(quoted, drawn(seed))
        pairs.add((quoted.words[0].form, quoted.words[2].form))
    assert {('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'")} <= pairs
    assert ("”", "“") not in pairs


@pytest.mark.parametrize(
    ("plain", "british"),
    [
        ("organized", "organised"),
        ("recognize", "recognise"),
        ("colors", "colours"),
        ("defense", "defence"),
        ("size", "size"),
        ("Prize", "Prize"),
        ("seize", "seize"),
    ],
)
def test_british_spelling(plain: str, british: str) -> None:
    assert augment._british(plain) == british


def test_titles_lose_their_stop() -> None:
    titled = window(("Mr.", "PROPN", 2, "nmod:desc"), ("Lee", "PROPN", 0, "root"))
    augment._drop_title_dots(titled, drawn(1))
    assert forms(titled) == "Mr Lee"


def test_every_change_keeps_heads_inside_the_window() -> None:
    source = drawn(5)
    for _ in range(300):
        changed = augment.augment(
            window(
                ('"', "PUNCT", 3, "punct"),
                ("They", "PRON", 3, "nsubj"),
                ("organized", "VERB", 8, "ccomp"),
                (",", "PUNCT", 3, "punct"),
                ('"', "PUNCT", 3, "punct"),
                ("Mr.", "PROPN", 7, "nmod:desc"),
                ("Chile", "PROPN", 8, "nsubj"),
                ("said", "VERB", 0, "root"),
                (".", "PUNCT", 8, "punct"),
            ),
            source,
        )
        inside = {id(word) for word in changed.words}
        assert all(word.head is None or id(word.head) in inside for word in changed.words)
        assert sum(word.head is None for word in changed.words) == 1


class OnePieceEach:
    def of(self, word: str) -> tuple[int, ...]:
        return (1,)


def test_windows_hold_every_sentence_once_and_heads_point_inside() -> None:
    count = 200
    heads = [-1 if index % 10 == 0 else index - 1 for index in range(count)]
    syntax = Syntax(["NOUN"] * count, ["_"] * count, heads, ["dep"] * count)
    document = Material("ewt", ["word"] * count, [True] * count, list(range(0, count, 10)), [0], syntax, None, None)
    cut = list(windows(document, OnePieceEach(), drawn(1)))  # type: ignore[arg-type]
    assert sum(len(part.words) for part in cut) == count
    assert sum(word.head is None for part in cut for word in part.words) == count // 10
