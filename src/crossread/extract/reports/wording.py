"""What the models see of a single word near a cue's head that may belong to the cue: "was *quoted* as saying"."""

from collections.abc import Iterator

from crossread.extract.reports.cues import lexeme
from crossread.extract.reports.tree import Tree

_REACH = 8  # words on each side of the head
_DEEPEST = 3  # steps down from the head
_PARTING = frozenset(',“"”:')


def near(tree: Tree, root: int) -> Iterator[tuple[int, str]]:
    """Yield the words near the head that hang on it, each with its path."""
    start, end = tree.reading.sentence_of(root)
    for word in range(max(start, root - _REACH), min(end, root + _REACH + 1)):
        if word != root and tree.pos[word] != "PUNCT":
            path = _path(tree, root, word)
            if path:
                yield word, path


def _path(tree: Tree, root: int, word: int) -> str:
    steps: list[str] = []
    while word != root and len(steps) <= _DEEPEST:
        steps.append(tree.dep[word])
        if tree.head[word] == word:
            return ""
        word = tree.head[word]
    return ">".join(reversed(steps)) if word == root else ""


def word_features(tree: Tree, root: int, word: int, path: str, timed: frozenset[int]) -> list[str]:
    """Return the features of a word near a cue's head; `timed` are the words of expressions of time."""
    return ["b", *_itself(tree, root, word, path, timed), *_between(tree, root, word, path)]


def _itself(tree: Tree, root: int, word: int, path: str, timed: frozenset[int]) -> Iterator[str]:
    own, lower, reading = lexeme(tree, root), tree.reading.lower[word], tree.reading
    governor = tree.lemmas[tree.head[word]]
    yield from (f"p={path}", f"pL={path}{own}", f"px={path}{lower}", f"Lx={own}{lower}", f"x={lower}")
    yield from (f"pos={tree.pos[word]}{path}", f"Lg={own}{path}{governor}", f"pgx={path}{governor}{lower}")
    yield from (f"leaf={path}{not reading.children[word]}", f"wp={path}{tree.pos[root]}", f"t={word in timed}{path}")
    mention = reading.names[word]
    yield f"kd={path}{mention.kind if mention is not None and mention.form == 'name' else None}"


def _between(tree: Tree, root: int, word: int, path: str) -> Iterator[str]:
    reading, own, away = tree.reading, lexeme(tree, root), word - root
    parted = any(reading.forms[w] in _PARTING for w in range(min(word, root), max(word, root)))
    top = word
    while tree.head[top] != root:
        top = tree.head[top]
    branch = tree.dep[top] + tree.lemmas[top]
    relations = tree.relations(root)
    following = reading.lower[word + 1] if word + 1 < len(reading.lower) else ""
    yield from (f"p<{path}{away < 0}", f"dist={away}", f"pd={path}{away}", f"comma={parted}{path}")
    yield from (f"top={branch}", f"Ltop={own}{branch}", f"nx={path}{following}")
    yield from (f"{dep}={path}{dep in relations}" for dep in ("ccomp", "xcomp", "obj"))
    yield f"q={reading.quoted[word]}{reading.quoted[root]}"
    roles = tree.roles(word)
    if roles:
        yield from (f"r={roles[0]}", f"r*={roles}", f"rp={path}{roles[0]}", f"rd={roles[0]}{away}")
        yield from (f"rr={roles[0]}{tree.roles(root)[0]}", f"rg={roles[0]}{tree.roles(tree.head[word])}")
