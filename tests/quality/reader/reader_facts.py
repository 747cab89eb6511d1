"""What the sentences of ``sentences.tsv`` say of themselves, held against a reading."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from crossread.annotate.reader import ReaderAnnotator
from crossread.records import AnnotatedDocument, Document

SENTENCES = Path(__file__).with_name("sentences.tsv")
KINDS = frozenset({"person", "org", "gpe", "place", "group"})


@dataclass(frozen=True)
class Sentence:
    """One row: its style, its text, its facts."""

    style: str
    text: str
    facts: tuple[str, ...]


def sentences() -> list[Sentence]:
    """All rows of the file."""
    lines = [line for line in SENTENCES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [Sentence(style, text, tuple(facts.split(" ; "))) for style, text, facts in rows]


def wrong_facts(sentence: Sentence, annotator: ReaderAnnotator) -> list[str]:
    """The facts that the annotator's reading does not bear out."""
    read = _Read(annotator.annotate(Document("sentence", sentence.text, "test")))
    return [fact for fact in sentence.facts if not read.bears_out(fact)]


class _Read:
    def __init__(self, annotated: AnnotatedDocument) -> None:
        self._annotated = annotated
        words = annotated.words
        self._forms = [annotated.document.text[a:b] for a, b in zip(words.start, words.end, strict=True)]

    def bears_out(self, fact: str) -> bool:
        verb, _, rest = fact.partition(" ")
        if verb in KINDS:
            return any(m.form == "name" and m.kind == verb and m.span.text == rest for m in self._annotated.mentions)
        check: Callable[[str], bool] = {
            "subj": lambda rest: self._hangs(rest, ("nsubj",)),
            "subj:pass": lambda rest: self._hangs(rest, ("nsubj:pass",)),
            "obj": lambda rest: self._hangs(rest, ("obj",)),
            "root": self._is_root,
            "sents": lambda rest: len(self._annotated.sentences) == int(rest),
            "lemma": self._has_lemma,
            "feat": self._has_feature,
            "same": self._same,
        }[verb]
        return check(rest)

    def _hangs(self, rest: str, relations: tuple[str, ...]) -> bool:
        governor, dependent = rest.split(" ")
        words = self._annotated.words
        return any(
            self._forms[words.head[word]] == governor and words.dep[word].startswith(relations)
            for word in self._heads_of(dependent)
        )

    def _heads_of(self, form: str) -> list[int]:
        """Words of this form, or the word that heads the name which they are a part of (``Mr Maduro``)."""
        words = self._annotated.words
        found = []
        for word, here in enumerate(self._forms):
            if here == form:
                while words.dep[word].startswith(("flat", "compound")):
                    word = words.head[word]
                found.append(word)
        return found

    def _is_root(self, form: str) -> bool:
        words = self._annotated.words
        return any(self._forms[word] == form and words.dep[word] == "root" for word in range(len(words)))

    def _has_lemma(self, rest: str) -> bool:
        form, lemma = rest.split(" ")
        words = self._annotated.words
        return any(self._forms[word] == form and words.lemma[word] == lemma for word in range(len(words)))

    def _has_feature(self, rest: str) -> bool:
        form, feature = rest.split(" ")
        words = self._annotated.words
        return any(self._forms[word] == form and feature in words.feats[word].split("|") for word in range(len(words)))

    def _same(self, rest: str) -> bool:
        first, second = rest.split(" = ")
        mentions = self._annotated.mentions
        return any(
            {first, second} <= {mentions[index].span.text for index in chain} for chain in self._annotated.chains
        )
