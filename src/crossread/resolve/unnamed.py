"""Those whom nobody names, but several articles describe in the same words: "the gunman", "protesters"."""

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass

from crossread.records import Mention, MentionKind, Span, Story, content_id
from crossread.resolve.learned import Key, key_of
from crossread.resolve.names import Words, name_words
from crossread.resolve.phrases import Phrases

_FEWEST = 2  # articles
_OPENING = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "some", "many", "most", "several", "other", "all", "any", "no"}
)
_DEFINITE = ("the ", "this ", "that ")
_KINDS = frozenset({"person", "group", "org"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody without a name, and where articles describe them."""

    id: str
    kind: MentionKind
    spans: tuple[Span, ...]


def unnamed(story: Story, resolved: Container[Key]) -> Iterator[Unnamed]:
    """Yield those whom descriptions of the same words in several articles stand for, but for the `resolved` ones.

    They are actors of the story, and no more: nothing says that a description always means the same one, so they are
    not among what words refer to (`ResolvedStory.entity_of`).
    """
    found: defaultdict[tuple[MentionKind, Words], list[tuple[Mention, Span]]] = defaultdict(list)
    for coded in story.documents:
        phrases = Phrases(coded)
        for mention in coded.annotated.mentions:
            whole = phrases.whole(mention.span)  # "the mayors of Tarsk" are not those of Norra
            words = tuple(word for word in name_words(whole.text) if word not in _OPENING)
            wanted = mention.form == "nominal" and mention.kind in _KINDS and words
            if wanted and key_of(mention.span) not in resolved:
                found[mention.kind, words].append((mention, whole))
    for (kind, words), places in sorted(found.items()):
        several = len({mention.span.doc for mention, _ in places}) >= _FEWEST
        if several and _one_is_meant(kind, words, [mention for mention, _ in places]):
            identity = content_id("e", "described", kind, " ".join(words))
            yield Unnamed(identity, kind, tuple(span for _, span in places))


def _one_is_meant(kind: MentionKind, words: Words, mentions: list[Mention]) -> bool:
    """Tell whether the words can mean one actor: two times "a reporter" are two reporters."""
    return kind != "person" or len(words) > 1 or any(m.span.text.casefold().startswith(_DEFINITE) for m in mentions)
