"""Exit codes, as the help and the docs state them."""

COMPARED = 0
SOME_FAILED = 1
FAILED = 2
INTERRUPTED = 130  # as shells say it of Ctrl-C
