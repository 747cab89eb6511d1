from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.report.made_up_story import B, C, H, W, at, comparison_of, made_up_comparison, point, statement

from crossread.records import Copy, Document, Point, Quote, Speaker, Statement
from crossread.report.published import first_and_last
from crossread.report.view import report_view
from crossread.report.view.days import in_words
from crossread.report.view.direction import direction
from crossread.report.view.emphasis import changed_words, own_words, trimmed, value_in
from crossread.report.view.evidence import Excerpt
from crossread.report.view.records import ReportView, Version
from crossread.report.view.shown import on_one_line, shown

VIEW = report_view(made_up_comparison())


def marked(excerpt: Excerpt) -> list[str]:
    return [piece.text for piece in excerpt.pieces if piece.marked]


@given(st.text(), st.text())
def test_text_may_be_cut_before_or_after_it_is_drawn(left: str, right: str) -> None:
    assert shown(left + right) == shown(left) + shown(right)


@given(st.text(alphabet=st.characters()))
def test_nothing_hidden_is_left(text: str) -> None:
    drawn = shown(text)
    assert not any(ord(character) < 32 and character not in "\n\t" for character in drawn)
    assert not any(0x7F <= ord(character) <= 0x9F or 0xD800 <= ord(character) <= 0xDFFF for character in drawn)
    assert not set(drawn) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    drawn.encode("utf-8")


def test_hidden_characters_are_drawn() -> None:
    assert shown("a\x00b\x1b[31m\u202ec\ud800") == "a␀b␛[31m⟨U+202E⟩c⟨U+D800⟩"
    assert on_one_line(" a\n\tb ") == "a b"
    assert shown("cafe\u0301 👩‍🚀 عبّارة") == "cafe\u0301 👩‍🚀 عبّارة"


def test_contradictions_come_first() -> None:
    assert [difference.severity for difference in VIEW.differences] == [
        "contradiction",
        "contradiction",
        "difference",
        "difference",
        "framing",
    ]
    assert VIEW.count("contradiction") == 2


def test_sides_with_the_same_words_stand_together() -> None:
    [fourteen, nineteen] = VIEW.differences[0].versions
    assert [account.source.name for account in fourteen.accounts] == ["Harbour Post", "Coastwire"]
    assert [account.source.name for account in nineteen.accounts] == ["The Courier"]


def test_the_differing_words_are_marked_in_their_sentence() -> None:
    [tuesday, monday] = VIEW.differences[1].versions
    assert marked(tuesday.accounts[0].excerpts[0]) == ["Tuesday"]
    assert marked(monday.accounts[0].excerpts[0]) == ["Monday"]
    assert monday.accounts[0].excerpts[0].text == W.text.split("\n")[0]


def test_a_copy_is_named_with_its_original_and_not_shown_again() -> None:
    comparison = made_up_comparison()
    [first, *rest] = comparison.discrepancies
    copied = replace(first.sides[0], doc=B.id, evidence=(at(B, "injuring 14 people"),))
    grown = replace(comparison, discrepancies=(replace(first, sides=(*first.sides, copied)), *rest))
    [fourteen, _] = report_view(grown).differences[0].versions
    assert [account.source.name for account in fourteen.accounts] == ["Harbour Post", "Coastwire"]
    assert [source.name for source in fourteen.accounts[0].repeats] == ["Bulletin"]


def test_a_value_in_other_order_is_marked_part_by_part() -> None:
    span = at(H, "The Grey Heron was carrying 212 passengers")
    [places] = value_in("212, Grey Heron", [span])
    assert sorted(H.text[start:end] for start, end in places) == ["212", "Grey Heron"]


def test_a_value_is_not_found_inside_a_longer_word() -> None:
    document = Document("d", "In 2120 there were 12 of them.", "o")
    [places] = value_in("12", [document.span(0, len(document.text))])
    assert [document.text[start:end] for start, end in places] == ["12"]


def test_own_words_are_those_no_other_has() -> None:
    places = own_words(at(H, "on Tuesday morning"), [at(W, "on Monday")])
    assert [H.text[start:end] for start, end in places] == ["Tuesday", "morning"]
    assert own_words(at(H, "Tuesday"), [at(W, "Monday")]) == ()


