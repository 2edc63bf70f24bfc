# SPDX-License-Identifier: Apache-2.0
"""The text that sets an option, in a line of a file or in a variable.

Each text is checked by reading it as oslo.config does: not every type reads an
empty text as an empty list, quotes are removed, and ``$`` is a reference.
"""

from collections.abc import Iterator
from typing import Any

from oslo_config import cfg
from oslo_config import iniparser
from oslo_config import types

from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.declaration import Workaround


def is_free(workaround: Workaround, opt: cfg.Opt, *, on: bool) -> bool:
    """Return whether a person must choose the value for on or off.

    With ``off_values``, every other value turns it on. Without, a list that
    is true may have any items.
    """
    if workaround.off_values:
        return on
    says_yes = on is (workaround.polarity == 'enabled_by')
    return says_yes and declaration_toggle.is_list(opt)


def find_toggle_text(
    workaround: Workaround,
    opt: cfg.Opt,
    *,
    on: bool,
    is_variable: bool = False,
) -> str | None:
    """Return the text that turns a workaround on or off.

    :returns: ``None`` if there is none, such as for an option that is off
        where it is not set and has a default
    """
    if isinstance(opt.type, types.Boolean) and not opt.multi:
        says_yes = on is (workaround.polarity == 'enabled_by')
        return str(says_yes).lower()
    values = [*workaround.off_values]
    if declaration_toggle.is_list(opt):
        values.insert(0, [])
    for value in values:
        for text in find_texts(opt, value, is_variable=is_variable):
            return text
    return None


def find_items(opt: cfg.Opt, value: Any) -> list[str]:
    """Return the texts of the lines that set an option to several items.

    :returns: a text for each item of the value, in their order; none if no
        lines can set it
    """
    if not (opt.multi and isinstance(value, list)):
        return []
    texts = [next(find_texts(opt, [item]), None) for item in value]
    return [] if None in texts else [text or '' for text in texts]


def find_texts(
    opt: cfg.Opt, value: Any, *, is_variable: bool = False
) -> Iterator[str]:
    """Yield the texts that an option reads as a value, the shortest first."""
    for text in dict.fromkeys(_spellings(opt, value)):
        try:
            read = read_text(opt, text, is_variable=is_variable)
        except (ValueError, cfg.Error, iniparser.ParseError):
            continue
        if read == value:
            yield text


def read_text(opt: cfg.Opt, text: str, *, is_variable: bool = False) -> Any:
    """Return the value that an option reads from a text alone.

    :param text: the text after the equals sign, or in a variable
    :raises ValueError: the text is not accepted
    :raises oslo_config.cfg.Error: it refers to another option
    :raises oslo_config.iniparser.ParseError: it is more than one line
    """
    conf = cfg.ConfigOpts()
    if is_variable:
        written: Any = conf._substitute(text)
    else:
        parser = _Parser()
        parser.parse(f'key = {text}\n'.splitlines(keepends=True))
        written = conf._substitute(parser.values)
        written = written if opt.multi else written[-1]
    return conf._convert_value(written, opt)


class _Parser(iniparser.BaseParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: list[str] = []

    def assignment(self, key: str, value: list[str]) -> None:
        self.values.append('\n'.join(value))


def _spellings(opt: cfg.Opt, value: Any) -> Iterator[str]:
    """Yield texts that an option may read as a value."""
    for plain in _plain_texts(opt, value):
        text = plain.replace('$', '$$')
        yield text
        for quote in ("'", '"') if '"' in text else ('"', "'"):
            yield f'{quote}{text}{quote}'


def _plain_texts(opt: cfg.Opt, value: Any) -> Iterator[str]:
    if opt.multi and isinstance(value, list):
        # Each item is a line of its own.
        if not value:
            yield ''
        if len(value) == 1:
            yield str(value[0])
        return
    match value:
        case None:
            yield ''
        case list():
            joined = ','.join(map(str, value))
            yield joined
            yield f'[{joined}]'
        case dict():
            joined = ','.join(f'{key}:{item}' for key, item in value.items())
            yield joined
            yield f'{{{joined}}}'
        case _:
            yield str(value)
