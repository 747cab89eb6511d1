import pytest

from crossread.annotate.reader.lemmas import Lemmatizer, by_rule
from crossread.annotate.reader.shapes import SHAPE_NAMES, shape
from crossread.annotate.reader.tokenization import word_ranges
from crossread.annotate.reader.windows import PIECES_A_WINDOW, Stretch, fitting, packed

KNOWN = frozenset(
    [
        "hope",
        "hop",
        "stop",
        "travel",
        "change",
        "sing",
        "bring",
        "agree",
        "try",
        "die",
        "carry",
        "city",
        "wolf",
        "box",
        "bus",
        "church",
        "news",
        "big",
        "large",
        "happy",
    ]
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_ranges(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” he said.", ["“", "We", "won", ",", "”", "he", "said", "."]),
        ("Guaidó’s “I won’t”,", ["Guaidó", "’s", "“", "I", "wo", "n’t", "”", ","]),
        ("What?! No!!", ["What", "?!", "No", "!!"]),
        ("co-founder", ["co-founder"]),
        ("well-known", ["well", "-", "known"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("and/or", ["and", "/", "or"]),
        ("7:30pm", ["7:30", "pm"]),
        ("two\n\nparagraphs", ["two", "paragraphs"]),
        ("(see below):", ["(", "see", "below", ")", ":"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("hoping", "VERB", "Tense=Pres|VerbForm=Part", "hope"),
        ("stopped", "VERB", "Tense=Past|VerbForm=Fin", "stop"),
        ("travelled", "VERB", "Tense=Past|VerbForm=Fin", "travel"),
        ("changing", "VERB", "VerbForm=Ger", "change"),
        ("tried", "VERB", "Tense=Past", "try"),
        ("dying", "VERB", "VerbForm=Ger", "die"),
        ("carries", "VERB", "Number=Sing|Person=3|Tense=Pres", "carry"),
        ("cities", "NOUN", "Number=Plur", "city"),
        ("wolves", "NOUN", "Number=Plur", "wolf"),
        ("boxes", "NOUN", "Number=Plur", "box"),
        ("bus", "NOUN", "Number=Sing", "bus"),
        ("biggest", "ADJ", "Degree=Sup", "big"),
        ("happier", "ADJ", "Degree=Cmp", "happy"),
        ("Maduro", "PROPN", "Number=Sing", "Maduro"),
        ("NATO", "NOUN", "Number=Sing", "NATO"),
        ("20,000", "NUM", "", "20000"),
        ("Peruvian", "ADJ", "Degree=Pos", "Peruvian"),
    ],
)
def test_rules_undo_endings(form: str, upos: str, feats: str, lemma: str) -> None:
    assert by_rule(form, upos, feats, KNOWN.__contains__) == lemma


def test_the_table_goes_before_the_rules_and_prefixes_share_it() -> None:
    lemmatizer = Lemmatizer({("went", "VERB", "Tense=Past"): "go"}, KNOWN.__contains__)
    assert lemmatizer.lemma("Went", "VERB", "Mood=Ind|Tense=Past") == "go"
    assert lemmatizer.lemma("underwent", "VERB", "Mood=Ind|Tense=Past") == "undergo"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("maduro", "lower"),
        ("Maduro", "title"),
        ("A", "initial"),
        ("NATO", "capitals"),
        ("McDonald", "mixed"),
        ("1,000", "number"),
        ("G20", "alphanumeric"),
        ("“", "punctuation"),
        ("U.S.", "abbreviation"),
    ],
)
def test_shapes(word: str, name: str) -> None:
    assert SHAPE_NAMES[shape(word)] == name


def test_paragraphs_share_a_window_while_they_fit() -> None:
    costs = [1] * 400
    assert list(packed(costs, [0, 40, 80, 150])) == [Stretch(0, 80), Stretch(80, 150), Stretch(150, 400)]


def test_a_long_word_still_makes_a_step() -> None:
    assert fitting([PIECES_A_WINDOW + 5, 1], 0, 2) == 1
