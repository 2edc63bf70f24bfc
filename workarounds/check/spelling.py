# SPDX-License-Identifier: Apache-2.0
"""The option that a key was probably meant to be."""

from collections.abc import Iterable
import difflib
from typing import Final

from workarounds.config import files as config_files
from workarounds.declarations.toggle import GROUP

#: How similar a key must be. None of the 3,215 options of Nova 34, Cinder 29,
#: Glance 33, Ironic 39, Keystone 30, Manila 23, Neutron 29 and Octavia 19 is
#: more similar than 0.79 to an option of a workaround.
SIMILARITY: Final = 0.85
#: In a shorter name one letter makes another word: timeout and timeouts.
_SHORTEST: Final = 10


class Spelling:
    """Finds the option that a key was probably meant to be.

    :param options: the names of all options
    """

    def __init__(self, options: Iterable[str]) -> None:
        self._options = tuple(options)
        self._plain = {_plain(option): option for option in self._options}
        self._long_options = [
            option for option in self._options if len(option) >= _SHORTEST
        ]
        self._found: dict[str, str | None] = {}

    def is_certain(self, key: str) -> bool:
        """Return whether a key differs only in case and dashes."""
        return _plain(key) in self._plain

    def find_option(self, key: str) -> str | None:
        """Return the option, ``None`` if no option is similar enough."""
        if key in self._options:
            return key
        if key not in self._found:
            self._found[key] = self._plain.get(_plain(key)) or self._near(key)
        return self._found[key]

    def _near(self, key: str) -> str | None:
        written = key.replace('-', '_').lower()
        near = difflib.get_close_matches(
            written, self._long_options, 1, SIMILARITY
        )
        return near[0] if near else None


def _plain(name: str) -> str:
    return name.replace('-', '').replace('_', '').lower()


def is_ours(section: str) -> bool:
    """Return whether oslo.config reads a section as [workarounds]."""
    return config_files.same_section(section, GROUP)


def is_misspelt(section: str) -> bool:
    """Return whether a section was probably meant to be ours, and is not."""
    plain = section.strip().lower().replace('-', '').replace('_', '')
    near = difflib.get_close_matches(plain, [GROUP], cutoff=0.85)
    return bool(near) and not is_ours(section)
