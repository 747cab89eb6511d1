"""The tables of known names hold together."""

from crossread.annotate.gazetteer import given_names, kind_of, longest_known, split_name, titles
from crossread.resources.loader import read_table, read_terms


def test_states_have_two_codes_a_name_and_no_form_twice() -> None:
    rows = read_table("gazetteer/states.tsv")
    assert len({row["code"] for row in rows}) == len(rows) > 190
    assert all(len(row["code"]) == 3 and len(row["code2"]) == 2 and row["name"] for row in rows)
    names = [form for row in rows for form in [row["name"], *row["forms"].split("|")] if form]
    assert len(names) == len(set(names))


def test_metonyms_stand_for_known_states() -> None:
    codes = {row["code"] for row in read_table("gazetteer/states.tsv")} | {"EU"}
    assert all(row["code"] in codes for row in read_table("gazetteer/metonyms.tsv"))


def test_the_longest_known_name_is_found() -> None:
    texts = ["New", "York", "City", "Council"]
    assert longest_known(texts, 0, 4) == 3
    assert longest_known(texts, 0, 2) == 2
    assert longest_known(["Orlo"], 0, 1) == 0


def test_names_are_cut_as_the_tokenizer_cuts() -> None:
    assert split_name("People's Republic of China") == ("People", "'s", "Republic", "of", "China")
    assert kind_of(["Timor", "-", "Leste"]) == "gpe"


def test_titles_and_given_names_tell_gender() -> None:
    assert (titles()["Mrs"], titles()["Mr"], titles()["Judge"]) == ("f", "m", "")
    assert given_names()["Maria"] < 10
    assert given_names()["Robert"] > 90


def test_words_that_open_sentences_are_no_names() -> None:
    assert {"the", "however", "yesterday"} <= read_terms("gazetteer/function_words.txt")
