"""A comparison of the sample story that finds exactly what its key says, to test the scoring."""

from typing import Any

Json = dict[str, Any]


def ideal_comparison(key: Json, articles: dict[str, Json]) -> Json:
    """Return such a comparison, in the form of `crossread.comparison/1` as far as the scoring reads it."""
    return _Ideal(key, articles).comparison()


class _Ideal:
    def __init__(self, key: Json, articles: dict[str, Json]) -> None:
        self.key = key
        self.articles = articles

    def comparison(self) -> Json:
        copy_of = {copy["doc"]: copy["of"] for copy in self.key["copies"]}
        return {
            "documents": [
                {"id": outlet, "outlet": outlet, "text": article["text"], "copy_of": copy_of.get(outlet)}
                for outlet, article in self.articles.items()
            ],
            "points": [{"evidence": self.sentences(fact["evidence"])} for fact in self.key["facts"]],
            "discrepancies": [self.discrepancy(wanted) for wanted in self.key["discrepancies"]],
            "quotes": [self.quote(wanted) for wanted in self.key["quotes"]],
            "stances": [self.stance(wanted) for wanted in self.key["stances"]],
            "times": [{**self.expression(wanted), "value": wanted["date"]} for wanted in self.key["times"]],
            "quantities": [
                {**self.expression(wanted), "value": wanted["value"], "unit": wanted["unit"]}
                for wanted in self.key["numbers"]
            ],
            "entities": [self.entity(actor) for actor in self.key["actors"]],
            "labels": [self.label(wanted) for wanted in self.key["labels"]],
            "timeline": [
                {"date": entry["date"], "evidence": self.sentences(entry["evidence"])} for entry in self.key["timeline"]
            ],
        }

    def span(self, outlet: str, start: int, end: int) -> Json:
        return {"doc": outlet, "start": start, "end": end, "text": self.articles[outlet]["text"][start:end]}

    def words(self, outlet: str, words: str, sentence: int | None = None) -> Json:
        first = self.articles[outlet]["sentences"][sentence][0] if sentence is not None else 0
        start = self.articles[outlet]["text"].index(words, first)
        return self.span(outlet, start, start + len(words))

    def sentences(self, evidence: dict[str, list[int]]) -> list[Json]:
        return [
            self.span(outlet, *self.articles[outlet]["sentences"][number])
            for outlet, numbers in evidence.items()
            for number in numbers
        ]

    def discrepancy(self, wanted: Json) -> Json:
        sides = [
            {"doc": outlet, "value": side["value"], "evidence": self.sentences({outlet: side["sentences"]})}
            for outlet, side in wanted["sides"].items()
        ]
        return {**wanted, "sides": sides}

    def quote(self, wanted: Json) -> Json:
        opening = self.words(wanted["doc"], wanted["starts"], wanted["sentence"])
        end = self.articles[wanted["doc"]]["sentences"][wanted["sentence"]][1]
        span = self.span(wanted["doc"], opening["start"], end)
        return {"span": span, "direct": True, "speaker": {"name": wanted["speaker"]}}

    def stance(self, wanted: Json) -> Json:
        who = {"holder": {"name": wanted["holder"]}, "target": {"name": wanted["target"]}}
        return {**who, "side": wanted["side"], "evidence": self.sentences(wanted["docs"])}

    def expression(self, wanted: Json) -> Json:
        return {"span": self.words(wanted["doc"], wanted["text"], wanted["sentence"])}

    def entity(self, actor: Json) -> Json:
        mentions = [self.words(outlet, form) for outlet, forms in actor["mentions"].items() for form in forms]
        return {"id": actor["name"], "name": actor["name"], "mentions": mentions}

    def label(self, wanted: Json) -> Json:
        evidence = [self.words(wanted["doc"], wanted["words"], wanted["sentence"])]
        return {"entity": wanted["actor"], "words": wanted["words"], "voice": wanted["voice"], "evidence": evidence}
