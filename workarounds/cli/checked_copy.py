# SPDX-License-Identifier: Apache-2.0
"""A copy of a matrix in a repository, and its differences."""

from collections.abc import Iterator
import dataclasses
import datetime
import difflib
import pathlib
import re

from workarounds import _text
from workarounds.cli import command

#: The place of the date, in the formats that have a date.
_AS_OF = {
    'html': r'<meta name="as-of" content="(.*?)"',
    'json': r'^  "as_of": "(.*?)"',
    'rst': r'^:As of: (\S*)',
    'yaml': r"^as_of: '(.*?)'",
}
#: The version of the program that wrote the copy, which is not compared.
_TOOL = {
    'json': r'^    "name": "workarounds",\n    "version": "(.*?)"',
    'yaml': r'^  name: workarounds\n  version: (.*)$',
}
#: The number of a schema that is too old to be compared.
_SCHEMA = {'json': r'^  "schema": 1,$', 'yaml': r'^schema: 1$'}
#: More lines would take too long to compare, or to read.
_MOST_COMPARED = 5_000
_MOST_SHOWN = 200


@dataclasses.dataclass(frozen=True)
class CheckedCopy:
    """A file with a matrix as it was on some day."""

    path: str
    text: str

    def as_of(self, form: str) -> datetime.date | None:
        """Return the day in the copy.

        :param form: format of the copy
        :raises workarounds.cli.command.UsageError: the text there is not a
            date
        """
        pattern = _AS_OF.get(form)
        found = pattern and re.search(pattern, self.text, re.MULTILINE)
        if not found:
            return None
        try:
            return datetime.date.fromisoformat(found[1])
        except ValueError:
            raise command.UsageError(
                f'{self.path}: {found[1]!r} is not a date; write the file '
                f'again with --output'
            ) from None

    def tool_version(self, form: str) -> str | None:
        """Return the version of the command that wrote the copy, if known."""
        pattern = _TOOL.get(form)
        found = pattern and re.search(pattern, self.text, re.MULTILINE)
        return found[1].strip("'") if found else None

    def check_schema(self, form: str) -> None:
        """Refuse a copy that an earlier release wrote in another schema.

        :raises workarounds.cli.command.UsageError: the schema is an old one
        """
        pattern = _SCHEMA.get(form)
        if pattern and re.search(pattern, self.text, re.MULTILINE):
            raise command.UsageError(
                f'{self.path}: this is schema 1, which an earlier release '
                f'wrote, and cannot be compared with schema 2; write the '
                f'file again with --output'
            )

    def difference(self, text: str) -> Iterator[str]:
        """Yield the differences, line by line, as ``diff -u`` does."""
        old, new = self.text.splitlines(), text.splitlines()
        if old == new:
            yield f'{self.path}: only the line endings differ'
            return
        if max(len(old), len(new)) > _MOST_COMPARED:
            line = next(
                number
                for number, (before, after) in enumerate(
                    zip([*old, None], [*new, None], strict=False), 1
                )
                if before != after
            )
            yield (
                f'{self.path}:{line}: the first difference; the files are too '
                f'long to show all'
            )
            return
        lines = list(
            difflib.unified_diff(
                old, new, self.path, 'as it is now', lineterm=''
            )
        )
        yield from lines[:_MOST_SHOWN]
        if len(lines) > _MOST_SHOWN:
            yield f'... and {len(lines) - _MOST_SHOWN} more lines'


def read_copy(path: str) -> CheckedCopy:
    """Read a copy.

    :raises workarounds.cli.command.UsageError: it cannot be read
    """
    cure = 'write it with --output first'
    try:
        text = pathlib.Path(path).read_bytes().decode('utf-8')
    except UnicodeDecodeError:
        cause = 'it is not UTF-8'
    except OSError as error:
        cause = error.strerror or 'it is not a file'
        if isinstance(error, PermissionError):
            cure = 'run as a user who may read it'
    else:
        return CheckedCopy(path, text)
    raise command.UsageError(
        f'{_text.printable(path)} cannot be read: {cause}; {cure}'
    )
