"""Where it is clear what a word does that may be a verb: what the model, which weighs neighbours, may miss."""

from collections.abc import Mapping, Sequence
from typing import Final

from crossread.extract.cues import reports_speech
from crossread.extract.surface import Surface
from crossread.extract.tag import Part, Tag
from crossread.extract.verb_model import Use
from crossread.extract.verb_surroundings import FAR, others_ahead
from crossread.extract.verbs import Form
from crossread.extract.word_classes import word_class

_OF_A_PHRASE: Final[frozenset[Part]] = frozenset({"noun", "det", "poss"})


def surely(
    reading: Surface, word: int, sentence: tuple[int, int], before: Sequence[Tag], forms: Mapping[Form, str]
) -> Use | None:
    """Return what the word does where that is clear, or None.

    Args:
        reading: the article.
        word: the index of the word.
        sentence: the half-open range of the sentence's words.
        before: the tags of its words before this one.
        forms: the verb's forms that the word may be, with their lemmas.
    """
    if _asked(reading, word, sentence, forms):
        return "participle"
    finite = (
        _says_who(reading, word, sentence, before, forms)
        or _demanded(reading, word, sentence, before, forms)
        or _alone(reading, word, sentence, before, forms)
        or _told(reading, word, sentence, before, forms)
    )
    return "finite" if finite else None


def _asked(reading: Surface, word: int, sentence: tuple[int, int], forms: Mapping[Form, str]) -> bool:
    """Whether it opens a sentence and leads on, with no subject: "Asked whether it would, …"."""
    if reading.first_word(*sentence) != word or not forms.keys() >= {"past", "participle"}:
        return False
    following = _following(reading, word, sentence)
    return following == "that" or following in word_class("preposition") or following in word_class("subordinator")


def _says_who(
    reading: Surface, word: int, sentence: tuple[int, int], before: Sequence[Tag], forms: Mapping[Form, str]
) -> bool:
    """Whether it ends a clause that stands behind a quotation and a noun phrase, and tells: "…," the letter states."""
    tells = any(form in forms and reports_speech(forms[form]) for form in ("s", "past"))
    if not tells or _following(reading, word, sentence) not in (".", ",", ""):
        return False
    mark = _before_phrase(before) + sentence[0]
    return sentence[0] <= mark < word - 1 and reading.forms[mark] in ("”", '"', "''")


def _demanded(
    reading: Surface, word: int, sentence: tuple[int, int], before: Sequence[Tag], forms: Mapping[Form, str]
) -> bool:
    """Whether it is the only verb there may be after "that" and a noun phrase: "demanded that Peru free them"."""
    opener = _before_phrase(before)
    clause = 0 <= opener < len(before) - 1 and reading.lower[sentence[0] + opener] == "that"
    return clause and before[opener].part == "sub" and "base" in forms and not others_ahead(reading, word, sentence)


def _alone(
    reading: Surface, word: int, sentence: tuple[int, int], before: Sequence[Tag], forms: Mapping[Form, str]
) -> bool:
    """Whether a name stands before it, and nothing else in the sentence may be its verb: "Chile called for a vote"."""
    named = word > sentence[0] and reading.names[word - 1] is not None and reading.forms[word - 1][0].isupper()
    if not named or not forms.keys() & {"past", "s"} or _following(reading, word, sentence) in ("by", "", "."):
        return False
    alone = len(before) <= FAR and not any(tag.finite for tag in before)
    return alone and not others_ahead(reading, word, sentence)


def _told(
    reading: Surface, word: int, sentence: tuple[int, int], before: Sequence[Tag], forms: Mapping[Form, str]
) -> bool:
    """Whether it has an object and a subject right after a verb that tells: "announced his country cut all ties"."""
    following = _following(reading, word, sentence)
    if "past" not in forms or not (following in word_class("determiner") or following in word_class("possessive")):
        return False
    teller = _before_phrase(before)
    subject = 0 <= teller < len(before) - 1 and before[-1].part == "noun"
    return subject and before[teller].part == "verb" and before[teller].finite and reports_speech(before[teller].lemma)


def _before_phrase(before: Sequence[Tag]) -> int:
    """Return the place of the last tag before the noun phrase that ends here, -1 if there is none near."""
    last = len(before) - 1
    for at in range(last, max(-1, last - FAR), -1):
        if before[at].part not in _OF_A_PHRASE:
            return at
    return -1


def _following(reading: Surface, word: int, sentence: tuple[int, int]) -> str:
    return reading.lower[word + 1] if word + 1 < sentence[1] else ""
