"""Titles: what stands directly before a person's name and says who they are ("Mr", "House Speaker", "spokesman")."""

from dataclasses import dataclass

from crossread.annotate.gazetteer import given_names, kind_of, longest_known, name_heads, role_nouns, titles
from crossread.annotate.tokens import Tokens
from crossread.resources.loader import read_terms

LONGEST_TITLE = 5  # words and hyphens in a title of the table
LEAST_FULL, MOST_FULL = 2, 3  # words of a name in full
FURTHEST_BACK = 8  # words of description before a title
_QUALIFIERS = frozenset({"former", "ex", "acting", "late", "interim", "incoming", "outgoing"})


@dataclass(frozen=True, slots=True)
class TitledName:
    """Ranges of words: what precedes the title, the title, the name; each may be empty except one of the last two."""

    prefix: tuple[int, int]
    title: tuple[int, int]
    name: tuple[int, int]


def split_title(tokens: Tokens, begin: int, end: int) -> TitledName | None:
    """Find the last title in a run of capitalised words; None where there is none, or where it is part of the name."""
    found = _last_title(tokens, begin, end)
    if found is None or (found[1] < end and _is_body(tokens, begin, found, end)):
        return None
    at, until = found
    if until < end and tokens.texts[until] == "of":
        until = next((i for i in range(until + 2, end) if tokens.texts[i] in given_names()), end)
    return TitledName((begin, at), (at, until), (until, end))


def _last_title(tokens: Tokens, begin: int, end: int) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    at = begin
    while at < end:
        until = title_end(tokens, at, end)
        known = longest_known(tokens.texts, at, end)
        if known > 1 and until <= at:
            at += known
            continue
        if until == at > begin and _is_role(tokens, at, end):
            until = at + 1
        if (
            until > at
            and (at == begin or tokens.texts[at - 1] != "of")
            and not is_surname(tokens, begin, at, until, end)
        ):
            best = (at, until) if best is None or best[1] < at else (best[0], until)
        at = max(until, at + 1)
    return best


def is_surname(tokens: Tokens, begin: int, at: int, until: int, end: int) -> bool:
    """Tell whether a title that ends the run is somebody's surname: "Rep. Steve King", "Martha Judge"."""
    return until == end and until - at == 1 and at > begin and tokens.texts[at - 1] in given_names()


def title_end(tokens: Tokens, at: int, end: int) -> int:
    """Return where the longest title of the table ends that begins at the word, or the word itself."""
    known = longest_known(tokens.texts, at, end)
    for length in range(min(LONGEST_TITLE, end - at), 0, -1):
        words = tokens.texts[at : at + length]
        if length >= known and " ".join(word.rstrip(".") for word in words).replace(" - ", "-") in titles():
            return at + length
    return at


def _is_role(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether it is a role right before the given name of somebody in full: "City *Advocate* Ann Lee"."""
    word = tokens.texts[at]
    role = role_nouns().get(word, role_nouns().get(word.lower(), {}))
    full = LEAST_FULL <= end - at - 1 <= MOST_FULL
    return role.get("kind") == "person" and full and tokens.texts[at + 1] in given_names()


def _is_body(tokens: Tokens, begin: int, title: tuple[int, int], end: int) -> bool:
    """Tell whether what follows a title makes a body of it: "Justice Department", "General Motors"."""
    if tokens.texts[title[1] - 1].endswith("."):
        return False
    rest = tokens.texts[title[1] : end]
    known = kind_of(tokens.texts[begin:end]) or kind_of(tokens.texts[title[0] : end])
    return known is not None or (len(rest) == 1 and rest[0] in name_heads()) or name_heads().get(rest[-1]) == "org"


def title_start(tokens: Tokens, known_at: int, name_at: int, sentence_at: int) -> int:
    """Return the index of the first word of the description that stands directly before a name.

    It takes in titles, nouns of role and what qualifies them ("former Massachusetts Gov.", "Fox News host"), and no
    article, possessive or punctuation. `known_at` is where a title of the table starts that was found before the name,
    or `name_at`. Returns `name_at` where there is no description.
    """
    at = known_at if known_at < name_at else _small_title(tokens, name_at, sentence_at)
    described = at < name_at
    while at > max(sentence_at, name_at - FURTHEST_BACK) and tokens.same_line(at - 1):
        word = tokens.texts[at - 1]
        row = role_nouns().get(word, {})
        if word.rstrip(".") in titles() or (row.get("kind") in {"person", "group"} and row.get("number") != "the"):
            described = True
        elif not described or not _qualifies(tokens, at - 1, sentence_at):
            break  # what qualifies stands before a title: in "Governor Moss accused Reed" none does before Reed
        at -= 1
    return at if described else name_at


def _small_title(tokens: Tokens, name_at: int, sentence_at: int) -> int:
    """Return where a title of several words of the table starts that ends at the name, in small letters or not."""
    for at in range(max(sentence_at, name_at - LONGEST_TITLE), name_at - 1):
        words = tokens.texts[at:name_at]
        if "of" in words and " ".join(w if w == "of" else w.capitalize() for w in words) in titles():
            return at
    return name_at


def _qualifies(tokens: Tokens, index: int, sentence_at: int) -> bool:
    word = tokens.texts[index]
    low = word.lower()
    if low in read_terms("gazetteer/speech_verbs.txt"):
        return False  # "they accused Senator Moss"
    if low in _QUALIFIERS or low in read_terms("gazetteer/role_modifiers.txt"):
        return True
    if low == "then":
        return tokens.followed_by(index, ["-"])
    if word.isalpha() and _in_compound(tokens, index):
        return True
    hyphen = word == "-" and tokens.adjoin(index - 1) and tokens.adjoin(index)
    if index == sentence_at and kind_of([word]) is None and low in read_terms("gazetteer/common_words.txt"):
        return hyphen  # "Saying President Brandt was": the capital is the sentence's
    return hyphen or (tokens.is_capital(index) and low not in read_terms("gazetteer/function_words.txt"))


def _in_compound(tokens: Tokens, index: int) -> bool:
    """Tell whether a word is a part of one with a hyphen: "talk-show", "anti-war"."""
    opens = tokens.followed_by(index, ["-"]) and tokens.adjoin(index) and tokens.adjoin(index + 1)
    closes = index > 1 and tokens.texts[index - 1] == "-" and tokens.adjoin(index - 1) and tokens.adjoin(index - 2)
    return opens or closes
