"""Names, their kinds and titles; descriptions and pronouns."""

import pytest

from crossread.annotate import RuleAnnotator
from crossread.records import Document, Mention


def mentions(text: str, form: str = "name") -> list[Mention]:
    found = RuleAnnotator().annotate(Document("a", text, "Herald", published="2019-01-24")).mentions
    return [mention for mention in found if mention.form == form]


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Then Mr. Dorn left.", "Mr.", "Dorn"),
        ("Then President Ana Lee left.", "President", "Ana Lee"),
        ("Then former House Speaker John Poe left.", "former House Speaker", "John Poe"),
        ("Then Lt. Gov. Tim Oke left.", "Lt. Gov.", "Tim Oke"),
        ("Then Secretary of State Maria Dorn left.", "Secretary of State", "Maria Dorn"),
        ("Then spokesman James Ruiz left.", "spokesman", "James Ruiz"),
        ("Then Prof. A. B. Ruiz left.", "Prof.", "A. B. Ruiz"),
        ("Then Well-being president Dan Ruiz left.", "Well-being president", "Dan Ruiz"),
        ("They met anti-war activist Tom Ruiz.", "anti-war activist", "Tom Ruiz"),
        ("Then Herald Editor-in-Chief Ben Ruiz left.", "Herald Editor-in-Chief", "Ben Ruiz"),
        ("The senator met Sen. Robert Lee Jr. there.", "Sen.", "Robert Lee Jr."),
        ("They left. Secretary of State Ann F. Lee is a good secretary.", "Secretary of State", "Ann F. Lee"),
        ("Then Port City Chief of Staff Ann Lee left.", "Port City Chief of Staff", "Ann Lee"),
        ("Then Port City chief of staff Ann Lee left.", "Port City chief of staff", "Ann Lee"),
        ("Then Director of Communications Tom Ruiz left.", "Director of Communications", "Tom Ruiz"),
        ("Then Port City Public Advocate Ann Lee left.", "Port City Public Advocate", "Ann Lee"),
    ],
)
def test_titles_are_kept_out_of_the_span_and_stand_before_it(text: str, title: str, name: str) -> None:
    (found,) = [mention for mention in mentions(text) if mention.kind == "person"]
    assert (found.title, found.span.text) == (title, name)
    assert text[found.span.start - len(title) - 1 : found.span.end] == f"{title} {name}"


@pytest.mark.parametrize(
    "name",
    [
        "Juan Carlos de la Cruz",
        "Ana Pérez-Gómez",
        "Ali al-Dorn",
        "Mary O'Lee",
        "Ban Ki-dorn",
        "Robert Lee III",
        "J. K. Moss",
        "Ludwig van Orlo",
        "Osama bin Orlo",
    ],
)
def test_a_person_s_name_is_one_mention(name: str) -> None:
    (found,) = mentions(f"Then they saw {name} there.")
    assert (found.span.text, found.kind) == (name, "person")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They went to Paraguay.", "Paraguay", "gpe"),
        ("It was the U.S. again.", "U.S.", "gpe"),
        ("It was the Colombian again.", "Colombian", "group"),
        ("They met in Caracas.", "Caracas", "gpe"),
        ("She left the Organization of American States.", "Organization of American States", "org"),
        ("She left the Department of Ports and Harbours.", "Department of Ports and Harbours", "org"),
        ("She left the Orlo Port Authority.", "Orlo Port Authority", "org"),
        ("She saw the White House.", "White House", "org"),
        ("It was a Democrat.", "Democrat", "group"),
        ("They crossed Dorn Bridge.", "Dorn Bridge", "place"),
        ("They left Orlo County.", "Orlo County", "gpe"),
        ("It was in the Orlo Port Act.", "Orlo Port Act", "other"),
        ("It was with the OPA.", "OPA", "org"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    (found,) = mentions(text)
    assert (found.span.text, found.kind) == (name, kind)


def names(text: str) -> list[str]:
    return [mention.span.text for mention in mentions(text)]


def test_lists_of_states_are_many_names() -> None:
    assert names("Chile, Peru and Paraguay joined Costa Rica.") == ["Chile", "Peru", "Paraguay", "Costa Rica"]


def test_the_possessive_and_the_hyphen_are_left_out() -> None:
    assert names("Then Dorn's men met the Lee-era guard of Peru’s port.") == ["Dorn", "Lee", "Peru"]


def test_what_only_opens_a_sentence_is_no_name() -> None:
    assert names("Yesterday it rained. Protesters left. However, they came back. “Nobody knew,” he said.") == []


def test_a_word_that_opens_a_sentence_is_a_name_where_it_is_one_elsewhere() -> None:
    assert names("Brook spoke. The town heard Brook.") == ["Brook", "Brook"]
    assert names("Brook water rose. The brook fell.") == []


def test_titles_in_headlines_are_told_by_the_article() -> None:
    text = "DORN LEAVES ORLO AFTER LONG NIGHT\n\nOn Monday Mr. Dorn left the town of Orlo."
    assert names(text) == ["DORN", "ORLO", "Dorn", "Orlo"]
    assert {mention.kind for mention in mentions(text) if mention.span.text.lower() == "dorn"} == {"person"}


def test_peoples_and_states_are_apart_from_the_persons_beside_them() -> None:
    found = mentions("It was Iranian Foreign Minister Ali Dorn, Democrat Ann Lee and Sen. Bo Poe, D-Mich., there.")
    assert [m.span.text for m in found] == ["Iranian", "Ali Dorn", "Democrat", "Ann Lee", "Bo Poe", "Mich."]


def test_months_and_weekdays_are_no_names() -> None:
    assert names("They met Jan Dorn and Theresa May on Monday in May and on Jan. 5.") == ["Jan Dorn", "Theresa May"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Then the defence minister left.", "the defence minister", "person"),
        ("It was the 35-year-old again.", "the 35-year-old", "person"),
        ("Then a senior administration official left.", "a senior administration official", "person"),
        ("Some say lawmakers left.", "lawmakers", "group"),
        ("Then his government fell.", "his government", "org"),
        ("It left the country.", "the country", "gpe"),
        ("Then two officers left.", "two officers", "group"),
    ],
)
def test_descriptions(text: str, words: str, kind: str) -> None:
    (found,) = mentions(text, "nominal")
    assert (found.span.text, found.kind) == (words, kind)


