"""``python -m crossread.learn TASK …``: training and measuring, one task a model."""

import sys
from importlib import import_module

# Tasks are imported when they are called: some need the training extra, others do not.
TASKS = {
    "copies": "crossread.learn.stories.copy_commands",
    "discrepancies": "crossread.learn.discrepancies.commands",
    "pairs": "crossread.learn.pairs.commands",
    "reader": "crossread.learn.reader.commands",
    "statements": "crossread.learn.statements.commands",
    "stories": "crossread.learn.stories.commands",
}


def main(arguments: list[str]) -> int:
    """Hand the arguments to a task; return its exit status."""
    if not arguments or arguments[0] not in TASKS:
        sys.stderr.write(f"usage: python -m crossread.learn {{{','.join(TASKS)}}} …\n")
        return 2
    task = import_module(TASKS[arguments[0]])
    return int(task.main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
