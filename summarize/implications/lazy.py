"""Values of an object that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 - a decorator, named as those of the standard library
    """A property whose value is kept, for objects that one thread uses for one article.

    What ``functools.cached_property`` does, without the lock that Python 3.11 takes for every
    first look; with some twenty an article that is one part in thirty of the time.
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make, self._name = make, make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> lazy[Value]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...
    def __get__(self, owner: object | None, kind: type) -> lazy[Value] | Value:
        """Work the value out; from then on the instance's own attribute is found first."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value
