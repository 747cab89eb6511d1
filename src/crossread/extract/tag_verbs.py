"""Whether a word that may be a form of a verb is one here, by its neighbours: for annotators without syntax."""

from typing import Final

from crossread.extract.cues import is_cue, reports_speech
from crossread.extract.participles import is_participle
from crossread.extract.surface import Surface
from crossread.extract.tag import Tag
from crossread.extract.verbs import Form, verb_forms
from crossread.extract.word_classes import role_words, word_class
from crossread.resources import read_terms

Found = tuple[str, Form, bool, bool]
"""Lemma, form, finite, passive."""

_SHORTEST_UNLISTED: Final = 5  # letters
_SUBJECTS: Final = frozenset({"i", "he", "she", "we", "they", "who"})
_LIST_REACH = 6  # words to look back for the "and" that makes a plural subject of two names


def verb_reading(reading: Surface, word: int, start: int, end: int, before: list[Tag]) -> Found | None:
    """Return how the word is to be read as a verb, or None if it is none here."""
    readings = verb_forms().get(reading.lower[word]) or _unlisted_past(reading, word, before)
    if not readings or _name_like(reading, word, start) or _compound(reading, word, start):
        return None
    forms = {form: lemma for lemma, form in reversed(readings)}
    helper = _helper(without_mark(reading, word, before))
    if helper is not None:
        return _after_helper(forms, helper)
    if _inside_phrase(reading, word, before):
        return None
    part = before[-1].part if before else "punct"
    if "ing" in forms:
        return _ing(reading, word, end, forms["ing"], part)
    return None if part == "prep" else _finite(reading, word, end, forms, before)


def _unlisted_past(reading: Surface, word: int, before: list[Tag]) -> tuple[tuple[str, Form], ...]:
    """Return the readings of a word in -ed that no table lists, where a verb may stand: Lee nixed it; aides nixed the plan.

    A name or pronoun before it is its subject; any noun is if an object that has a determiner follows.
    """
    form = reading.lower[word]
    if not form.endswith("ed") or len(form) < _SHORTEST_UNLISTED or form.startswith("un") or not before:
        return ()
    if form in word_class("ed_adjective"):
        return ()
    named = reading.names[word - 1] is not None and reading.forms[word - 1][0].isupper()
    following = reading.lower[word + 1] if word + 1 < len(reading.lower) else ""
    governs = following in word_class("determiner") or following in word_class("possessive")
    if named or reading.lower[word - 1] in _SUBJECTS or (before[-1].part == "noun" and governs):
        stem = form.removesuffix("ed")
        return (stem, "past"), (stem, "participle")
    return ()


def _compound(reading: Surface, word: int, start: int) -> bool:
    """Whether the word before makes one noun with it: "the tax cut deal"."""
    pair = f"{reading.lower[word - 1]} {reading.lower[word]}" if word > start else ""
    return pair in read_terms("lexicons/en/noun_compounds.txt")


def _finite(reading: Surface, word: int, end: int, forms: dict[Form, str], before: list[Tag]) -> Found | None:
    if "past" in forms or "participle" in forms:
        return _ed(reading, word, end, forms, before)
    if "s" in forms and _third_person(reading, word, end, forms["s"], before):
        return forms["s"], "s", True, False
    if "base" in forms:
        return _base(reading, word, end, forms["base"], before)
    return None


def _inside_phrase(reading: Surface, word: int, before: list[Tag]) -> bool:
    """Whether what stands before makes the word a noun or adjective: an article, a possessive, an adjective."""
    if not before:
        return False
    part = before[-1].part
    if part in {"det", "poss"}:
        return not _pronoun_like(reading, word - 1, part)
    if part == "noun" and len(before) > 1:
        return _adjective(reading, word - 1)
    return part == "adv" and len(before) > 1 and before[-2].part in {"det", "poss"}


def _pronoun_like(reading: Surface, word: int, part: str) -> bool:
    return part == "det" and reading.lower[word] in ("many", "some", "others", "those", "these", "few", "most", "both")


def _name_like(reading: Surface, word: int, start: int) -> bool:
    """Whether the word has a capital that the beginning of a sentence or quotation does not explain."""
    if not reading.forms[word][0].isupper() or word == start:
        return False
    return any(c.isalnum() for c in reading.lower[word - 1])


def _adjective(reading: Surface, word: int) -> bool:
    """Whether the word before ends like an adjective: what follows it is a noun then."""
    return reading.forms[word].islower() and reading.forms[word].endswith(
        ("ous", "ful", "ive", "ical", "able", "ible", "less")
    )


def without_mark(reading: Surface, word: int, before: list[Tag]) -> list[Tag]:
    """Return the tags before the word without a quotation mark that opens there ("it was “following” them")."""
    return before[:-1] if before and reading.forms[word - 1] in ("“", '"', "‘") else before


def _helper(before: list[Tag]) -> Tag | None:
    """Return the auxiliary or "to" that stands before, adverbs, negators and an inverted subject pronoun aside."""
    for tag in reversed(before[-4:]):
        if tag.part in {"aux", "to"}:
            return tag
        if tag.part not in {"adv", "neg"}:
            return None
    return None