def test_marks_are_trimmed_of_what_the_others_have_too() -> None:
    span = at(H, "on Tuesday morning")
    places = trimmed([[(span.start, span.end)]], [span], [at(W, "on Monday")])
    assert [H.text[start:end] for row in places for start, end in row] == ["Tuesday morning"]
    alike = trimmed([[(span.start, span.end)]], [span], [span])
    assert [H.text[start:end] for row in alike for start, end in row] == ["on Tuesday morning"]


def test_changed_words_are_those_another_cut_does_not_have() -> None:
    places = changed_words(
        at(H, "We heard a long grinding noise and then everything stopped"),
        at(C, "We heard a grinding noise, then everything stopped"),
    )
    assert [H.text[start:end] for start, end in places] == ["long", "and"]


def test_quotations_of_one_utterance_stand_together() -> None:
    [first] = VIEW.shared_quotations
    assert [one.source.name for one in first.utterances] == ["Harbour Post", "The Courier"]
    assert first.speaker == "Ada Quell"
    assert [other.speaker for other in VIEW.other_quotations] == ["Tomas Brandt", None]
    assert marked(first.utterances[0].excerpt) == ["long", "and", "at once"]


def test_a_speaker_named_by_another_outlet_is_shown_as_such() -> None:
    comparison = made_up_comparison()
    quote = next(quote for quote in comparison.quotes if quote.span.doc == H.id and quote.speaker)
    assert quote.speaker is not None
    elsewhere = replace(quote, speaker=replace(quote.speaker, span=None, named_in=at(C, "Ada Quell")))
    quotes = tuple(elsewhere if one is quote else one for one in comparison.quotes)
    view = report_view(replace(comparison, quotes=quotes))
    shown = {one.source.name: one.way("Ada Quell") for q in view.shared_quotations for one in q.utterances}
    assert "leaves open who speaks; The Courier names the speaker" in shown["Harbour Post"]
    assert shown["The Courier"] == ()


def test_an_account_says_how_it_has_a_quotation() -> None:
    one = replace(VIEW.shared_quotations[0].utterances[0], chain=("Harbour Post", "Ada Quell"))
    assert one.way("Ada Quell") == ()
    assert one.way("Tomas Brandt") == ("gives it to Ada Quell",)
    assert replace(one, speaker=None).way("Ada Quell") == ("names no speaker",)
    assert replace(one, kind="indirect").way("Ada Quell") == ("reported, not in quotation marks",)
    assert replace(one, chain=("Harbour Post", "an aide", "Ada Quell")).way("Ada Quell") == ("through an aide",)


def test_words_in_marks_that_nobody_says_are_no_quotation() -> None:
    scare = Quote("q", at(H, "old stone pier"), "scare", None, Speaker("nobody"))
    view = report_view(replace(made_up_comparison(), quotes=(scare,)))
    assert view.shared_quotations == view.other_quotations == ()


def test_independent_accounts_leave_copies_out() -> None:
    assert (len(VIEW.sources), VIEW.independent, VIEW.outlets) == (5, 4, 5)


def test_what_one_alone_tells_stands_under_its_outlet() -> None:
    assert [(source.name, [told.label for told in found]) for source, found in VIEW.alone] == [
        ("Harbour Post", ["The ferry began in 1921"]),
        ("The Courier", ["Ticket sales stopped"]),
    ]


def test_points_know_the_differences_within_them_and_what_found_them() -> None:
    by_label = {told.label: told for told in VIEW.told}
    assert by_label["People were hurt"].differences == (1,)
    assert by_label["A ferry struck the pier"].differences == ()
    assert by_label["People were hurt"].found_by == ("rules/1",)
    assert by_label["People were hurt"].confidence == 0.8


