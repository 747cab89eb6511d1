"""Verbs that report: what they report by kind, by table."""

from functools import cache

from crossread.resources import read_table


@cache
def cue_kinds() -> dict[str, frozenset[str]]:
    """Return for each reporting verb its kinds: speech, appraisal, thought, order, show."""
    return {row["lemma"]: frozenset(row["kinds"].split(",")) for row in read_table("lexicons/en/cue_verbs.tsv")}


def is_cue(lemma: str) -> bool:
    """Whether the verb may report somebody's words, thoughts or judgement."""
    return lemma in cue_kinds()


def reports_speech(lemma: str) -> bool:
    """Whether the verb by itself says that somebody spoke or wrote."""
    return "speech" in cue_kinds().get(lemma, frozenset())
