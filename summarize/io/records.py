"""Values as plain data: the one schema of everything that leaves the library as JSON.

A record is a dict with the value's public fields in their order; spans are
``{"start": 0, "end": 5}`` (half-open offsets in code points), tuples are lists, members
of enums their value, numbers that JSON lacks (NaN, infinity) null. Equal values give
equal bytes.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from enum import Enum
from typing import Any

import attrs

from summarize.document import Document, Span
from summarize.errors import InvalidTypeError, shorten

Record = dict[str, Any]


def to_record(value: object) -> Any:
    """Return ``value``, one of the library's frozen values or a sequence of them, as plain data.

    A :class:`Document` becomes its fingerprint (see :func:`fingerprint`), never its text.
    Raises :class:`InvalidTypeError` for anything that has no place in a record. Cost is
    linear in the size of the value.
    """
    if value is None or isinstance(value, bool | str):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return to_record(value.value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Document):
        return fingerprint(value)
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, tuple | list):
        return [to_record(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_record(item) for key, item in value.items()}
    if attrs.has(type(value)):
        return _fields(value)
    raise InvalidTypeError(
        f"{type(value).__name__} {shorten(value)} has no form as a record; "
        "give one of the library's values"
    )


def fingerprint(document: Document) -> Record:
    """Return what identifies a text without repeating it: hash, sizes, language.

    ``sha256`` is the hash of the text in UTF-8 (lone surrogates as three bytes each), so
    that a reader of a record can tell whether its spans belong to the text at hand.
    """
    data = document.text.encode("utf-8", "surrogatepass")
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "characters": len(document.text),
        "sentences": len(document.sentences),
        "language": document.language,
    }


def to_json(value: object, *, indent: int | None = None) -> str:
    """Return ``value`` as JSON text; equal values give equal text.

    Letters of all scripts stay readable; lone surrogates are escaped, so that the text
    can always be encoded.
    """
    text = json.dumps(to_record(value), ensure_ascii=False, allow_nan=False, indent=indent)
    # For a surrogate, "backslashreplace" writes the escape that JSON has for it.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fields(value: Any) -> Record:
    return {
        field.name: to_record(getattr(value, field.name))
        for field in attrs.fields(type(value))
        if not field.name.startswith("_")
    }
