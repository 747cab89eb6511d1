"""Subjects where the annotator has a tree, also one that is wrong in the ways parsers are."""

from dataclasses import replace

from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.extract import RuleExtractor
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.records import AnnotatedDocument

_TEXT = "“Our roads crumble,” Lee said, noting that nobody “asked why it was so.”"
_FEATS = {"said": "Tense=Past|VerbForm=Fin", "noting": "VerbForm=Ger", "asked": "Tense=Past|VerbForm=Fin"}
_TREE = {
    "Our": ("DET", "roads", "nmod:poss"),
    "roads": ("NOUN", "crumble", "nsubj"),
    "crumble": ("VERB", "said", "ccomp"),
    "Lee": ("PROPN", "said", "nsubj"),
    "said": ("VERB", "said", "root"),
    "noting": ("VERB", "crumble", "advcl"),
    "that": ("SCONJ", "asked", "mark"),
    "nobody": ("PRON", "asked", "nsubj"),
    "asked": ("VERB", "noting", "ccomp"),
    "why": ("ADV", "so", "advmod"),
    "it": ("PRON", "so", "nsubj"),
    "was": ("AUX", "so", "cop"),
    "so": ("ADV", "asked", "ccomp"),
}


def _parsed(text: str, tree: dict[str, tuple[str, str, str]]) -> AnnotatedDocument:
    """The article with the tree, whose words are written once each; marks hang on the first word."""
    annotated = RuleAnnotator().annotate(document(text))
    words = annotated.words
    forms = [text[start:end] for start, end in zip(words.start, words.end, strict=True)]
    rows = [tree.get(form, ("PUNCT", form, "punct")) for form in forms]
    parsed = replace(
        words,
        pos=tuple(pos for pos, _, _ in rows),
        feats=tuple(_FEATS.get(form, "") for form in forms),
        head=tuple(forms.index(head) for _, head, _ in rows),
        dep=tuple(dep for _, _, dep in rows),
    )
    return replace(annotated, words=parsed)


def _subjects(annotated: AnnotatedDocument) -> dict[str, str | None]:
    reading = Reading(annotated)
    found = {group.lemma: subject_of(reading, group) for group in reading.groups}
    return {lemma: reading.forms[chunk.head] if chunk else None for lemma, chunk in found.items()}


def test_a_telling_hung_on_the_quoted_words_is_the_speakers() -> None:
    annotated = _parsed(_TEXT, _TREE)
    assert _subjects(annotated) == {"crumble": "roads", "say": "Lee", "note": "Lee", "ask": "nobody", "be": "it"}
    speakers = [q.speaker.name for q in RuleExtractor().extract(annotated).quotes if q.direct and q.speaker]
    assert speakers == ["Lee", "Lee"]


def test_quoted_words_do_not_speak_outside_their_quotation() -> None:
    tree = {**_TREE, "roads": ("NOUN", "said", "nsubj"), "Lee": ("PROPN", "said", "obj")}
    assert _subjects(_parsed(_TEXT, tree))["say"] == "Lee"
