"""What stories the articles of one story make by themselves."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from crossread.group.live import Article
from crossread.group.people import People
from crossread.group.settling import settle
from crossread.group.thread import Thread, least_nearness
from crossread.records import Repeat

SPLIT_SHARE = 0.75  # of what makes two stories one: parts less near come apart; lower, so that stories do not flicker


def parts(
    articles: Sequence[Article], repeats: Mapping[str, Sequence[Repeat]], people: People, usual: float | None
) -> dict[int, Thread]:
    """Return the stories by number; copies, and what people bound, stay together. `usual`: see `least_nearness`."""
    found = {one.number: Thread([one], [(one.number, one.id)], people.bonds([one.id])) for one in articles}
    numbers = {one.id: one.number for one in articles}
    home = {number: number for number in found}
    for one in articles:
        mates = [numbers[r.of] for r in repeats.get(one.id, ()) if r.kind != "lifted" and r.of in numbers]
        mates += [number for number, part in found.items() if part.bonds & found[home[one.number]].bonds]
        for mate in mates:
            left, right = sorted((home[mate], home[one.number]))
            if left != right and not apart(people, found[left], found[right]):
                found[left].absorb(found.pop(right))
                home.update((number, left) for number, _ in found[left].ids)
    settle(
        found,
        combinations(sorted(found), 2),
        lambda left, right: SPLIT_SHARE * least_nearness(left, right, usual),
        lambda left, right: apart(people, left, right),
        lambda *_: None,
    )
    return found


def apart(people: People, left: Thread, right: Thread) -> bool:
    """Tell whether people said that two stories are not one."""
    return people.apart(left.bonds, right.bonds)