def test_who_backs_whom_puts_copies_with_their_originals_and_tells_who_is_on_both_sides() -> None:
    [row] = VIEW.backing
    sides = dict(row.sides)
    assert row.target == "Northline"
    assert [(one.name, one.act, [s.name for s in one.sources]) for one in sides["against"]] == [
        ("Tomas Brandt", "blames", ["Harbour Post", "Bulletin"]),
        ("Tomas Brandt", "accuses", ["Coastwire"]),
    ]
    assert row.disputed == ("Tomas Brandt",)


def test_the_time_line_keeps_event_and_publication_apart() -> None:
    days = [(moment.day, moment.published) for moment in VIEW.moments]
    assert days == [
        ("1921", False),
        ("2031-04-08", False),
        ("2031-04-08", True),
        ("2031-04-09", True),
        ("2031-04-09/2031-05-09", False),
    ]


def test_times_without_a_date_are_counted() -> None:
    assert [source.unresolved for source in VIEW.sources] == [0, 0, 1, 0, 0]


def test_outlets_with_several_articles_are_told_apart() -> None:
    view = report_view(comparison_of((Document("1", "One.", "Post"), Document("2", "Two.", "Post"))))
    assert [source.name for source in view.sources] == ["Post (1)", "Post (2)"]


def test_a_line_of_a_million_characters_is_cut_around_its_evidence() -> None:
    document = Document("l", "x" * 500_000 + " here it is " + "y" * 500_000, "Long")
    view = report_view(comparison_of((document,), (point(1, "l", "single", at(document, "here it is")),)))
    assert view.told[0].excerpts[0].text == "here it is"
    whole = report_view(
        comparison_of((document,), (point(1, "l", "single", document.span(0, len(document.text))),))
    ).told[0]
    assert len(whole.excerpts[0].text) < 2000
    assert whole.excerpts[0].cut_after


def test_dates_are_written_in_words() -> None:
    assert in_words("2031-04-08") == "8 April 2031"
    assert in_words("2031-04") == "April 2031"
    assert in_words("2031") == "2031"
    assert in_words("2031-04-08T10:30:00+00:00") == "8 April 2031, 10:30 UTC"
    assert in_words("2031-04-08/2031-04") == "8 April 2031 – April 2031"
    assert in_words("2031-04-08/2031-04-12") == "8 – 12 April 2031"
    assert in_words("2031-04-08/2031-05-12") == "8 April – 12 May 2031"
    assert in_words("PT3H or so, then") == "PT3H or so, then"


def test_publication_dates_are_ordered_as_moments() -> None:
    assert first_and_last(["2031-04-08T01:00:00+02:00", "2031-04-07T23:30:00+00:00", None]) == (
        "2031-04-08T01:00:00+02:00",
        "2031-04-07T23:30:00+00:00",
    )
    assert first_and_last(["some day", "2031-04-08"]) == ("some day", "2031-04-08")
    assert first_and_last([None]) == (None, None)


def test_direction_is_that_of_most_letters() -> None:
    assert direction("عبّارة abc في الميناء") == "rtl"
    assert direction("A word: عبّارة") == "ltr"
    assert direction("123 … 🚢") == "ltr"


def test_who_speaks_for_itself_is_not_named_twice() -> None:
    comparison = made_up_comparison()
    [first, *_] = comparison.stances
    alone_word = replace(first, speaker=Speaker("Tomas Brandt"))
    others_word = replace(first, speaker=Speaker("Ada Quell"))
    for stance, speaker in ((alone_word, None), (others_word, "Ada Quell")):
        [row] = report_view(replace(comparison, stances=(stance,))).backing
        assert [backer.speaker for backer in dict(row.sides)["against"]] == [speaker]


def test_points_on_the_same_words_are_shown_once() -> None:
    comparison = made_up_comparison()
    twin = replace(comparison.points[0], id="p-twin")
    view = report_view(replace(comparison, points=(*comparison.points, twin)))
    assert [told.label for told in view.told] == [told.label for told in VIEW.told]


def test_the_same_words_of_different_days_stand_apart() -> None:
    comparison = made_up_comparison()
    [_, date, *_] = comparison.discrepancies
    sides = tuple(replace(side, value="that day") for side in date.sides)
    [difference] = report_view(replace(comparison, discrepancies=(replace(date, sides=sides),))).differences
    assert [version.accounts[0].source.name for version in difference.versions] == ["Harbour Post", "Coastwire"]


