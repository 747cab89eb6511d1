"""What each word does: a verb and in which form, a noun, a preposition.

With syntax the parts of speech decide. Without, the class of the word and of its neighbours does: a light tagger whose
only task is to find verbs, where they begin and end, and the noun phrases between them.
"""

from functools import cache

from crossread.extract.surface import Surface
from crossread.extract.tag import Part, Tag
from crossread.extract.tag_by_syntax import tag_by_syntax
from crossread.extract.tag_verbs import verb_reading, without_mark
from crossread.extract.verb_model import Decide, likeliest
from crossread.extract.verbs import Form, verb_forms
from crossread.extract.word_classes import word_class

_SUBJECT_REACH = 12  # words a subject may have before its verb, for "after" and its like to begin a clause

# Function words whose class does not hang on their neighbours, the first class that holds the word counts.
_FIXED: tuple[tuple[str, Part], ...] = (
    ("negator", "neg"),
    ("conjunction", "conj"),
    ("possessive", "det"),
    ("determiner", "det"),
    ("quantifier", "det"),
    ("pronoun", "pronoun"),
    ("preposition", "prep"),
    ("subordinator", "sub"),
    ("relative", "rel"),
    ("adverb", "adv"),
)


def tag_sentence(reading: Surface, start: int, end: int, decide: Decide = likeliest) -> list[Tag]:
    """Return a tag for each word of the range, which is one sentence.

    Without syntax, `decide` says of what may be a verb whether it is one.

    Raises ResourceError if the shipped model is missing.
    """
    if reading.annotated.words.pos:
        return [tag_by_syntax(reading, word) for word in range(start, end)]
    tags: list[Tag] = []
    for word in range(start, end):
        tags.append(_by_position(reading, word, (start, end), tags, decide))
    return [_subordinator(reading, start, at, tags) for at in range(len(tags))]


def _subordinator(reading: Surface, start: int, at: int, tags: list[Tag]) -> Tag:
    """Let "after", "before", "as" begin a clause if a noun phrase and then its finite verb follow."""
    if tags[at].part != "prep" or reading.lower[start + at] not in word_class("double"):
        return tags[at]
    for after in range(at + 1, min(len(tags), at + _SUBJECT_REACH)):
        tag = tags[after]
        if tag.part in {"verb", "aux"}:
            return Tag("sub") if tag.finite and after > at + 1 else tags[at]
        of = tag.part == "prep" and reading.lower[start + after] == "of"
        if (
            tag.part not in {"noun", "det", "poss", "pronoun", "adv", "neg"}
            and not of
            and reading.forms[start + after] != "-"
        ):
            return tags[at]
    return tags[at]


def _by_position(reading: Surface, word: int, sentence: tuple[int, int], before: list[Tag], decide: Decide) -> Tag:
    form, (start, end) = reading.lower[word], sentence
    if not reading.wordlike[word]:
        owner = form == "'" and word > start and reading.lower[word - 1].endswith("s")
        return Tag("poss" if owner else "punct")
    if form == "'s":
        return _apostrophe_s(reading, word, end, before)
    mention = reading.names[word]
    if mention is not None and mention.form == "name" and reading.forms[word][0].isupper():
        return Tag("noun")
    if form == "to":
        return Tag("to" if _base_follows(reading, word, end) else "prep")
    if form == "that":
        return _that(reading, word, end, before)
    helper = _auxiliary(reading, word, end, before)
    return helper or _fixed(reading, word, end, before) or _open_class(reading, word, sentence, before, decide)


def _fixed(reading: Surface, word: int, end: int, before: list[Tag]) -> Tag | None:
    if _helped_verb(reading, word, end, before):
        return None
    if reading.lower[word : word + 2] == ("so", "far") or _all_but(reading, word):
        return Tag("adv")
    if reading.lower[word] == "mine" and before and before[-1].part == "det":
        return None  # where they dig
    return _fixed_tags().get(reading.lower[word])


def _all_but(reading: Surface, word: int) -> bool:
    """Whether the word is of the "all but" that means "almost": "all but begged"."""
    first = word - 1 if reading.lower[word] == "but" and word else word
    if reading.lower[first : first + 2] != ("all", "but"):
        return False
    following = reading.lower[first + 2] if first + 2 < len(reading.lower) else ""
    return any(form in ("past", "participle") for _, form in verb_forms().get(following, ()))


@cache
def _fixed_tags() -> dict[str, Tag]:
    """The tag of each function word whose class does not hang on its neighbours."""
    return {form: Tag(part) for name, part in reversed(_FIXED) for form in word_class(name)}


def _open_class(reading: Surface, word: int, sentence: tuple[int, int], before: list[Tag], decide: Decide) -> Tag:
    counted = word > sentence[0] and _is_determiner(reading, word - 1)
    found = verb_reading(reading, word, sentence, before, decide) if not counted else None
    if found is not None:
        lemma, verb_form, finite, passive = found
        return Tag("verb", lemma, verb_form, finite, passive)
    adverb = reading.lower[word].endswith("ly") and reading.lower[word] not in word_class("ly_noun")
    return Tag("adv") if adverb else Tag("noun")


