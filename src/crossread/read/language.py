"""Whether a text is English: by its little words where they tell it, else by py3langid."""

import re
from functools import cache

from crossread.errors import ReadError
from crossread.resources import read_table, read_terms

_SAMPLE = 20_000  # characters: more say no more about a language
_ENGLISH_SHARE = 0.22  # of closed-class words; English news has 0.35 to 0.5, other languages under 0.1
_FEWEST_WORDS = 12  # below, a headline-like English text cannot be told from another language
_SURE = 0.9  # probability at which py3langid is believed
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")


def check_english(text: str, told: str | None) -> None:
    """Raise ReadError, naming the language, unless the text is English or too short to tell.

    `told` is the language that the user gave; it is believed.
    """
    if told is not None:
        code = re.split(r"[-_]", told.strip().lower())[0]
        if code not in ("en", "eng", "english"):
            raise ReadError(f"its language is given as {_name(code)}; crossread reads English")
        return
    seen = _other_than_english(text[:_SAMPLE])
    if seen is not None:
        raise ReadError(f"it seems to be in {_name(seen)}; crossread reads English (say language = en if it is)")


def _other_than_english(sample: str) -> str | None:
    letters, words = len(_LETTER.findall(sample)), _WORD.findall(sample.lower())
    if not letters:
        return None
    if len(_LATIN.findall(sample)) * 2 < letters:
        return _identify(sample)[0]
    known = read_terms("lexicons/en/telltale_words.txt")
    if len(words) < _FEWEST_WORDS or sum(word in known for word in words) >= _ENGLISH_SHARE * len(words):
        return None
    code, probability = _identify(sample)
    return code if code != "en" and code in _names() and probability >= _SURE else None


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_table("gazetteer/languages.tsv")}


def _name(code: str) -> str:
    return _names().get(code, f"the language {code!r}")


def _identify(sample: str) -> tuple[str, float]:
    code, probability = _identifier().classify(sample)
    return str(code), float(probability)


@cache
def _identifier():  # type: ignore[no-untyped-def]
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
