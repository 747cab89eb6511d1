"""Views for other tools: what articles tell with the article's id, outlet and date, and the ids of stories."""

from typing import Final

_OF_THE_ARTICLE: Final = (
    "a.id AS document, a.outlet, a.title AS headline, a.published, a.day, a.url, s.id AS story, s.label AS story_label"
)
_JOINED: Final = (
    "JOIN articles a ON a.number = t.article "
    "LEFT JOIN story_articles m ON m.article = a.number LEFT JOIN stories s ON s.number = m.story"
)
_PLACED: Final = "t.start_char, t.end_char, t.text"
_TOLD: Final = {
    "statements": f"t.id, {_PLACED}, t.spans, t.subject, t.property, t.value, t.raw_value, t.speaker, t.chain, "
    "t.polarity, t.certainty, t.confidence, t.made_by",
    "quotations": f"t.id, {_PLACED}, t.spans, t.form, t.cue, t.speaker, t.chain",
    "events": f"t.id, {_PLACED}, t.spans, t.root, t.mode, t.context, t.modality, t.polarity, t.date, t.place, "
    "t.actor, t.actor_country, t.actor_sector, t.recipient, t.recipient_country, t.recipient_sector, t.people, "
    "t.killed, t.hurt, t.arrested, t.protesting, t.speaker, t.chain",
    "stances": f"t.id, {_PLACED}, t.spans, t.holder, t.holder_country, t.side, t.act, t.target, t.target_country, "
    "t.since, t.speaker, t.chain",
    "times": f"t.id, {_PLACED}, t.value, t.form, t.anchor, t.precision, t.alternatives",
    "quantities": f"t.id, {_PLACED}, t.value, t.high, t.unit, t.of_what, t.bound",
    "mentions": f"{_PLACED}, t.kind, t.form, t.title, t.chain",
}

VIEWS: Final = {
    **{
        f"all_{table}": f"SELECT {columns}, {_OF_THE_ARTICLE} FROM {table} t {_JOINED}"  # noqa: S608 - our own words
        for table, columns in _TOLD.items()
    },
    "all_articles": "SELECT a.id, a.source, a.outlet, a.title, a.byline, a.published, a.day, a.url, a.language, "
    "a.added, a.characters, a.text, s.id AS story, s.label AS story_label, o.id AS copy_of, r.share AS copied_share, "
    "r.kind AS copy_kind FROM articles a "
    "LEFT JOIN story_articles m ON m.article = a.number LEFT JOIN stories s ON s.number = m.story "
    "LEFT JOIN repeats r ON r.article = a.number AND r.kind <> 'lifted' LEFT JOIN articles o ON o.number = r.repeated",
    "all_discrepancies": "SELECT d.story, s.label AS story_label, d.id, d.kind, d.severity, d.about, d.confidence, "
    "d.may_be_update, d.side, d.value, a.id AS document, a.outlet, a.published, d.start_char, d.end_char, d.text "
    "FROM discrepancy_sides d JOIN stories s ON s.id = d.story JOIN articles a ON a.number = d.article",
    "all_points": "SELECT p.story, s.label AS story_label, p.id, p.label, p.kind, p.status, p.independent_sources, "
    "p.outlets, p.absent_from, p.statements FROM points p JOIN stories s ON s.id = p.story",
}
"""Each view's name and its query."""
