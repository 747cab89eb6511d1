"""The verbs in Python, with articles that are already Documents."""

import crossread
from crossread.records import Document


def test_half_of_a_surrogate_pair_in_a_document_is_replaced_as_in_a_file() -> None:
    documents = (
        Document("a", "Ann Lee said \ud83d the dam was safe.", "Gazette", story="dam"),
        Document("b", "Ann Lee called the dam safe \ude00.", "Post", story="dam"),
    )
    compared = crossread.compare(documents)
    [(_, by_story)] = crossread.compare_by_story(documents)
    assert not compared.failures
    assert [coded.annotated.document.text[13] for coded in compared.story.documents[:1]] == ["\ufffd"]
    assert by_story == compared
