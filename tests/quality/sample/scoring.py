"""How far a comparison of the sample story agrees with its key: one figure a kind of finding, all in [0, 1].

Written for this key alone, and strict where the story is small: a finding counts only where its words stand.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from tests.quality.sample.places import Places, by_outlet, links, places_in_key

Json = dict[str, Any]

SAME_FACT = 0.5  # Dice coefficient of the sentences from which a point is the fact
_TITLE = re.compile(r"^(?:the |president |interior minister |harbou?r master |mr |ms |mrs |their |its |a |an )+")


def figures(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return every figure by name, rounded to three places."""
    found = {
        "evidence_true": evidence_true(comparison),
        **facts(key, comparison, places),
        **discrepancies(key, comparison, places),
        **quotes(key, comparison, places),
        **stances(key, comparison, places),
        "times": values(key["times"], comparison["times"], places, same_date),
        "quantities": values(key["numbers"], comparison["quantities"], places, same_number),
        "actors": actors(key, comparison, places),
        "copies": copies(key, comparison),
        **labels(key, comparison, places),
        **timeline(key, comparison, places),
    }
    return {name: round(figure, 3) for name, figure in found.items()}


def f1(right: int, given: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (given + wanted) if given + wanted else 1.0


def plain(words: str | None) -> str:
    """Return words in lower case without accents, quotation marks, stops and double spaces."""
    letters = unicodedata.normalize("NFKD", words or "")
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return " ".join(re.sub(r"[“”\"‘’'.,]", "", kept).split())


def untitled(words: str | None) -> str:
    """Return plain words without articles and titles before a name."""
    return _TITLE.sub("", plain(words))


def matched(left: list[Any], right: list[Any], score: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Return index pairs of a one-to-one matching by falling score; a pair that scores 0 is none."""
    scored = [(score(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for value, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if value > 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def spans_in(value: Any) -> Iterable[Json]:
    """Yield every span in a JSON value."""
    if isinstance(value, dict):
        if {"doc", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


def evidence_true(comparison: Json) -> float:
    """Return the share of spans that show the words that stand there."""
    texts = {document["id"]: document["text"] for document in comparison["documents"]}
    spans = list(spans_in(comparison))
    true = [span for span in spans if texts[span["doc"]][span["start"] : span["end"]] == span["text"]]
    return len(true) / len(spans)


def facts(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return F1 of the links between sentences of different outlets, and of whole facts."""
    wanted = [links(places_in_key(fact["evidence"])) for fact in key["facts"]]
    given = [links(places.of_spans(point["evidence"])) for point in comparison["points"]]
    given = [linked for linked in given if linked]
    all_wanted, all_given = set().union(*wanted), set().union(*given)

    def likeness(fact: set[Any], point: set[Any]) -> float:
        dice = f1(len(fact & point), len(fact), len(point))
        return dice if dice >= SAME_FACT else 0

    return {
        "fact_links": f1(len(all_wanted & all_given), len(all_given), len(all_wanted)),
        "facts": f1(len(matched(wanted, given, likeness)), len(given), len(wanted)),
    }


def discrepancies(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return F1, the share of the key's found at all and with the right kind, severity and mark of an update."""

    def likeness(wanted: Json, given: Json) -> float:
        agreeing = sum(_side_agrees(outlet, side, given, places) for outlet, side in wanted["sides"].items())
        return 0 if agreeing < 2 else agreeing + 10 * int(wanted["kind"] == given["kind"])

    wanted, given = key["discrepancies"], comparison["discrepancies"]
    pairs = [(wanted[i], given[j]) for i, j in matched(wanted, given, likeness)]
    total = len(wanted)
    return {
        "discrepancies": f1(len(pairs), len(given), total),
        "discrepancies_found": len(pairs) / total,
        "discrepancies_kind": sum(a["kind"] == b["kind"] for a, b in pairs) / total,
        "discrepancies_severity": sum(a["severity"] == b["severity"] for a, b in pairs) / total,
        "discrepancies_update": sum(a["update"] == b["update"] for a, b in pairs) / total,
        "kinds_found": len({a["kind"] for a, b in pairs if a["kind"] == b["kind"]}) / len({w["kind"] for w in wanted}),
    }


def _side_agrees(outlet: str, side: Json, given: Json, places: Places) -> bool:
    for shown in given["sides"]:
        if places.outlet_of[shown["doc"]] == outlet:
            numbers = by_outlet(places.of_spans(shown["evidence"][:3])).get(outlet, set())
            if numbers & set(side["sentences"]) and _share_a_word(side["value"], shown["value"]):
                return True
    return False


def _share_a_word(one: str, other: str) -> bool:
    stems = [{word[:5] for word in plain(words).split() if len(word) > 3 or word.isdigit()} for words in (one, other)]
    return bool(stems[0] & stems[1])


def quotes(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return F1 of direct quotations of three words or more, and the share of the key's with the right speaker."""

    def likeness(wanted: Json, given: Json) -> float:
        here = (wanted["doc"], wanted["sentence"]) in places.of_span(given["span"])
        return float(here and plain(given["span"]["text"]).startswith(plain(wanted["starts"])))

    wanted = key["quotes"]
    given = [q for q in comparison["quotes"] if q["direct"] and len(q["span"]["text"].split()) >= 3]
    pairs = [(wanted[i], given[j]) for i, j in matched(wanted, given, likeness)]
    right = sum(same_name(a["speaker"], (b["speaker"] or {}).get("name")) for a, b in pairs)
    return {"quotes": f1(len(pairs), len(given), len(wanted)), "speakers": right / len(wanted)}


def same_name(wanted: str, given: str | None) -> bool:
    """Tell whether one name holds all the words of the other, titles and articles aside."""
    one, other = set(untitled(wanted).split()), set(untitled(given).split())
    return bool(one and other) and (one <= other or other <= one)


def stances(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return precision and recall of holder and side where the words stand; a target that is an actor must be right."""

    def agrees(wanted: Json, given: Json) -> bool:
        return (
            wanted["side"] == given["side"]
            and same_name(wanted["holder"], given["holder"]["name"])
            and bool(places_in_key(wanted["docs"]) & places.of_spans(given["evidence"]))
            and (wanted["target"] not in actors_ or same_name(wanted["target"], given["target"]["name"]))
        )

    actors_ = {actor["name"] for actor in key["actors"]}
    given = [stance for stance in comparison["stances"] if stance["side"] != "neutral"]
    found = sum(any(agrees(wanted, stance) for stance in given) for wanted in key["stances"])
    true = sum(any(agrees(wanted, stance) for wanted in key["stances"]) for stance in given)
    return {"stances_recall": found / len(key["stances"]), "stances_precision": true / max(1, len(given))}


def values(wanted: list[Json], given: list[Json], places: Places, same: Callable[[Json, Json], bool]) -> float:
    """Return the share of the key's expressions that are found on their words with the right value."""

    def likeness(expected: Json, found: Json) -> float:
        here = (expected["doc"], expected["sentence"]) in places.of_span(found["span"])
        words, expression = plain(found["span"]["text"]), plain(expected["text"])
        return float(here and (words in expression or expression in words) and same(expected, found))

    return len(matched(wanted, given, likeness)) / len(wanted)


def same_date(wanted: Json, given: Json) -> bool:
    """Tell whether the value starts with the key's date: it may be more precise."""
    return str(given["value"]).startswith(wanted["date"])


def same_number(wanted: Json, given: Json) -> bool:
    """Tell whether value and, for money and percentages, unit are the key's."""
    units_matter = wanted["unit"] in ("USD", "percent")
    return given["value"] == wanted["value"] and (not units_matter or given["unit"] == wanted["unit"])


def actors(key: Json, comparison: Json, places: Places) -> float:
    """Return B-cubed F1 over (outlet, name) for actors with proper names; titles before a name are no part of it."""
    named = [actor for actor in key["actors"] if actor["kind"] != "group"]
    wanted = {
        (outlet, untitled(form)): actor["name"]
        for actor in named
        for outlet, forms in actor["mentions"].items()
        for form in forms
        if any(word[:1].isupper() for word in form.split()[1:] or form.split())
    }
    votes: dict[tuple[str, str], Counter[str]] = {}
    for entity in comparison["entities"]:
        for span in entity["mentions"]:
            form = (places.outlet_of[span["doc"]], untitled(span["text"]))
            votes.setdefault(form, Counter())[entity["id"]] += 1
    given = {form: votes[form].most_common(1)[0][0] for form in wanted if form in votes}
    precision = recall = 0.0
    for form, entity_id in given.items():
        cluster = {other for other in given if given[other] == entity_id}
        truth = {other for other in wanted if wanted[other] == wanted[form]}
        precision += len(cluster & truth) / len(cluster)
        recall += len(cluster & truth) / len(truth)
    p, r = precision / len(wanted), recall / len(wanted)
    return 2 * p * r / (p + r) if p + r else 0.0


def copies(key: Json, comparison: Json) -> float:
    """Return F1 of which article copies which."""
    outlets = {document["id"]: document["outlet"] for document in comparison["documents"]}
    given = {(d["outlet"], outlets[d["copy_of"]]) for d in comparison["documents"] if d["copy_of"]}
    wanted = {(copy["doc"], copy["of"]) for copy in key["copies"]}
    return f1(len(given & wanted), len(given), len(wanted))


def labels(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return the share of the key's labels found where they stand, for the right actor, and in the right voice too."""
    names = {entity["id"]: entity["name"] for entity in comparison["entities"]}

    def likeness(wanted: Json, given: Json) -> float:
        here = (wanted["doc"], wanted["sentence"]) in places.of_spans(given["evidence"])
        words, expected = plain(given["words"]), plain(wanted["words"])
        same = same_name(wanted["actor"], names.get(given["entity"])) or wanted["actor"] not in proper
        agrees = here and (words in expected or expected in words) and same
        return float(agrees) * (2 if wanted["voice"] == given["voice"] else 1)

    proper = {actor["name"] for actor in key["actors"] if actor["kind"] != "group"}
    wanted, given = key["labels"], comparison["labels"]
    pairs = [(wanted[i], given[j]) for i, j in matched(wanted, given, likeness)]
    return {
        "labels": len(pairs) / len(wanted),
        "labels_voice": sum(a["voice"] == b["voice"] for a, b in pairs) / len(wanted),
    }


def timeline(key: Json, comparison: Json, places: Places) -> dict[str, float]:
    """Return the share of the key's entries with their date and a place, and of the given entries with a true date."""

    def agrees(wanted: Json, given: Json) -> bool:
        here = places_in_key(wanted["evidence"]) & places.of_spans(given["evidence"])
        return bool(here) and given["date"].startswith(wanted["date"])

    dates = {entry["date"] for entry in key["timeline"]} | {time["date"] for time in key["times"]}
    given = comparison["timeline"]
    found = sum(any(agrees(wanted, entry) for entry in given) for wanted in key["timeline"])
    true = sum(any(entry["date"].startswith(date) for date in dates) for entry in given)
    return {"timeline_recall": found / len(key["timeline"]), "timeline_precision": true / max(1, len(given))}
