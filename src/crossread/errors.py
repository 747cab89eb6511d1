"""The exceptions that crossread raises, all under one root.

    CrossreadError
    ├── UsageError             the call itself is wrong: an unknown option value, nothing to read
    ├── ReadError              one source could not be read (recorded as a Failure when others can)
    ├── NothingToCompareError  fewer than one readable article
    └── ResourceError          a table or model of the package is missing or broken

Each message says what is wrong, where, and what to do. Errors of libraries are translated where they are called,
`raise … from`.
"""


class CrossreadError(Exception):
    """Root of all errors that crossread raises on purpose."""


class UsageError(CrossreadError):
    """The call is wrong: nothing was read."""


class ReadError(CrossreadError):
    """A source could not be read."""


class NothingToCompareError(CrossreadError):
    """No story is left to compare."""


class ResourceError(CrossreadError):
    """A table or model that belongs to the package is missing or broken."""
