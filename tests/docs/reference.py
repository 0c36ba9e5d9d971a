"""The reference pages, written from the code: every export and every command."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import click

import summarize
from summarize.cli.group import group
from summarize.scoring import SCORERS
from tests.docs.pages import ROOT

REFERENCE = ROOT / "docs" / "reference"
# Public beyond the package itself: what their ``__all__`` names is documented too.
MODULES = (
    "summarize",
    "summarize.scoring",
    "summarize.facts",
    "summarize.support",
    "summarize.implications",
    "summarize.evaluation",
    "summarize.io",
    "summarize.errors",
    "summarize.integrations.sklearn",
    "summarize.integrations.spacy",
    "summarize.integrations.sumy",
)
_NOTE = "<!-- Written by `python -m tests.docs.refresh` from the code: edit the docstrings. -->\n"


def exports(module: str) -> list[str]:
    found = importlib.import_module(module)
    names = getattr(found, "__all__", None)
    if names is None:
        names = [
            name
            for name, value in vars(found).items()
            if not name.startswith("_") and getattr(value, "__module__", None) == module
        ]
    return sorted(names, key=str.lower)


def library_page() -> str:
    parts = [
        "# Library reference\n",
        _NOTE,
        f"`summarize` {version('summarize')}. Optional arguments are keyword-only; `article` and\n"
        "`text` take a `str` or a `Document`; values are frozen.\n",
    ]
    for module in MODULES:
        doc = inspect.getdoc(importlib.import_module(module)) or ""
        parts.append(f"## `{module}`\n\n{_plain(doc)}\n")
        for name in exports(module):
            value = getattr(importlib.import_module(module), name)
            if module != "summarize" and getattr(summarize, name, None) is value:
                parts.append(f"### `{module}.{name}`\n\nThe same as `summarize.{name}`, above.\n")
            else:
                parts.append(_entry(f"{module}.{name}", value))
        if module == "summarize.scoring":
            parts += [_method(name, scorer) for name, scorer in SCORERS.items()]
    return "\n".join(parts)


def _method(name: str, scorer: Any) -> str:
    call = (
        _signature(name, scorer)
        .replace("features: Features, *, ", "")
        .replace("features: Features", "")
    )
    doc = _plain(inspect.getdoc(scorer) or "")
    return f'### Method `"{name}"`\n\n```py\n{call}\n```\n\n{doc}\n'


def commands_page() -> str:
    parts = ["# Command reference\n", _NOTE]
    for path, command in _commands(group, "summarize"):
        context = click.Context(
            command,
            info_name=path,
            terminal_width=88,
            max_content_width=88,
            **group.context_settings,  # "-h"; click keeps the first context's option for good
        )
        parts.append(f"## `{path}`\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _commands(command.commands[name], f"{path} {name}")


def _entry(path: str, value: Any) -> str:
    if not callable(value):
        shown = sorted(value) if isinstance(value, dict | frozenset) else value
        return f"### `{path}`\n\n`{shown!r}`\n"
    doc = _plain(inspect.getdoc(value) or "")
    lines = [f"### `{path}`\n", f"```py\n{_signature(path, value)}\n```\n", f"{doc}\n"]
    if inspect.isclass(value):
        lines += [_member(path, name, member) for name, member in _members(value)]
    return "\n".join(lines)


def _members(owner: type) -> Iterator[tuple[str, Any]]:
    for name, member in sorted(vars(owner).items()):
        target = getattr(
            member, "__func__", getattr(member, "fget", getattr(member, "func", member))
        )
        if not name.startswith("_") and inspect.isfunction(target) and inspect.getdoc(target):
            yield name, member


def _member(path: str, name: str, member: Any) -> str:
    target = getattr(member, "__func__", None)
    if inspect.isfunction(member) or target is not None:
        title = _signature(f"{path}.{name}", target or member)
    else:
        member = getattr(member, "fget", getattr(member, "func", member))
        title = f"{path}.{name}"
    return f"#### `{title}`\n\n{_plain(inspect.getdoc(target or member) or '')}\n"


class _Bare(str):
    """An annotation that shows itself without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


def _signature(path: str, value: Any) -> str:
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return path
    kept = [
        p.replace(annotation=_bare(p.annotation))
        for p in signature.parameters.values()
        if p.name not in ("self", "cls")
    ]
    returned = signature.empty if inspect.isclass(value) else _bare(signature.return_annotation)
    text = str(signature.replace(parameters=kept, return_annotation=returned))
    text = re.sub(r"<function ([\w.]+) at 0x[0-9a-f]+>", r"\1", text)
    return path + re.sub(r"<factory>|NOTHING|<[^<>]* at 0x[0-9a-f]+>", "...", text)


def _bare(annotation: Any) -> Any:
    return _Bare(annotation) if isinstance(annotation, str) else annotation


def _plain(doc: str) -> str:
    """Turn the docstring's reST marks into Markdown's."""
    doc = re.sub(r":\w+:`~?([^`]+)`", r"`\1`", doc)
    return re.sub(r"``([^`]+)``", r"`\1`", doc)
