"""The exceptions that crossread raises, all under one root.

    CrossreadError
    ├── UsageError             the call itself is wrong: an unknown option value, nothing to read
    ├── ReadError              one source could not be read (recorded as a Failure when others can)
    ├── NothingToCompareError  fewer than one readable article
    ├── ResourceError          a table or model of the package is missing or broken
    ├── EngineError            the workers that the stages should run on cannot be had
    └── StoreError             a store cannot be opened, read or written
        └── UnknownIdError     an id names nothing in the store

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


class EngineError(CrossreadError):
    """There are no workers to run the stages on."""


class StoreError(CrossreadError):
    """A store cannot be opened, read or written."""


class UnknownIdError(StoreError):
    """An id names nothing that the store holds."""
