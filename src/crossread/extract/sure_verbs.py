"""Where it is clear what a word does that may be a verb: what the model, which weighs neighbours, may miss."""

from collections.abc import Sequence
from typing import Final

from crossread.extract.cues import reports_speech
from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.tag import Part, Tag
from crossread.extract.verb_model import Use
from crossread.extract.verb_surroundings import FAR
from crossread.extract.word_classes import word_class

_OF_A_PHRASE: Final[frozenset[Part]] = frozenset({"noun", "det", "poss"})


def surely(verb: PossibleVerb) -> Use | None:
    """Return what the word does where that is clear, or None."""
    if _asked(verb):
        return "participle"
    return "finite" if any(clear(verb) for clear in (_says_who, _demanded, _alone, _told)) else None


def _asked(verb: PossibleVerb) -> bool:
    """Whether it opens a sentence and leads on, with no subject: "Asked whether it would, …"."""
    if verb.reading.first_word(*verb.sentence) != verb.word or not verb.forms.keys() >= {"past", "participle"}:
        return False
    return verb.following == "that" or any(
        verb.following in word_class(name) for name in ("preposition", "subordinator")
    )


def _says_who(verb: PossibleVerb) -> bool:
    """Whether it ends a clause that stands behind a quotation and a noun phrase, and tells: "…," the letter states."""
    tells = any(kind in ("s", "past") and reports_speech(lemma) for kind, lemma in verb.forms.items())
    if not tells or verb.following not in (".", ",", ""):
        return False
    start, mark = verb.sentence[0], _before_phrase(verb.before) + verb.sentence[0]
    return start <= mark < verb.word - 1 and verb.reading.forms[mark] in ("”", '"', "''")


def _demanded(verb: PossibleVerb) -> bool:
    """Whether it is the only verb there may be after "that" and a noun phrase: "demanded that Peru free them"."""
    opener = _before_phrase(verb.before)
    clause = 0 <= opener < len(verb.before) - 1 and verb.reading.lower[verb.sentence[0] + opener] == "that"
    return clause and verb.before[opener].part == "sub" and "base" in verb.forms and not verb.others_ahead


def _alone(verb: PossibleVerb) -> bool:
    """Whether a name stands before it, and nothing else in the sentence may be its verb: "Chile called for a vote"."""
    reading, last = verb.reading, verb.word - 1
    named = last >= verb.sentence[0] and reading.names[last] is not None and reading.forms[last][0].isupper()
    if not named or not verb.forms.keys() & {"past", "s"} or verb.following in ("by", "", "."):
        return False
    alone = len(verb.before) <= FAR and not any(tag.finite for tag in verb.before)
    return alone and not verb.others_ahead


def _told(verb: PossibleVerb) -> bool:
    """Whether it has an object and a subject right after a verb that tells: "announced his country cut all ties"."""
    opens = any(verb.following in word_class(name) for name in ("determiner", "possessive"))
    if "past" not in verb.forms or not opens:
        return False
    before, teller = verb.before, _before_phrase(verb.before)
    subject = 0 <= teller < len(before) - 1 and before[-1].part == "noun"
    return subject and before[teller].part == "verb" and before[teller].finite and reports_speech(before[teller].lemma)


def _before_phrase(before: Sequence[Tag]) -> int:
    """Return the place of the last tag before the noun phrase that ends here, -1 if there is none near."""
    last = len(before) - 1
    for at in range(last, max(-1, last - FAR), -1):
        if before[at].part not in _OF_A_PHRASE:
            return at
    return -1
