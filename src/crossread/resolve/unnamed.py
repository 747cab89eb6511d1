"""Those whom nobody names, but several articles describe in the same words: "the gunman", "protesters"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from crossread.records import Mention, MentionKind, Story, content_id
from crossread.resolve.learned import Key, key_of
from crossread.resolve.names import Words, name_words

_FEWEST = 2  # articles
_OPENING = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "some", "many", "most", "several", "other", "all", "any", "no"}
)
_DEFINITE = ("the ", "this ", "that ")
_KINDS = frozenset({"person", "group", "org"})


def unnamed(story: Story) -> Mapping[Key, tuple[MentionKind, str]]:
    """Return a kind and an entity for each description without a name whose words another article has too."""
    found: defaultdict[tuple[MentionKind, Words], list[Mention]] = defaultdict(list)
    for coded in story.documents:
        for mention in coded.annotated.mentions:
            words = tuple(word for word in name_words(mention.span.text) if word not in _OPENING)
            if mention.form == "nominal" and mention.kind in _KINDS and words:
                found[mention.kind, words].append(mention)
    return {
        key_of(mention.span): (kind, content_id("e", "described", kind, " ".join(words)))
        for (kind, words), mentions in found.items()
        if len({mention.span.doc for mention in mentions}) >= _FEWEST and _same(kind, words, mentions)
        for mention in mentions
    }


def _same(kind: MentionKind, words: Words, mentions: Iterable[Mention]) -> bool:
    """Tell whether one may be meant: two times "a reporter" are two reporters."""
    return kind != "person" or len(words) > 1 or any(m.span.text.casefold().startswith(_DEFINITE) for m in mentions)
