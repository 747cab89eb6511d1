"""What each word does, where the annotator has parts of speech and trees."""

from crossread.extract.surface import Surface
from crossread.extract.tag import Part, Tag
from crossread.extract.verbs import Form, verb_forms
from crossread.extract.word_classes import word_class

_PARTS: dict[str, Part] = {
    "NOUN": "noun", "PROPN": "noun", "NUM": "noun", "ADJ": "noun", "SYM": "noun", "X": "noun", "INTJ": "adv",
    "PRON": "pronoun", "DET": "det", "ADP": "prep", "CCONJ": "conj", "SCONJ": "sub", "ADV": "adv", "PUNCT": "punct",
}  # fmt: skip


def tag_by_syntax(reading: Surface, word: int) -> Tag:
    """Return the tag of a word of an article with trees."""
    words = reading.annotated.words
    pos, feats, form = words.pos[word], words.feats[word] if words.feats else "", reading.lower[word]
    if pos == "PART":
        return Tag("to" if form == "to" else "poss" if form in ("'s", "'") else "neg")
    if pos in {"VERB", "AUX"}:
        return Tag("noun") if _modifies(reading, word) else _verb_by_syntax(reading, word, feats)
    if pos == "NOUN" and form.endswith("ing") and word and reading.lower[word - 1] == "those":
        return Tag("verb", verb_forms()[form][0][0], "ing") if form in verb_forms() else Tag("noun")
    if form in word_class("negator") and pos in {"ADV", "DET"}:
        return Tag("neg")
    if pos == "PRON" and "PronType=Rel" in feats:
        return Tag("rel")
    if pos == "PRON" and "Poss=Yes" in feats:
        return Tag("det")
    return Tag(_PARTS.get(pos, "noun"))


def _verb_by_syntax(reading: Surface, word: int, feats: str) -> Tag:
    words = reading.annotated.words
    helped = words.dep[word] in {"aux", "aux:pass"}
    form: Form = "base"
    if "VerbForm=Part" in feats or "VerbForm=Ger" in feats:
        form = "ing" if reading.lower[word].endswith("ing") else "participle"
    elif "Tense=Past" in feats:
        form = "past"
    elif "Person=3" in feats:
        form = "s"
    children = reading.children[word]
    finite = "VerbForm=Fin" in feats or any(
        words.dep[child].startswith(("aux", "cop")) and (not words.feats or "VerbForm=Fin" in words.feats[child])
        for child in children
    )
    if form == "participle" and (_has_plain_subject(reading, word) or _follows_pronoun(reading, word)):
        form, finite = "past", True  # parsers take spellings that they have rarely met for participles
    passive = any(words.dep[child] in {"aux:pass", "nsubj:pass"} for child in children)
    passive = passive and not (finite and form == "past")
    if form == "participle" and not passive and _goes_on(reading, word):
        form, finite = "past", True
    passive = passive or (form == "participle" and not any(words.dep[child].startswith("aux") for child in children))
    return Tag("aux" if helped else "verb", words.lemma[word].lower(), form, finite, passive)


def _has_plain_subject(reading: Surface, verb: int) -> bool:
    """Whether the verb has a subject that does it, and no auxiliary."""
    relations = [reading.annotated.words.dep[child] for child in reading.children[verb]]
    return "nsubj" in relations and not any(relation.startswith(("aux", "cop")) for relation in relations)


def _follows_pronoun(reading: Surface, verb: int) -> bool:
    """Whether a pronoun that is a subject stands right before, adverbs aside: no auxiliary makes it a passive then."""
    words = reading.annotated.words
    before = verb - 1
    while before > 0 and words.pos[before] == "ADV":
        before -= 1
    helped = any(words.dep[child].startswith(("aux", "cop")) for child in reading.children[verb])
    return before >= 0 and reading.lower[before] in word_class("subject_pronoun") - {"who", "you"} and not helped


def _goes_on(reading: Surface, verb: int) -> bool:
    """Whether the verb has an object and goes on after another that is no participle ("condemned X and promised Y")."""
    words = reading.annotated.words
    relations = [words.dep[child] for child in reading.children[verb]]
    plain = "obj" in relations and not any(relation.startswith("aux") for relation in relations)
    first = words.head[verb]
    return plain and words.dep[verb] == "conj" and bool(words.feats) and "VerbForm=Fin" in words.feats[first]


def _modifies(reading: Surface, word: int) -> bool:
    """Whether the participle is part of a noun phrase, between its determiner and its noun ("the affected towns")."""
    words = reading.annotated.words
    head = words.head[word]
    return words.dep[word] == "amod" and word < head and not reading.children[word]
