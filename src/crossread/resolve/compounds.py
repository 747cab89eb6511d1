"""Bodies and groups that are named after others: "the Obama administration", "Mueller's office", "Republican leaders".

The name in them is somebody else's, or a party's or a state's; who acts is the body or the group.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from crossread.records import AnnotatedDocument, Mention
from crossread.resolve.gazetteer import described_kinds
from crossread.resolve.names import Words, name_words
from crossread.resolve.sense import is_verb
from crossread.resolve.shown import shown
from crossread.resources import read_terms

_FOLLOWING = re.compile(r"(?P<own>['’]s?)?(?:[ \n](?P<word>[^\W\d_][\w-]*))")
_MOST_BETWEEN = 2  # words between the name and the noun: "House Republican campaign committee"
_OPENING = frozenset(
    {"the", "a", "an", "some", "many", "most", "several", "all", "both", "other", "few", "top", "leading"}
)
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your", "this", "that", "these", "those"})
_BODIES = frozenset({"org", "group"})


def compounds(annotated: AnnotatedDocument) -> list[Mention]:
    """Return the descriptions of bodies and groups with a name in them, in text order.

    Those that the annotator has as mentions keep their span; the rest run from the name to the noun.
    """
    names = [mention for mention in annotated.mentions if mention.form == "name"]
    starts = [mention.span.start for mention in names]
    found = []
    for mention in annotated.mentions:
        if mention.form == "nominal" and mention.kind in _BODIES:
            first = bisect_left(starts, mention.span.start)
            if first < len(starts) and starts[first] < mention.span.end:
                found.append(mention)
    found = [mention for mention in found if description_words(mention)]
    ends = {mention.span.end for mention in found} | {mention.span.end for mention in names}
    found += [made for name in names for made in _following(annotated, name) if made.span.end not in ends]
    return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))


def description_words(mention: Mention) -> Words:
    """Return the words that tell the body or group: without articles and "several"; none for "his campaign"."""
    words = name_words(mention.span.text)
    if not words or words[0] in _OWNERS:
        return ()
    while len(words) > 1 and (words[0] in _OPENING or words[0].isdigit()):
        words = words[1:]
    return words


def _following(annotated: AnnotatedDocument, name: Mention) -> Iterator[Mention]:
    """Yield the name with the noun for a body or group behind it, if there is one."""
    document, at = annotated.document, name.span.end
    grammar = read_terms("lexicons/en/grammar_words.txt")
    best = None
    for place in range(_MOST_BETWEEN + 1):
        match = _FOLLOWING.match(document.text, at)
        word = match["word"].casefold() if match else ""
        if not match or (match["own"] and place) or word in grammar or is_verb(word):
            break
        at = match.end()
        if described_kinds().get(word) in _BODIES:
            best = at
        elif best:
            break
    if best:
        span = document.span(shown(document, name).start, best)
        kind = described_kinds()[name_words(span.text)[-1]]
        yield Mention(span, kind, "nominal")
