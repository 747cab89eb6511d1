"""The dependency trees of an article, as the models ask for them."""

from dataclasses import dataclass
from functools import cached_property

from crossread.extract.reading import Reading

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
OPENERS = frozenset({"case", "mark"})


@dataclass(frozen=True)
class Tree:
    """The trees over a reading. A constituent is a half-open range of words: what a word governs, from end to end."""

    reading: Reading

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Dictionary forms in lower case."""
        return tuple(lemma.lower() for lemma in self.reading.annotated.words.lemma)

    @cached_property
    def pos(self) -> tuple[str, ...]:
        return self.reading.annotated.words.pos

    @cached_property
    def dep(self) -> tuple[str, ...]:
        return self.reading.annotated.words.dep

    @cached_property
    def head(self) -> tuple[int, ...]:
        return self.reading.annotated.words.head

    @cached_property
    def quotes(self) -> tuple[bool, ...]:
        """Whether anything stands between quotation marks, a sentence."""
        quoted = self.reading.quoted
        return tuple(any(quoted[start:end]) for start, end in self.reading.sentence_words)

    def beside_quote(self, word: int) -> bool:
        """Whether anything in the word's sentence stands between quotation marks."""
        return self.quotes[self.reading.annotated.words.sentence[word]]

    @cached_property
    def depth(self) -> tuple[int, ...]:
        """How many words govern each word, directly or not."""
        found = [-1] * len(self.head)
        for word in range(len(self.head)):
            path = []
            at = word
            while found[at] < 0 and self.head[at] != at:
                path.append(at)
                at = self.head[at]
            below = max(found[at], 0)
            found[at] = below
            for above, step in enumerate(reversed(path), start=1):
                found[step] = below + above
        return tuple(found)

    @cached_property
    def constituent(self) -> tuple[tuple[int, int], ...]:
        """The range of words that each word governs, itself included."""
        first, last = list(range(len(self.head))), list(range(len(self.head)))
        for word in sorted(range(len(self.head)), key=lambda w: -self.depth[w]):
            head = self.head[word]
            first[head] = min(first[head], first[word])
            last[head] = max(last[head], last[word])
        return tuple((start, end + 1) for start, end in zip(first, last, strict=True))

    def children(self, word: int) -> tuple[int, ...]:
        """Return what hangs on the word, marks aside."""
        return tuple(child for child in self.reading.children[word] if self.dep[child] != "punct")

    def relations(self, word: int) -> frozenset[str]:
        """Return how its children hang on the word."""
        return frozenset(self.dep[child] for child in self.reading.children[word])

    def roles(self, word: int) -> str:
        """Return how likely the word belongs to a cue, a source, a content, a digit each; empty where nobody said."""
        roles = self.reading.annotated.words.roles
        return roles[word] if roles else ""

    def feature(self, word: int, name: str) -> str:
        """Return the value of a morphological feature, empty if the word has none."""
        feats = self.reading.annotated.words.feats
        for pair in feats[word].split("|") if feats else ():
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""

    def opener(self, word: int) -> str:
        """Return the preposition or subordinator that leads the word's constituent in, empty if there is none."""
        return next((self.reading.lower[c] for c in self.reading.children[word] if self.dep[c] in OPENERS), "")

    def sort(self, word: int) -> str:
        """Return what the word stands for: the kind of the name it belongs to, a pronoun, else its part of speech."""
        mention = self.reading.names[word]
        if mention is not None and mention.form == "name":
            return mention.kind
        return self.reading.lower[word] if self.pos[word] == "PRON" else self.pos[word]

    def subject_sort(self, word: int) -> str:
        """Return what its subject stands for, `none` if it has none."""
        return next((self.sort(c) for c in self.reading.children[word] if self.dep[c] in SUBJECTS), "none")