def _is_determiner(reading: Surface, word: int) -> bool:
    """Whether the negator is one of a noun: "no shot", but "no longer" of a verb."""
    return reading.lower[word] == "no" and reading.lower[word + 1 : word + 2] != ("longer",)


def _helped_verb(reading: Surface, word: int, end: int, before: list[Tag]) -> bool:
    """Whether an adverb or preposition is a verb here: "would back it", "was following it"."""
    helper = without_mark(reading, word, before)[-1:]
    if not helper or helper[0].part != "aux":
        return False
    forms = {form for _, form in verb_forms().get(reading.lower[word], ())}
    following = {form for _, form in verb_forms().get(reading.lower[word + 1], ())} if word + 1 < end else set()
    wanted: Form = "ing" if helper[0].lemma == "be" else "base"
    return wanted in forms and wanted not in following and helper[0].lemma != "have"


def _apostrophe_s(reading: Surface, word: int, end: int, before: list[Tag]) -> Tag:
    """A pronoun's 's is a verb, a noun's the possessive, unless a verb form or a determiner follows it."""
    if before and before[-1].part in {"pronoun", "rel"}:
        return Tag("aux", "be", "s", finite=True)
    following = reading.lower[word + 1] if word + 1 < end else ""
    if following in word_class("negator") or following in ("been", "a", "the"):
        return Tag("aux", "be", "s", finite=True)
    return Tag("poss")


def _base_follows(reading: Surface, word: int, end: int) -> bool:
    """Whether "to" begins an infinitive: a verb in its base form comes next, an adverb aside."""
    after = word + 1
    while after < end and (reading.lower[after] in word_class("adverb") or reading.lower[after].endswith("ly")):
        after += 1
    if after >= end or reading.forms[after][0].isupper():
        return False
    if reading.lower[after] in ("be", "have", "do"):
        return True
    return any(form == "base" for _, form in verb_forms().get(reading.lower[after], ()))


def _that(reading: Surface, word: int, end: int, before: list[Tag]) -> Tag:
    following = reading.lower[word + 1] if word + 1 < end else ""
    last = before[-1].part if before else "punct"
    if following in word_class("modal") or following in word_class("be") | word_class("have") | word_class("do"):
        return Tag("rel" if last == "noun" else "pronoun")
    if last in {"verb", "noun", "punct", "adv", "conj", "pronoun"}:
        return Tag("sub")
    return Tag("det")


def _auxiliary(reading: Surface, word: int, end: int, before: list[Tag]) -> Tag | None:
    """Read a modal or a form of be, have, do: an auxiliary if it has a verb to help, else a main verb."""
    form = reading.lower[word]
    infinite = bool(before) and before[-1].part == "to"
    if form in word_class("modal") and not (form == "may" and reading.forms[word] == "May"):
        return Tag("aux", "will" if form in ("'ll", "wo", "will") else form, "base", finite=True)
    for lemma in ("be", "have", "do"):
        if form in word_class(lemma) and not _determined(reading, word, before):
            finite = form not in ("be", "been", "being", "having", "doing", "done") and not infinite
            helps = _helps(reading, lemma, word, end)
            return Tag("aux" if helps else "verb", lemma, _shape(form), finite or _helped(before))
    return None


def _determined(reading: Surface, word: int, before: list[Tag]) -> bool:
    """Whether a determiner stands before that is no pronoun here."""
    return (
        bool(before)
        and before[-1].part in {"det", "poss"}
        and reading.lower[word - 1] not in word_class("pronoun_like")
    )


def _shape(form: str) -> Form:
    shapes: dict[str, Form] = {"been": "participle", "done": "participle", "was": "past", "were": "past", "had": "past"}
    if form.endswith("ing"):
        return "ing"
    return shapes.get(form, "past" if form == "did" else "s" if form in ("is", "has", "does", "'s") else "base")


def _helped(before: list[Tag]) -> bool:
    """Whether a finite auxiliary stands before, adverbs aside."""
    for tag in reversed(before):
        if tag.part == "aux":
            return tag.finite
        if tag.part not in {"adv", "neg"}:
            return False
    return False


def _helps(reading: Surface, lemma: str, word: int, end: int) -> bool:
    """Whether a verb that be, have or do can help follows, adverbs and one short subject aside."""
    wanted = {"be": ("participle", "ing"), "have": ("participle",), "do": ("base",)}[lemma]
    for after in range(word + 1, min(end, word + 5)):
        form = reading.lower[after]
        if _is_determiner(reading, after):
            return False
        if form in word_class("negator") or form in word_class("adverb") or form.endswith("ly") or form in '“"':
            continue
        if lemma in ("be", "have") and form in ("been", "being"):
            return True
        if lemma == "have" and form in ("done", "had"):
            return True
        if reading.forms[after][0].isupper():
            return False
        return any(kind in wanted for _, kind in verb_forms().get(form, ()))
    return False
