"""What tells whether a word that may be a verb is one: itself, the words around it, and what stands before it is."""

from collections.abc import Mapping
from typing import Final

from crossread.extract.cues import reports_speech
from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.surface import Surface
from crossread.extract.verb_surroundings import (
    BEYOND,
    FAR,
    QUOTES,
    helper_ahead,
    mark_before,
    opener,
    since_verb,
    sort_of,
    waiting,
)
from crossread.extract.verbs import Form
from crossread.records import Mention

_SHORT: Final[Mapping[Form, str]] = {"base": "b", "s": "s", "past": "d", "participle": "n", "ing": "g"}
_ENDING: Final = 3  # letters


def verb_features(verb: PossibleVerb) -> list[str]:
    """Return the features of a word for the model of verbs, by name."""
    reading, word, sentence, before, forms = verb.reading, verb.word, verb.sentence, verb.before, verb.forms
    kind = "".join(sorted(_SHORT[form] for form in forms))
    lemma = next(iter(forms.values()))
    lemma = lemma.removesuffix("ise") + "ize" if lemma.endswith("ise") else lemma  # either spelling is one verb
    third, second, first = (_word(reading, word - away, sentence) for away in (3, 2, 1))
    following, second_following = (_word(reading, word + away, sentence) for away in (1, 2))
    tags = [BEYOND, BEYOND, BEYOND, *(tag.part for tag in before[-3:])][-3:]
    last = tags[-1]
    shape, shape_following = (_shape(reading, word + away, sentence) for away in (-1, 1))
    verbs = [tag for tag in before[-FAR:] if tag.part in ("verb", "aux")]
    has_verb = any(tag.finite for tag in verbs)
    opened = opener(reading, word, before)
    since = since_verb(before)
    sort_following = sort_of(following) or shape_following
    cue = f"{reports_speech(lemma)} {mark_before(reading, word, sentence)}"
    before_it = f"{verbs[-1].part} {verbs[-1].form} {verbs[-1].finite}" if verbs else BEYOND
    capital = reading.forms[word][0].isupper()
    waits = waiting(before)
    helped = helper_ahead(reading, word, sentence)
    return [
        f"k={kind}",
        f"l={kind} {lemma}",
        f"lt={lemma} {last}",
        f"c={capital} {last}",
        f"p={kind} {first}",
        f"pp={second} {first}",
        f"p2={kind} {second}",
        f"p3={third}",
        f"n={kind} {following}",
        f"nn={following} {second_following}",
        f"pn={first} {following}",
        f"t={kind} {last}",
        f"tt={kind} {tags[-2]} {last}",
        f"ttt={' '.join(tags)}",
        f"tn={last} {following}",
        f"s={kind} {shape} {shape_following} {last}",
        f"e={kind} {first[-_ENDING:]}",
        f"en={kind} {following[-_ENDING:]}",
        f"f={kind} {has_verb} {last}",
        f"fs={kind} {has_verb} {shape_following} {last}",
        f"d={kind} {waits} {last}",
        f"ds={kind} {waits} {shape_following} {last}",
        f"h={kind} {helped} {waits}",
        f"ht={kind} {helped} {last}",
        f"q={kind} {since}",
        f"qf={kind} {since} {sort_following}",
        f"q0={since} {sort_following}",
        f"qs={kind} {since} {shape}",
        f"tf={kind} {last} {sort_following}",
        f"ow={kind} {opened} {waits}",
        f"o={kind} {opened} {last}",
        f"on={kind} {opened} {following}",
        f"r={kind} {cue} {last} {shape_following}",
        f"rn={kind} {cue} {following}",
        f"g={kind} {waits} {verb.others_ahead}",
        f"gh={kind} {has_verb} {verb.others_ahead} {last}",
        f"v={before_it} {last}",
        f"vl={verbs[-1].lemma if verbs else BEYOND}",
        f"w={kind} {_named(reading, word - 1, sentence)} {shape}",
        f"a={kind} {_named(reading, word + 1, sentence)}",
    ]


def _word(reading: Surface, word: int, sentence: tuple[int, int]) -> str:
    if not sentence[0] <= word < sentence[1]:
        return BEYOND
    return '"' if reading.lower[word] in QUOTES else reading.lower[word]


def _shape(reading: Surface, word: int, sentence: tuple[int, int]) -> str:
    """Return whether a word is a number, a mark, in capitals or not, and whether it ends like a plural."""
    if not sentence[0] <= word < sentence[1]:
        return BEYOND
    form = reading.forms[word]
    kind = "0" if form[0].isdigit() else "." if not form[0].isalnum() else "A" if form[0].isupper() else "a"
    return kind + "s" * (form.endswith("s") and not form.endswith("ss"))


def _named(reading: Surface, word: int, sentence: tuple[int, int]) -> str:
    """Return the kind of what a word names, or that it names nothing."""
    mention: Mention | None = reading.names[word] if sentence[0] <= word < sentence[1] else None
    return mention.kind if mention is not None else "-"
