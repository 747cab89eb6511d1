import json

import pytest

from crossread.errors import UsageError
from crossread.records import AnnotatedDocument, Document, Mention, Words
from crossread.report.conllu import to_conllu, to_json_line
from crossread.report.contractions import written_tokens

TEXT = "Ann Lee didn't go.\n\nShe stayed."
DOCUMENT = Document("a.txt", TEXT, "outlet")
RANGES = ((0, 3), (4, 7), (8, 11), (11, 14), (15, 17), (17, 18), (20, 23), (24, 30), (30, 31))


def annotated() -> AnnotatedDocument:
    words = Words(
        start=tuple(start for start, _ in RANGES),
        end=tuple(end for _, end in RANGES),
        sentence=(0, 0, 0, 0, 0, 0, 1, 1, 1),
        lemma=("Ann", "Lee", "do", "not", "go", ".", "she", "stay", "."),
        pos=("PROPN", "PROPN", "AUX", "PART", "VERB", "PUNCT", "PRON", "VERB", "PUNCT"),
        feats=("Number=Sing", "", "", "Polarity=Neg", "", "", "", "", ""),
        head=(4, 0, 4, 4, 4, 4, 7, 7, 7),
        dep=("nsubj", "flat", "aux", "advmod", "root", "punct", "nsubj", "root", "punct"),
    )
    mentions = (
        Mention(DOCUMENT.span(0, 7), "person"),
        Mention(DOCUMENT.span(20, 23), "person", "pronoun"),
    )
    return AnnotatedDocument(DOCUMENT, ((0, 18), (20, 31)), words, mentions, ((0, 1),), (), (), "test/1")


def test_conllu() -> None:
    expected = f"""# newdoc id = {DOCUMENT.id}
# global.Entity = eid-etype-form
# newpar
# sent_id = {DOCUMENT.id}-1
# text = Ann Lee didn't go.
1\tAnn\tAnn\tPROPN\t_\tNumber=Sing\t5\tnsubj\t_\tEntity=(1-person-name|end_char=3|start_char=0
2\tLee\tLee\tPROPN\t_\t_\t1\tflat\t_\tEntity=1)|end_char=7|start_char=4
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\t_\t_\t5\taux\t_\tstart_char=8|end_char=11
4\tn't\tnot\tPART\t_\tPolarity=Neg\t5\tadvmod\t_\tstart_char=11|end_char=14
5\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|end_char=17|start_char=15
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\tend_char=18|start_char=17

# newpar
# sent_id = {DOCUMENT.id}-2
# text = She stayed.
1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-pronoun)|end_char=23|start_char=20
2\tstayed\tstay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|end_char=30|start_char=24
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tend_char=31|start_char=30

"""
    assert to_conllu(annotated()) == expected


def test_an_annotator_without_syntax_gives_no_conllu() -> None:
    words = Words(start=(0,), end=(3,), sentence=(0,), lemma=("ann",))
    plain = AnnotatedDocument(DOCUMENT, ((0, 18),), words, (), (), (), (), "rules/1")
    with pytest.raises(UsageError, match="rules/1"):
        to_conllu(plain)
    assert json.loads(to_json_line(plain))["words"] == {"start": [0], "end": [3], "sentence": [0], "lemma": ["ann"]}


def test_a_json_line_holds_everything_with_offsets() -> None:
    record = json.loads(to_json_line(annotated()))
    assert record["mentions"][0] == {
        "start": 0,
        "end": 7,
        "text": "Ann Lee",
        "kind": "person",
        "form": "name",
        "title": None,
    }
    assert record["chains"] == [[0, 1]]
    assert record["words"]["head"][0] == 4


@pytest.mark.parametrize(
    ("forms", "pos", "groups"),
    [
        (["can", "not"], ["AUX", "PART"], [(0, 2)]),
        (["Lee", "’s"], ["PROPN", "PART"], [(0, 2)]),
        (["bees", "'"], ["NOUN", "PART"], [(0, 2)]),
        (["bees", "'"], ["NOUN", "PUNCT"], [(0, 1), (1, 2)]),
        (["gon", "na"], ["VERB", "PART"], [(0, 2)]),
        (["ten", "-", "year"], ["NUM", "PUNCT", "NOUN"], [(0, 1), (1, 2), (2, 3)]),
    ],
)
def test_words_that_are_written_as_one(forms: list[str], pos: list[str], groups: list[tuple[int, int]]) -> None:
    starts, at = [], 0
    for form in forms:
        starts.append(at)
        at += len(form)
    ends = [start + len(form) for start, form in zip(starts, forms, strict=True)]
    assert written_tokens(forms, starts, ends, pos) == groups
