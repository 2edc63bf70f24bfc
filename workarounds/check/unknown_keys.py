# SPDX-License-Identifier: Apache-2.0
"""Keys and variables that are not live options of workarounds."""

from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import difflib
import re
from typing import Final
from typing import TYPE_CHECKING

from workarounds.check import cures
from workarounds.check import spelling
from workarounds.check.places import Place
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import Entry
from workarounds.config.origin import Origin
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import GROUP
from workarounds.declarations.toggle import OptionName

if TYPE_CHECKING:
    from workarounds.check.context import Context

#: A similar name is searched for this many keys. The search takes time, and a
#: file with more unknown keys has another mistake.
_HINTS: Final = 100


@dataclasses.dataclass(frozen=True)
class UnknownKey:
    """A key of [workarounds], or a variable, that is not a live option.

    :param removed: the removed workaround that had the option, if any
    :param section: the section of the key
    :param meant: the option that was probably meant, if the key is in a group
        of the service
    :param variable: the variable that was meant, if the name is almost right
    :param near: the options that it resembles
    """

    key: str
    place: Place
    removed: RemovedWorkaround | None
    section: str = GROUP
    meant: str = ''
    variable: str = ''
    near: Sequence[str] = ()

    @property
    def cure(self) -> str:
        """What to do about the key or the variable."""
        return cures.deletion(self.place)


def find_unknown_keys(context: 'Context') -> Iterator[UnknownKey]:
    """Yield unknown keys of files, then unknown variables."""
    options = frozenset(context.live_options)
    hints = 0
    for unknown in (*_entries(context), *_variables(context)):
        if unknown.removed is None and not unknown.meant and hints < _HINTS:
            hints += 1
            near = difflib.get_close_matches(
                unknown.key.replace('-', '_').lower(),
                options,
                cutoff=spelling.SIMILARITY,
            )
            yield dataclasses.replace(unknown, near=near)
        else:
            yield unknown


def _entries(context: 'Context') -> Iterator[UnknownKey]:
    names = {
        option.name
        for workaround in context.registry.removed
        for option in workaround.option_names
    }
    for entry in context.status.files.entries:
        # A file with many unknown keys is searched only for some.
        removed = _find_removed(context, entry) if entry.key in names else None
        is_misspelt = context.is_misspelt_section(entry.section)
        is_ours = context.has_group and (
            is_misspelt or spelling.is_ours(entry.section)
        )
        if is_ours and (
            context.is_of_another_group(entry.key)
            or (is_misspelt and context.spelling.find_option(entry.key))
        ):
            # Another rule reports it as misplaced.
            continue
        is_live = is_ours and entry.key in context.options
        if is_live and not (removed and removed.still_registered):
            continue
        meant = '' if removed or is_ours else _find_meant(context, entry)
        if removed is not None or is_ours or meant:
            section = GROUP if is_ours else entry.section
            near = (meant,) if meant else ()
            yield UnknownKey(
                entry.key, entry, removed, section, meant, near=near
            )


def _find_meant(context: 'Context', entry: Entry) -> str:
    """Return the option of the section that a key was meant to be."""
    option = context.spelling.find_option(entry.key)
    if (
        option in (None, entry.key)
        or not context.is_place_of(entry.section, option)
        or context.is_of_service(entry)
    ):
        return ''
    return option


def _find_removed(
    context: 'Context', entry: Entry
) -> RemovedWorkaround | None:
    owner = context.registry.find_owner(OptionName(entry.section, entry.key))
    return owner if isinstance(owner, RemovedWorkaround) else None


def _variables(context: 'Context') -> Iterator[UnknownKey]:
    if not oslo_internals.uses_environment(context.conf):
        return
    removed = {
        config_origin.environment_variable(option): workaround
        for workaround in context.registry.removed
        for option in workaround.option_names
    }
    prefix = config_origin.environment_variable(OptionName(GROUP, ''))
    known = {
        config_origin.environment_variable(OptionName(GROUP, option))
        for option in context.options
    }
    meant = {
        _plain(variable): variable
        for name, groups in context.owners.items()
        for variable in map(
            config_origin.environment_variable,
            (OptionName(group, name) for group in groups),
        )
        if variable not in removed
    }
    known |= {*meant.values()}
    for name in context.environ.keys() - known:
        variable = meant.get(_plain(name), '')
        is_ours_too = context.has_group and name.startswith(prefix)
        if is_ours_too or name in removed or variable:
            key = name.partition('__')[2].lower()
            yield UnknownKey(
                key,
                Origin('environment', name),
                removed.get(name),
                variable=variable,
            )


def _plain(variable: str) -> str:
    """Return what is common to a variable's name and to misspelt ones.

    Such as ``os_workarounds__flush``, ``OS_WORKAROUNDS_FLUSH`` and
    ``WORKAROUNDS__FLUSH``.
    """
    plain = re.sub('[_-]+', '_', variable.upper())
    return plain.removeprefix('OS_')
