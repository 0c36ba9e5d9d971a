"""Every error the library raises on purpose.

Each is a child of :class:`SummarizeError` and of the builtin that fits, so that
``except ValueError`` keeps working for callers who don't know the library. A
message shows the offending value, what was expected, and what to do.
"""


class SummarizeError(Exception):
    """Base of all errors raised on purpose."""


class InvalidValueError(SummarizeError, ValueError):
    """An argument has the right type and an impossible value."""


class InvalidTypeError(SummarizeError, TypeError):
    """An argument has the wrong type."""


class UnknownNameError(SummarizeError, KeyError):
    """A method, rule or language was named that does not exist."""

    def __str__(self) -> str:
        """Show the message as it is (``KeyError`` would quote it)."""
        return str(self.args[0]) if self.args else ""


class FormatError(SummarizeError, ValueError):
    """A file does not have the format it should have."""


class MissingExtraError(SummarizeError, ImportError):
    """An optional dependency is needed and absent; the message names the extra."""


def shorten(value: object, limit: int = 60) -> str:
    """Return ``repr(value)``, cut to ``limit`` characters for use in a message."""
    shown = repr(value)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
