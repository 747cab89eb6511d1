"""What holds of every resolved story, whoever is named in it."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.marked_story import article

from crossread.records import ResolvedStory, Story
from crossread.resolve import NameResolver

PIECES = (
    "{person:President |Nikola Márez}",
    "{person:Marez}",
    "{person:Mrs |Ruiz}",
    "{person:Ana Ruiz}",
    "{person:Tom Ruiz Jr.}",
    "{person:Qadhafi}",
    "{person:Omar Gaddafi}",
    "the {gpe:US}",
    "{gpe:Washington}",
    "the {group:French} said",
    "the {org:Harbour Workers Union} ({org:HWU})",
    "the {org:HWU} leaders",
    "{person:Ana Ruiz}'s lawyer",
    "{person~the president}",
    "{person~the 40-year-old}",
    "{person=she#1}",
    "a senior {gpe:US} administration official",
    "{person~the administration official}",
    "{person:Ilse Brandt#1}, {person~the mayor#1},",
    "{gpe:Halvern}, Ohio",
    "the {org:Senate}",
    "the {org:French Senate}",
)
texts = st.lists(st.sampled_from(PIECES), max_size=8).map(" and then ".join)
stories = st.lists(texts, min_size=1, max_size=4)


def resolve(marked: list[str]) -> ResolvedStory:
    documents = tuple(article(text, f"Outlet {number}") for number, text in enumerate(marked))
    return NameResolver().resolve(Story("s-1", "made up", documents))


@given(stories)
@settings(max_examples=80, deadline=None)
def test_mentions_quote_exactly_and_in_order(marked: list[str]) -> None:
    resolved = resolve(marked)
    texts = {c.annotated.document.id: c.annotated.document.text for c in resolved.story.documents}
    order = list(texts)
    for entity in resolved.entities:
        assert entity.mentions
        assert all(texts[span.doc][span.start : span.end] == span.text for span in entity.mentions)
        places = [(order.index(span.doc), span.start, span.end) for span in entity.mentions]
        assert places == sorted(set(places))


@given(stories)
@settings(max_examples=80, deadline=None)
def test_every_name_has_one_entity_and_every_entity_an_id_of_its_own(marked: list[str]) -> None:
    resolved = resolve(marked)
    ids = [entity.id for entity in resolved.entities]
    assert len(ids) == len(set(ids))
    assert set(resolved.entity_of.values()) <= set(ids)
    for coded in resolved.story.documents:
        for mention in coded.annotated.mentions:
            if mention.form == "name":
                assert resolved.entity_at(mention.span) in ids
    for entity in resolved.entities:
        at = {resolved.entity_at(span) for span in entity.mentions}
        assert at in ({entity.id}, {None})  # None: whom several articles describe, and nobody names


@given(stories, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_neither_order_nor_a_rerun_changes_anything(marked: list[str], shuffler: random.Random) -> None:
    documents = [article(text, f"Outlet {number}") for number, text in enumerate(marked)]
    first = NameResolver().resolve(Story("s-1", "made up", tuple(documents)))
    shuffler.shuffle(documents)
    again = NameResolver().resolve(Story("s-1", "made up", tuple(documents)))
    told = [{(e.id, e.name, e.kind, e.code, frozenset(e.mentions)) for e in r.entities} for r in (first, again)]
    assert told[0] == told[1]
    assert first.entity_of == again.entity_of
    assert first.judgements == again.judgements
