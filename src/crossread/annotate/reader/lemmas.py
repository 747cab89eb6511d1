"""Dictionary forms: a table of what the rules would miss, then rules that only ever undo an ending.

No lemma is made up by a classifier: a word that no rule undoes stays as it is. Where an ending can be undone in
several ways ("hop" or "hope" for "hoping") the first form that is a known word wins.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from crossread.annotate.reader.pieces import WordPieces

VOWELS: Final = frozenset("aeiou")
SHORTEST_STEM: Final = 2
LONGEST_ACRONYM_TO_DOUBT: Final = 3
REMEMBERED: Final = 100_000
LEMMAS_FILE: Final = "lemmas.tsv"

# After these a silent e was dropped even though two consonants come first ("changing", "solving", "tensing").
_CLUSTERS_WITH_E: Final = (
    "nc",
    "ng",
    "rg",
    "dg",
    "lg",
    "lv",
    "rv",
    "rs",
    "ns",
    "ps",
    "ls",
    "bl",
    "tl",
    "pl",
    "dl",
    "gl",
)
_PLAIN_MARKS: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"}
_PEOPLES: Final = ("ian", "ese", "ean", "ish")  # adjectives that keep their capital
_IRREGULAR_PREFIXES: Final = ("under", "over", "fore", "with", "out", "mis", "re", "un")
# Features that choose among a form's lemmas ("saw" the tool, "saw" the past of "see").
_TELLING: Final = ("Tense=", "VerbForm=", "Number=", "Degree=", "Poss=", "Typo=", "Case=", "Person=")

Known = Callable[[str], bool]


class Lemmatizer:
    """Finds lemmas of words whose part of speech and features are known.

    Args:
        table: the lemma of (lower-case form, part of speech, telling features), and with empty features of any.
        known: whether a lower-case string is a word of English.
    """

    def __init__(self, table: dict[tuple[str, str, str], str], known: Known) -> None:
        self._table = table
        self._known = known
        self._remembered: dict[tuple[str, str, str], str] = {}

    def lemma(self, form: str, upos: str, feats: str) -> str:
        """The dictionary form of a word."""
        key = (form, upos, feats)
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = self._find(form.replace("’", "'"), upos, feats)
        return found

    def _find(self, form: str, upos: str, feats: str) -> str:
        marks = telling(feats)
        for written in (form, form.lower()):
            listed = self._table.get((written, upos, marks)) or self._table.get((written, upos, ""))
            if listed is not None:
                return listed
        if upos == "VERB":
            return self._prefixed(form.lower(), marks) or by_rule(form, upos, feats, self._known)
        return by_rule(form, upos, feats, self._known)

    def _prefixed(self, form: str, marks: str) -> str | None:
        """``underwent`` goes as ``went`` does."""
        for prefix in _IRREGULAR_PREFIXES:
            if form.startswith(prefix):
                listed = self._table.get((form.removeprefix(prefix), "VERB", marks))
                if listed is not None:
                    return prefix + listed
        return None


def load(path: Path, pieces: WordPieces) -> Lemmatizer:
    """The lemmatizer of a model folder; whole words of the encoder's vocabulary count as known."""
    table: dict[tuple[str, str, str], str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, upos, feats, lemma = line.split("\t")
            table[(form, upos, feats)] = lemma
    return Lemmatizer(table, pieces.is_whole_word)


def telling(feats: str) -> str:
    """The features that matter for the lemma."""
    return "|".join(part for part in feats.split("|") if part.startswith(_TELLING))


def by_rule(form: str, upos: str, feats: str, known: Known) -> str:
    """The lemma that the rules alone find."""
    if upos == "PROPN":
        return _singular(form, known) if "Number=Plur" in feats and form[-1:] == "s" else form
    if upos in {"PUNCT", "SYM", "X"}:
        return _PLAIN_MARKS.get(form, form)
    if upos == "NUM":
        return _number(form, feats)
    lower = form.lower()
    if upos == "NOUN":
        return _singular(lower, known) if "Number=Plur" in feats else _own_case(form, known)
    if upos in {"VERB", "AUX"}:
        return _verb(lower, feats, known)
    if upos in {"ADJ", "ADV"}:
        return _positive(form, feats, known)
    return lower


def _number(form: str, feats: str) -> str:
    if "NumForm=Roman" in feats:
        return form
    return form.replace(",", "") if form[:1].isdigit() else form.lower()


def _own_case(form: str, known: Known) -> str:
    """Acronyms keep their capitals; words that are only shouted do not."""
    shouted = len(form) > LONGEST_ACRONYM_TO_DOUBT and known(form.lower())
    return form if len(form) > 1 and form.isupper() and not shouted else form.lower()


def _singular(form: str, known: Known) -> str:
    if len(form) <= SHORTEST_STEM or not form.lower().endswith("s"):
        return form
    default = form[:-3] + "y" if form.endswith("ies") and len(form) > 4 else form[:-1]
    return _first_known(_singulars(form), known, default=default)


def _singulars(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
    if form.endswith("ves"):
        yield form[:-3] + "f"
        yield form[:-3] + "fe"
    if form.endswith(("sses", "xes", "zes", "ches", "shes", "oes")):
        yield form[:-2]
    if form.endswith(("ss", "us", "is")):
        yield form
    yield form[:-1]
    if form.endswith("es"):
        yield form[:-2]


def _verb(form: str, feats: str, known: Known) -> str:
    if (form.endswith("ing") and "VerbForm=Ger" in feats) or (form.endswith("ing") and "Tense=Pres" in feats):
        return _undone(form, form[:-3], known)
    if form.endswith("ed") and "Tense=Past" in feats:
        return _undone(form, form[:-2], known)
    if form.endswith("s") and "Person=3" in feats and "Tense=Pres" in feats:
        return _singular(form, known)
    return form


def _undone(form: str, stem: str, known: Known) -> str:
    if len(stem) < SHORTEST_STEM or not any(letter in VOWELS or letter == "y" for letter in stem):
        return form
    choices = list(_stems(stem))
    return _first_known(choices, known, default=choices[0])


def _stems(stem: str) -> Iterator[str]:
    """What a verb may be whose -ed or -ing was cut off, the likeliest first."""
    last, before = stem[-1], stem[-2]
    if len(stem) == SHORTEST_STEM and last in "iy":  # "lied", "dying"
        yield stem[0] + "ie"
        return
    if stem.endswith("ck"):  # "panicked"
        yield stem
        yield stem[:-1]
        return
    if last == "i":
        yield stem[:-1] + "y"
        return
    if last == before and last not in VOWELS:
        if last in "lsfz":
            yield stem
        yield stem[:-1]
        yield stem
        return
    single = last not in VOWELS and last not in "wxy" and before in VOWELS
    doubled_vowel = len(stem) > 2 and before in VOWELS and stem[-3] in VOWELS
    with_e_first = (single and not doubled_vowel) or stem.endswith(_CLUSTERS_WITH_E) or last in "uvcz"
    pair = (stem + "e", stem) if with_e_first else (stem, stem + "e")
    yield from pair


def _positive(written: str, feats: str, known: Known) -> str:
    if (written[:1].isupper() and written.endswith(_PEOPLES)) or "Degree=" not in feats:
        return written if written.endswith(_PEOPLES) else _own_case(written, known)
    form = written.lower()
    for degree, ending in (("Degree=Cmp", "er"), ("Degree=Sup", "est")):
        if degree in feats and form.endswith(ending) and len(form) > len(ending) + SHORTEST_STEM:
            stem = form.removesuffix(ending)
            choices = [stem[:-1] + "y"] if stem.endswith("i") else []
            choices += [stem[:-1]] if stem[-1] == stem[-2] and stem[-1] not in "ls" else []
            return _first_known([*choices, stem, stem + "e"], known, default=form)
    return form


def _first_known(choices: Iterator[str] | list[str], known: Known, default: str) -> str:
    return next((choice for choice in choices if known(choice.lower())), default)
