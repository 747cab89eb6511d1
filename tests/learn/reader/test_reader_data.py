from pathlib import Path

import pytest

from crossread.annotate.reader.labels import NAME_TAGS
from crossread.learn.reader import gum
from crossread.learn.reader.columns import span_head, treebank
from crossread.learn.reader.conllu import read_documents
from crossread.learn.reader.gold_text import gold_text
from crossread.learn.reader.name_schemes import ANY, allowed_tags, to_bioes

SAMPLE = """# newdoc id = one
# newpar
# sent_id = 1
1\tMs\tMs\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(1-person-new-n-1-1,2-coref
2\tPell\tPell\tPROPN\t_\t_\t1\tflat\t_\tEntity=1)
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\t_\t_\t0\troot\t_\t_
4\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
5\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# newpar
1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv-n-1-1-ana)
2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, "utf-8")
    return path


def test_documents_paragraphs_and_written_tokens(sample: Path) -> None:
    (document,) = read_documents(sample)
    assert [sentence.starts_paragraph for sentence in document.sentences] == [True, True]
    first = document.sentences[0]
    assert [token.form for token in first.tokens] == ["Ms", "Pell", "didn't", "."]
    assert [word.space_after for word in first.words] == [True, True, False, True, True]


def test_heads_become_places_in_the_document(sample: Path) -> None:
    columns = treebank(read_documents(sample)[0], "sample")
    assert columns.syntax.heads == [2, 0, -1, 2, 2, 6, -1, 6]
    assert columns.sentences == columns.paragraphs == [0, 5]
    assert span_head(columns.syntax.heads, 0, 2) == 0


def test_gold_text_and_its_ranges(sample: Path) -> None:
    gold = gold_text(read_documents(sample)[0])
    assert gold.text == "Ms Pell didn't .\n\nShe left. "
    assert [gold.text[a:b] for a, b in gold.words] == ["Ms", "Pell", "did", "n't", ".", "She", "left", "."]


def test_mentions_of_gum(sample: Path) -> None:
    found = gum.mentions(read_documents(sample)[0])
    assert [(m.start, m.end, m.chain, m.kind, m.heads) for m in found] == [
        (0, 2, "1", "person", (0, 1)),
        (5, 6, "1", "person", (5,)),
    ]


def test_any_iob_becomes_bioes() -> None:
    assert to_bioes(["I-PER", "I-PER", "O", "B-LOC", ANY, "I-ORG"]) == ["B-PER", "E-PER", "O", "S-LOC", ANY, "S-ORG"]
    assert to_bioes(["B-PER", "B-PER", "I-PER"]) == ["S-PER", "B-PER", "E-PER"]


def possible(scheme: str, tag: str) -> set[str]:
    return {ours for ours, allowed in zip(NAME_TAGS, allowed_tags(scheme, tag), strict=True) if allowed}


def test_a_merged_class_leaves_several_of_ours_possible() -> None:
    assert possible("wikigold", "S-LOC") == {"S-LOC", "S-FAC"}
    assert possible("worldwide", "B-Person") == {"B-PERSON"}


def test_outside_rules_out_only_what_a_set_marks() -> None:
    assert possible("worldwide", "O") == {"O"}
    assert "S-DATE" in possible("wikigold", "O")
    assert "S-PERSON" not in possible("wikigold", "O")
    assert possible("gum", ANY) == set(NAME_TAGS)