@pytest.mark.parametrize("text", ["They left it on the left.", "President Ana Lee spoke.", "It rained."])
def test_no_description(text: str) -> None:
    assert [m.span.text for m in mentions(text, "nominal") if m.span.text != "the left"] == []


def test_pronouns() -> None:
    assert [m.span.text for m in mentions("She told them that I and his sister saw the US.", "pronoun")] == [
        "She",
        "them",
        "I",
        "his",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Rep. Steve King left.", ["Steve King"]),
        ("Then they endorsed Ana Moss Wednesday.", ["Ana Moss"]),
        ('Then William "Mo" Dorn left.', ['William "Mo" Dorn']),
        ("They called Joseph I. Dorn. He left.", ["Joseph I. Dorn"]),
        ("Then the House Oversight and Reform Committee met.", ["House Oversight and Reform Committee"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert [mention.span.text for mention in mentions(text)] == names


def test_who_is_accused_has_no_title_from_who_accuses_him() -> None:
    found = [(m.title, m.span.text) for m in mentions("Arland Gov. Ann Lee accused Reed of opposing the law.")]
    assert found == [(None, "Arland"), ("Arland Gov.", "Ann Lee"), (None, "Reed")]


def test_the_capital_of_a_sentence_is_no_title() -> None:
    (found,) = mentions("Saying President Dorn was late, they left.")
    assert (found.title, found.span.text) == ("President", "Dorn")


def test_that_before_several_is_no_article() -> None:
    assert "senior officials" in {m.span.text for m in mentions("He said that senior officials left.", "nominal")}


def test_a_noun_beside_a_name_needs_no_article() -> None:
    text = "Ana Moss, director of the clinic, left. He saw director of the clinic on a sign."
    assert [m.span.text for m in mentions(text, "nominal")][:1] == ["director"]
    assert [m.span.start for m in mentions(text, "nominal") if m.span.text == "director"] == [10]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Dorn said on “This Week” that he left.", "This Week"),
        ('Mr. Dorn said on "Norra News Sunday." Then he left.', "Norra News Sunday"),
    ],
)
def test_the_name_of_a_programme_is_whole(text: str, name: str) -> None:
    assert name in [mention.span.text for mention in mentions(text)]


@pytest.mark.parametrize(
    "text", ["“We Need Help” was on the wall.", "“This” was on the wall.", "“This Week we left,” he said."]
)
def test_other_words_in_quotation_marks_are_no_programme(text: str) -> None:
    assert not {"We Need Help", "This", "This Week"} & {mention.span.text for mention in mentions(text)}


def test_two_states_around_a_hyphen_are_two_names() -> None:
    assert names("They met at the US-Mexico border.") == ["US", "Mexico"]


def test_a_department_goes_on_to_its_head_s_title() -> None:
    found = names("He thanked former Housing and Urban Development Secretary Julio Caro.")
    assert found == ["Housing and Urban Development", "Julio Caro"]


def test_a_name_behind_sr_is_not_the_one_before() -> None:
    assert names("In a talk with CNA, Sr. Keener said so.") == ["CNA", "Sr. Keener"]


def test_common_words_with_capitals_name_nobody() -> None:
    text = "They left.\n\nAdvertisement Continue reading this story\n\nThe mayor met Kalo Reaver there."
    assert [mention.span.text for mention in mentions(text) if mention.kind == "person"] == ["Kalo Reaver"]


def test_a_word_that_may_be_broken_is_part_of_a_name() -> None:
    assert [mention.span.text for mention in mentions("Then Tom \u00adDorn left.")] == ["Tom \u00adDorn"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mark Cuban came. Cuban said no.", {"Mark Cuban": "person", "Cuban": "person"}),
        ("Bryan English came. Mr. English left.", {"Bryan English": "person", "English": "person"}),
        ("Jim Jordan came. Jordan said no.", {"Jim Jordan": "person", "Jordan": "person"}),
        ("Jim Jordan came. Jordan said no. In Jordan it rained.", {"Jim Jordan": "person", "Jordan": "gpe"}),
        ("Jim Jordan came. They like Jordan.", {"Jim Jordan": "person", "Jordan": "gpe"}),
        ("They came. Jordan said no.", {"Jordan": "gpe"}),
    ],
)
def test_a_people_or_land_is_a_surname_where_a_full_name_ends_in_it_and_it_speaks(
    text: str, kinds: dict[str, str]
) -> None:
    assert {mention.span.text: mention.kind for mention in mentions(text)} == kinds


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Rep. Steve King came. King said no. The King left.", ["Steve King", "King"]),
        ("Colleen Deacon came. Deacon said no.", ["Colleen Deacon", "Deacon"]),
        ("King Tom Reed came. King said no.", ["Tom Reed"]),
        ("Park Soo-hyun came. Moon Jae-min left.", ["Park Soo-hyun", "Moon Jae-min"]),
    ],
)
def test_people_whose_names_are_words_of_other_kinds(text: str, people: list[str]) -> None:
    assert [mention.span.text for mention in mentions(text) if mention.kind == "person"] == people
