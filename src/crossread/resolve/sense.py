"""What a name stands for where it stands: a state or its people, a capital or the government that sits there."""

import re
from functools import cache

from crossread.records import Document, Span
from crossread.resolve.gazetteer import Known, adjectives, capitals, known_names, peoples
from crossread.resolve.names import Words, name_words
from crossread.resources import read_table, read_terms

_BEFORE = re.compile(r"([^\W\d_]+)[ \n]$")
_AFTER = re.compile(r"[ \n]([^\W\d_]+)")
_AND = re.compile(r" and (?:the )?((?:[A-Z][\w.-]+ ?){1,3})(?<! )")
_WINDOW = 40  # characters looked at on each side: a long word and the white space around it
_DEALING = frozenset({"with", "against", "by"})


def sense(document: Document, span: Span, words: Words) -> Known | None:
    """Return what the tables say of the name, as it is used here; None where they do not know it."""
    known = known_names().get(words)
    if words in capitals() and known and known.sort == "city" and _governs(document.text, span):
        return Known("state", capitals()[words], "gpe", capitals()[words])
    if known:
        return known
    if words in adjectives() and (words not in peoples() or modifies(document.text, span)):
        return Known("state", adjectives()[words], "gpe", adjectives()[words])
    if words in peoples():
        return Known("people", peoples()[words], "group")
    return None


def _governs(text: str, span: Span) -> bool:
    """Tell whether a capital acts, or is dealt with, as only its government can ("after Washington recognised")."""
    before = _BEFORE.search(text[max(0, span.start - _WINDOW) : span.start])
    word = before[1].casefold() if before else ""
    if word in _DEALING or word.endswith("ed") or (word == "between" and _faces_an_actor(text, span)):
        return True
    opens = word not in read_terms("lexicons/en/grammar_words.txt") or word in word_classes(
        "conjunction", "subordinator"
    )
    following = _next_word(text, span)
    return opens and is_verb(following) and following not in word_classes("be")


def _faces_an_actor(text: str, span: Span) -> bool:
    """Tell whether what stands on the other side of "between Washington and …" is no place like a city."""
    other = _AND.match(text, span.end)
    known = known_names().get(name_words(other[1])) if other else None
    return other is not None and (
        known is None or known.sort not in ("part", "city") or name_words(other[1]) in capitals()
    )


def modifies(text: str, span: Span) -> bool:
    """Tell whether a noun follows directly: "the French president", but not "the French said"."""
    word = _next_word(text, span)
    return bool(word) and word not in read_terms("lexicons/en/grammar_words.txt") and not is_verb(word)


def _next_word(text: str, span: Span) -> str:
    after = _AFTER.match(text, span.end, span.end + _WINDOW)
    return after[1].casefold() if after else ""


def is_verb(word: str) -> bool:
    """Tell whether the word is a finite verb of the third person or in the past."""
    return word in word_classes("be", "have", "do", "modal") or word in _finite_verbs()


@cache
def _finite_verbs() -> frozenset[str]:
    past = {row["past"] for row in read_table("lexicons/en/irregular_verbs.tsv")}
    regular = {f"{verb.removesuffix('e')}ed" for verb in read_terms("lexicons/en/verbs.txt")}
    present = {f"{verb}{ending}" for verb in read_terms("lexicons/en/verbs.txt") for ending in ("s", "es")}
    return frozenset(past | regular | present)


@cache
def word_classes(*names: str) -> frozenset[str]:
    """Return the words of closed classes, such as preposition, subordinator, modal."""
    return frozenset(row["word"] for row in read_table("lexicons/en/word_classes.tsv") if row["class"] in names)
