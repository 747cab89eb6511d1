"""All that a store holds and a run decides, as text: equal where the stores are equal."""

from crossread.report import to_json
from crossread.store import Store


def contents(store: Store) -> str:
    lines = [repr(coded) for coded in store.each_coded()]
    lines += [repr(profile.keys) for profile in store.profiles()]
    for story in store.story_ids():
        compared = store.comparison(story)
        lines += [repr(store.grouped(story)), to_json(compared) if compared else "not compared"]
    lines += [f"{failure.id} {failure.stage} {failure.message}" for failure in store.failures()]
    return "\n".join([*lines, repr(store.window())])
