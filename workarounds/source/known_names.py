# SPDX-License-Identifier: Apache-2.0
"""The names by which source refers to the known workarounds."""

from collections.abc import Iterable
from collections.abc import Mapping
import dataclasses
import functools
import re
from typing import Final

from workarounds.declarations import toggle
from workarounds.declarations.toggle import OptionName

#: The usual group of the options, and the attribute of CONF for it.
GROUP: Final = toggle.GROUP
#: The group of an option that is an attribute of CONF itself.
DEFAULT_GROUP: Final = 'DEFAULT'
#: A group whose name is only known at run time.
ANY_GROUP: Final = toggle.ANY_GROUP
#: What is no name of a group in source.
_NO_NAMES: Final = frozenset((DEFAULT_GROUP, ANY_GROUP))


@dataclasses.dataclass(frozen=True)
class KnownNames:
    """The names and options of the known workarounds.

    :param words: all of them without their groups
    :param options: the options
    """

    words: frozenset[str] = frozenset()
    options: frozenset[OptionName] = frozenset()

    def extended(
        self, words: Iterable[str], options: Iterable[OptionName]
    ) -> 'KnownNames':
        """Return these names and further ones."""
        return KnownNames(self.words | set(words), self.options | set(options))

    @functools.cached_property
    def elsewhere(self) -> frozenset[OptionName]:
        """The options that are not in the usual group."""
        return frozenset(
            option for option in self.options if option.group != GROUP
        )

    @functools.cached_property
    def groups(self) -> frozenset[str]:
        """The groups whose names source may contain."""
        groups = {option.group for option in self.options}
        return frozenset({GROUP, *groups} - _NO_NAMES)

    @functools.cached_property
    def has_any_group(self) -> bool:
        """Whether an option is in groups that only operators name."""
        return any(option.group == ANY_GROUP for option in self.options)

    @functools.cached_property
    def _default_options(self) -> frozenset[str]:
        return frozenset(
            option.name
            for option in self.options
            if option.group in (DEFAULT_GROUP, ANY_GROUP)
        )

    def is_attribute_of_conf(self, name: object) -> bool:
        """Return whether ``CONF.name`` may be a known option."""
        return name in self._default_options

    def has_group(self, name: str) -> bool:
        """Return whether ``CONF.name`` may be a group of known options."""
        return name in self.groups or self.has_any_group

    def has_option(self, option: OptionName) -> bool:
        """Return whether an option is a known one, if its group is known."""
        return (
            option in self.options
            or OptionName(ANY_GROUP, option.name) in self.options
            or (option.group == ANY_GROUP and option.name in self.words)
        )

    @functools.cached_property
    def variables_elsewhere(self) -> Mapping[str, frozenset[str]]:
        """The groups of each option that is not in the usual one.

        By the name of the option, and written as variables: ``lvm_1``.
        """
        variables: dict[str, set[str]] = {}
        for option in self.elsewhere:
            variable = re.sub(r'\W', '_', option.group).lower()
            variables.setdefault(option.name, set()).add(variable)
        return {name: frozenset(found) for name, found in variables.items()}

    @functools.cached_property
    def _other_groups(self) -> re.Pattern[bytes] | None:
        names = self.groups - {GROUP}
        if not names:
            return None
        words = '|'.join(map(re.escape, sorted(names)))
        return re.compile(
            rf'(?i:conf|cfg)\w*(?:\.|\[[\'"]|, *[\'"])(?:{words})\b'.encode()
        )

    def may_read_group(self, data: bytes) -> bool:
        """Return whether source may read another group than the usual one."""
        pattern = self._other_groups
        return pattern is not None and pattern.search(data) is not None
