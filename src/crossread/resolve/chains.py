"""Pronouns, and descriptions without a role, through the annotator's chains."""

from collections.abc import Mapping

from crossread.records import Story

Key = tuple[str, int, int]


def through_chains(story: Story, entity_of: Mapping[Key, str]) -> dict[Key, str]:
    """Return the entity of each mention that is not resolved but shares a chain with one that is.

    It is the entity of the nearest such mention before it in the chain, or else of the first after it.
    """
    found: dict[Key, str] = {}
    for coded in story.documents:
        mentions = coded.annotated.mentions
        for chain in coded.annotated.chains:
            keys = [(m.span.doc, m.span.start, m.span.end) for m in (mentions[index] for index in chain)]
            nearest = next((entity_of[key] for key in keys if key in entity_of), None)
            for key in keys:
                nearest = entity_of.get(key, nearest)
                if nearest is not None and key not in entity_of:
                    found[key] = nearest
    return found