def _after_helper(forms: dict[Form, str], helper: Tag) -> Found | None:
    if helper.part == "to":
        return (forms["base"], "base", False, False) if "base" in forms else None
    if helper.lemma == "be":
        if "ing" in forms:
            return forms["ing"], "ing", helper.finite, False
        return (forms["participle"], "participle", helper.finite, True) if "participle" in forms else None
    if helper.lemma == "have":
        return (forms["participle"], "participle", helper.finite, False) if "participle" in forms else None
    if helper.lemma == "get" and "participle" in forms:
        return forms["participle"], "participle", helper.finite, True
    return (forms["base"], "base", helper.finite, False) if "base" in forms else None


def _ing(reading: Surface, word: int, end: int, lemma: str, part: str) -> Found | None:
    following = reading.lower[word + 1] if word + 1 < end else ""
    if following == "of" or (part == "noun" and following in ("", ".", ",") and not reports_speech(lemma)):
        return None
    if part == "noun" and following in role_words():
        return None  # "the policy planning director"
    return lemma, "ing", False, False


def _ed(reading: Surface, word: int, end: int, forms: dict[Form, str], before: list[Tag]) -> Found | None:
    """A past that follows what may be its subject is finite; "by", or nothing to be its subject, makes it passive."""
    if "past" not in forms:
        return forms["participle"], "participle", False, True
    if forms.get("participle") == forms["past"] and is_participle(reading, word, end, forms["past"], before):
        return forms["past"], "participle", False, True
    return forms["past"], "past", True, False


def _third_person(reading: Surface, word: int, end: int, lemma: str, before: list[Tag]) -> bool:
    part = before[-1].part if before else "punct"
    following = reading.lower[word + 1] if word + 1 < end else "."
    if part in {"rel", "adv", "neg"}:
        return True
    if part == "pronoun":
        return reading.lower[word - 1] in (
            "he",
            "she",
            "it",
            "who",
            "this",
            "that",
            "one",
            "everyone",
            "someone",
            "nobody",
        )
    opens_object = (
        following in word_class("determiner")
        or following in word_class("possessive")
        or following in word_class("subject_pronoun")
        or following in ("that", "him", "them", "her", "us", "how", "why", "whether", "not")
        or following in ("himself", "herself", "itself", "themselves")
        or (following == "to" and lemma in word_class("to_verb"))
        or (word + 1 < end and reading.names[word + 1] is not None)
    )
    if part == "noun":
        if (
            reading.forms[word - 1].islower()
            and reading.lower[word - 1].endswith("s")
            and not reading.lower[word - 1].endswith("ss")
        ):
            return False
        mention = reading.names[word - 1]
        person = mention is not None and mention.kind == "person" and reading.forms[word - 1][0].isupper()
        named = mention is not None and mention.form == "name"
        leads_in = (not following[:1].isalnum() or reading.forms[word + 1][0].isupper()) and not reading.lower[
            word - 1
        ].endswith("s")
        return person or opens_object or (is_cue(lemma) and (named or leads_in))
    if part == "punct" and _main_is_missing(before) and reading.lower[word - 1] == ",":
        return following not in ("of", "and", ",")
    if part in {"punct", "conj"}:
        return opens_object or (is_cue(lemma) and following in ("for", "on", "in", "at"))
    return False


def _main_is_missing(before: list[Tag]) -> bool:
    """Whether all that has a verb so far is a relative clause after a comma: its end leads to the main verb."""
    verbs = [at for at, tag in enumerate(before) if tag.part in {"verb", "aux"} and tag.finite]
    relatives = [at for at, tag in enumerate(before) if tag.part == "rel" and at and before[at - 1].part == "punct"]
    return bool(verbs and relatives) and relatives[0] < verbs[0] and len(relatives) == 1


def _base(reading: Surface, word: int, end: int, lemma: str, before: list[Tag]) -> Found | None:
    part = before[-1].part if before else "punct"
    following = reading.lower[word + 1] if word + 1 < end else ""
    previous = reading.lower[word - 1] if before else ""
    if part == "pronoun" and previous in ("i", "you", "we", "they", "who", "many", "some", "others"):
        return lemma, "base", True, False
    if part == "rel":
        return lemma, "base", True, False
    if part == "adv" and len(before) > 1 and before[-2].part in {"pronoun", "rel"}:
        return lemma, "base", True, False
    if part == "conj":
        verbs = [tag for tag in before if tag.part == "verb"]
        same = bool(verbs) and verbs[-1].form == "base"
        return (lemma, "base", verbs[-1].finite, False) if same else None
    goes_on = (
        following in word_class("determiner")
        or following in word_class("possessive")
        or following in word_class("subject_pronoun")
        or following in ("that", "to", "in", "on", "for", "him", "them", "with", "at", "against", "not", "as")
        or (word + 1 < end and reading.names[word + 1] is not None)
    )
    if part != "noun" or not goes_on:
        return None
    plural = previous.endswith("s") and not previous.endswith("ss")
    listed = reading.names[word - 1] is not None and "and" in reading.lower[max(0, word - _LIST_REACH) : word]
    return (
        (lemma, "base", True, False) if plural or listed or previous in ("people", "police", "men", "women") else None
    )