def told_of(*points: Point, copies: tuple[Copy, ...] = (), statements: tuple[Statement, ...] = ()) -> ReportView:
    comparison = replace(comparison_of((H, C, W, B), points), statements=statements)
    return report_view(replace(comparison, story=replace(comparison.story, copies=copies)))


def test_no_two_lines_have_the_same_label() -> None:
    first = point(1, "A ferry struck", "agreed", at(H, "A ferry"), at(C, "a ferry"), at(W, "A ferry"))
    same = point(2, "A ferry struck", "disputed", at(H, "Port Maren"), at(C, "Port Maren"))
    [told] = told_of(first, same).told
    assert (told.status, len(told.excerpts), told.independent) == ("agreed", 5, 3)


def test_a_point_whose_words_another_has_too_is_no_line_of_its_own() -> None:
    large = point(1, "a ferry", "agreed", at(H, "A ferry"), at(C, "a ferry"), at(W, "A ferry"))
    small = point(2, "struck", "agreed", at(H, "A ferry"), at(C, "a ferry"))
    other = point(3, "hurt", "agreed", at(H, "injuring 14 people"), at(C, "Nineteen people were hurt"))
    assert [told.label for told in told_of(small, large, other).told] == ["a ferry", "hurt"]


def test_what_an_account_and_its_copy_alone_tell_stands_once_beside_the_original() -> None:
    words = "injuring 14 people"
    copy = Copy(B.id, H.id, 0.9, "copy", ())
    view = told_of(point(1, words, "single", at(B, words)), point(2, words, "single", at(H, words)), copies=(copy,))
    [(source, [told])] = view.alone
    assert (source.name, told.label, len(told.sources)) == ("Harbour Post", words, 2)


def test_what_only_a_copy_repeats_is_told_by_one_alone() -> None:
    words = "injuring 14 people"
    both = point(1, words, "agreed", at(H, words), at(B, words))
    view = told_of(both, copies=(Copy(B.id, H.id, 0.9, "copy", ()),))
    assert not view.agreed
    assert [source.name for source, _ in view.alone] == ["Harbour Post"]


def test_a_name_stands_in_what_its_bearer_does() -> None:
    whole = point(1, "A ferry struck the old stone pier", "single", at(H, "A ferry struck the old stone pier"))
    part = point(2, "A ferry", "single", at(H, "A ferry"))
    assert [told.label for told in told_of(whole, part).told] == ["A ferry struck the old stone pier"]


def test_an_office_that_others_name_too_is_not_told_by_one_alone() -> None:
    points = [
        replace(point(number, span.text, "single", span), kind="holds office")
        for number, span in enumerate((at(H, "A ferry"), at(C, "a ferry"), at(W, "injuring 14 people")))
    ]
    holders = ["Ana Ruiz", "Ana Ruíz", "Bo Lind"]
    statements = tuple(
        replace(statement(n, p.evidence[0]), property="holds office", subject=holder)
        for n, (p, holder) in enumerate(zip(points, holders, strict=True))
    )
    assert [told.label for told in told_of(*points, statements=statements).told] == ["injuring 14 people"]


def test_whole_clauses_with_figures_come_first() -> None:
    spans = (at(H, "A ferry"), at(H, "injuring 14 people"), at(H, "the old stone pier"))
    labels = ("who was there", "injuring 14 people", "it was old")
    points = [point(n, label, "single", span) for n, (label, span) in enumerate(zip(labels, spans, strict=True))]
    [(_, told)] = told_of(*points).alone
    assert [one.label for one in told] == ["injuring 14 people", "it was old", "who was there"]


def test_many_pieces_are_told_in_brief() -> None:
    version = Version("one; two; three; four", (), ())
    assert version.scattered
    assert version.brief == "one; two; three …"
    assert not Version("one; two; three", (), ()).scattered
    assert Version("one; two; three", (), ()).brief == "one; two; three"
