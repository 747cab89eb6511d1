"""Descriptions and pronouns, through the annotator's chains."""

from collections import Counter
from collections.abc import Mapping

from crossread.records import Span, Story


def others(story: Story, entity_of: Mapping[tuple[str, int, int], str]) -> list[tuple[Span, str, bool]]:
    """Return each description or pronoun that shares a chain with a name, with the entity; True for descriptions."""
    found = []
    for coded in story.documents:
        mentions = coded.annotated.mentions
        for chain in coded.annotated.chains:
            spans = [mentions[index].span for index in chain if mentions[index].form == "name"]
            known = Counter(entity_of[s.doc, s.start, s.end] for s in spans if (s.doc, s.start, s.end) in entity_of)
            if known:
                key = min(known, key=lambda entity: (-known[entity], entity))
                rest = [mentions[index] for index in chain if mentions[index].form != "name"]
                found += [(mention.span, key, mention.form == "nominal") for mention in rest]
    return found
