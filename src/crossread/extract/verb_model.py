"""The model that tells verbs from nouns, and which form a verb has, for annotators without syntax."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final, Literal, get_args

from crossread.extract.linear import Linear, read_linear
from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.verb_features import verb_features
from crossread.extract.verbs import Form

FOLDER: Final = "models/verbs"

Use = Literal["none", "finite", "infinitive", "participle", "gerund"]
"""What a word does: no verb at all (also one that describes a noun in front of it), or which form of a verb it is."""

USES: Final[tuple[Use, ...]] = get_args(Use)
"""In the order of a feature's weights."""

_USES_OF: Final[Mapping[Form, tuple[Use, ...]]] = {
    "base": ("finite", "infinitive"),
    "s": ("finite",),
    "past": ("finite",),
    "participle": ("participle",),
    "ing": ("gerund",),
}

Decide = Callable[[PossibleVerb], Use]
"""Says what a word does that may be a verb."""


def likeliest(verb: PossibleVerb) -> Use:
    """Return what the shipped model takes the word to do.

    Raises ResourceError if its table is missing.
    """
    return likeliest_by(shipped_model(), verb_features(verb), verb.forms)


def likeliest_by(model: Linear, features: Sequence[str], forms: Mapping[Form, str]) -> Use:
    """Return what a model takes a word of these features and forms to do, the first of equals."""
    scores = model.scores(features)
    return max(uses_of(forms), key=lambda use: scores[USES.index(use)])


def uses_of(forms: Mapping[Form, str]) -> tuple[Use, ...]:
    """Return what a word of these forms may do."""
    return "none", *(use for form in forms for use in _USES_OF[form])


@cache
def shipped_model() -> Linear:
    """Return the model that the package ships.

    Raises ResourceError if its table is missing.
    """
    return read_linear(f"{FOLDER}/weights.tsv", len(USES))
