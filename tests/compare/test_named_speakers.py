"""Who speaks where an account leaves it open, and another gives the same words to somebody."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.compare.accounts import Account, Named, account, story

from crossread.compare import StoryComparer
from crossread.compare.speakers import with_named_speakers
from crossread.records import Quote, QuoteKind, ResolvedStory, Speaker
from crossread.report.contract import to_document

WORDS = "every option is still on the table tonight"
NAMES: Named = {"Bell": ("bell", "person"), "Okafor": ("okafor", "person")}


def told(outlet: str, text: str, who: str | None, words: str = WORDS) -> Account:
    return account(outlet, text, names={k: v for k, v in NAMES.items() if k in text}, quotes=[(words, who)])


def likely(one: Account, likelihood: float) -> Account:
    """Return the account as if its speaker were that likely."""
    quote = one.coded.quotes[0]
    assert quote.speaker is not None
    weighed = replace(quote, speaker=replace(quote.speaker, likelihood=likelihood))
    return replace(one, coded=replace(one.coded, quotes=(weighed,)))


def kind(one: Account, kind: QuoteKind) -> Account:
    return replace(one, coded=replace(one.coded, quotes=(replace(one.coded.quotes[0], kind=kind),)))


def quotes(resolved: ResolvedStory) -> Mapping[str, Quote]:
    found = with_named_speakers(resolved).story.documents
    return {coded.annotated.document.outlet: coded.quotes[0] for coded in found}


NAMING = told("Herald", f'Bell said "{WORDS}."', "Bell")


def test_whom_another_account_names_speaks_where_one_names_nobody() -> None:
    open_ = told("Courier", f'It came at once: "{WORDS}."', None)
    speaker = quotes(story(open_, NAMING))["Courier"].speaker
    assert speaker is not None
    assert (speaker.name, speaker.entity, speaker.chain) == ("Bell", "bell", ("Courier", "Bell"))
    assert speaker.span is None
    assert speaker.named_in == NAMING.coded.quotes[0].speaker.span  # type: ignore[union-attr]


def test_words_set_off_are_speech_once_somebody_says_them() -> None:
    open_ = kind(told("Courier", f'The "{WORDS}" line held.', None), "scare")
    assert quotes(story(open_, NAMING))["Courier"].kind == "mixed"


@pytest.mark.parametrize(("likelihood", "speaker"), [(0.5, "Bell"), (0.69, "Bell"), (0.7, "Okafor"), (0.95, "Okafor")])
def test_a_speaker_who_is_likely_enough_stays(likelihood: float, speaker: str) -> None:
    unsure = likely(told("Courier", f'Okafor heard it. "{WORDS}."', "Okafor"), likelihood)
    found = quotes(story(unsure, NAMING))["Courier"].speaker
    assert found is not None
    assert found.name == speaker


def test_a_speaker_whom_nothing_weighs_stays() -> None:
    other = told("Courier", f'Okafor said "{WORDS}."', "Okafor")
    assert quotes(story(other, NAMING))["Courier"].speaker == other.coded.quotes[0].speaker


def test_the_less_likely_of_two_gives_nobody_a_name() -> None:
    unsure = likely(told("Courier", f'Okafor heard it. "{WORDS}."', "Okafor"), 0.6)
    less = likely(NAMING, 0.5)
    found = quotes(story(unsure, less))
    assert [quote.speaker.name for quote in found.values() if quote.speaker] == ["Okafor", "Okafor"]


def test_the_likeliest_of_several_accounts_is_followed() -> None:
    open_ = told("Courier", f'It came at once: "{WORDS}."', None)
    first, second = likely(told("Mirror", f'Okafor said "{WORDS}."', "Okafor"), 0.8), likely(NAMING, 0.9)
    for accounts in ((open_, first, second), (second, first, open_)):
        speaker = quotes(story(*accounts))["Courier"].speaker
        assert speaker is not None
        assert speaker.name == "Bell"


@pytest.mark.parametrize("words", ["on the table", "every option is still open to us all, whatever they say of it"])
def test_a_phrase_that_others_use_too_names_nobody(words: str) -> None:
    open_ = told("Courier", f'It came at once: "{words}."', None, words)
    assert quotes(story(open_, NAMING))["Courier"].speaker is None


def test_a_story_in_which_everybody_is_named_is_left_as_it_is() -> None:
    resolved = story(NAMING, told("Courier", f'Bell said "{WORDS}."', "Bell"))
    assert with_named_speakers(resolved) is resolved


def test_the_comparison_says_where_the_speaker_is_named() -> None:
    open_ = told("Courier", f'It came at once: "{WORDS}."', None)
    document = to_document(StoryComparer().compare(story(open_, NAMING)))
    named = {quote["span"]["doc"]: quote["speaker"]["named_in"] for quote in document["quotes"]}
    herald = NAMING.document
    assert named[herald.id] is None
    assert named[open_.document.id] == {"doc": herald.id, "start": 0, "end": 4, "text": "Bell"}


def test_a_speaker_of_no_words_in_the_other_account_is_no_evidence() -> None:
    open_ = told("Courier", f'It came at once: "{WORDS}."', None)
    quote = replace(NAMING.coded.quotes[0], speaker=Speaker("Bell"))
    nowhere = replace(NAMING, coded=replace(NAMING.coded, quotes=(quote,)))
    assert quotes(story(open_, nowhere))["Courier"].speaker is None


def test_whom_a_pronoun_surely_stands_for_stays_so_that_two_mouths_are_shown() -> None:
    names: Named = {"Okafor": ("okafor", "person"), "He": ("okafor", "person")}
    told_so = account("Courier", f'Okafor heard it. He said: "{WORDS}."', names=names, quotes=[(WORDS, "He")])
    found = quotes(story(likely(told_so, 0.95), NAMING))["Courier"].speaker
    assert found is not None
    assert (found.name, found.named_in) == ("He", None)
