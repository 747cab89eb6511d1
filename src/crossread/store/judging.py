"""Judgements and runs: what is only ever added."""

import json
from collections.abc import Iterator

from sqlalchemy import delete, exists, insert, select, update

from crossread.records import Judgement, Verdict
from crossread.store.part import Part, now
from crossread.store.schema import comparisons, judgements, runs, stories
from crossread.store.shapes import Run


class SqlJudging(Part):
    """Keeps judgements and runs."""

    def judge(self, judgement: Judgement, story_id: str | None = None) -> None:
        """Add a judgement."""
        row = {
            "a": judgement.a,
            "b": judgement.b,
            "verdict": judgement.verdict.value,
            "confidence": judgement.confidence,
            "made_by": judgement.made_by,
            "story": story_id,
            "made": now(),
        }
        with self._database.writing() as connection:
            connection.execute(insert(judgements).values(row))

    def judgements(self, story_id: str | None = None) -> Iterator[Judgement]:
        """Yield the judgements that count."""
        query = select(judgements).order_by(judgements.c.number)
        if story_id is not None:
            query = query.where(judgements.c.story == story_id)
        with self._database.reading() as connection:
            rows = list(connection.execute(query))
        last = {(*sorted((row.a, row.b)), row.made_by): row for row in rows}
        for row in sorted(last.values(), key=lambda row: row.number):
            yield Judgement(row.a, row.b, Verdict(row.verdict), row.confidence, row.made_by)

    def begin_run(self, made_by: str) -> int:
        """Record that a run begins; return its number."""
        with self._database.writing() as connection:
            gone = ~exists().where(stories.c.id == comparisons.c.story)
            connection.execute(delete(comparisons).where(gone))
            row = {"made_by": made_by, "started": now(), "counts": "{}"}
            return int(connection.execute(insert(runs).values(row).returning(runs.c.number)).scalar_one())

    def end_run(self, number: int, counts: dict[str, int]) -> None:
        """Record that the run is over, and what it did."""
        values = {"ended": now(), "counts": json.dumps(counts)}
        with self._database.writing() as connection:
            connection.execute(update(runs).where(runs.c.number == number).values(values))

    def runs(self, limit: int = 20) -> tuple[Run, ...]:
        """Return the last runs, the last first."""
        with self._database.reading() as connection:
            rows = list(connection.execute(select(runs).order_by(runs.c.number.desc()).limit(limit)))
        return tuple(Run(row.number, row.made_by, row.started, row.ended, json.loads(row.counts)) for row in rows)
