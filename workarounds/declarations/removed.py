# SPDX-License-Identifier: Apache-2.0
"""Tombstones: what is kept of removed workarounds."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import ClassVar

from workarounds import _text
from workarounds.declarations import base
from workarounds.declarations import releases
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations import validation
from workarounds.declarations.base import Checked
from workarounds.declarations.toggle import Group
from workarounds.declarations.toggle import OptionName


class RemovedWorkaround(Checked):
    """A removed workaround, kept to explain leftover lines.

    :param name: name of the workaround, which cannot be used again
    :param options: its options, which cannot be used again; empty if the code
        had none
    :param removed_in: first release of the project without the workaround,
        such as ``35.0.0``; not a pre-release or development version
    :param reason: why the workaround was removed, or what replaces it
    :param introduced: first release with the workaround, or several, as of
        :class:`Workaround`
    :param group: group of the options, as it was declared
    :param former_names: former names of the options, each a name in the same
        group, or a group and a name; one with dashes also stands for that with
        underscores, as in oslo.config
    :param still_registered: whether the service still registers the options
        and ignores them
    :param precaution: what operators must do before the effect of the options
        changes, such as by an upgrade to ``removed_in``; empty if nothing
    :raises workarounds.exceptions.DeclarationError: the declaration has
        problems; the error lists all of them
    """

    name: str
    options: Sequence[str]
    removed_in: str
    reason: str
    introduced: str | Sequence[str] | None = None
    group: Group = declaration_toggle.GROUP
    former_names: Sequence[str | tuple[str, str]] = ()
    still_registered: bool = False
    precaution: str = ''

    _hints: ClassVar = {
        'name': 'write the name of the workaround',
        'options': "write options=['disable_x'], the lines to explain",
        'removed_in': "write the first release without it, such as '35.0.0'",
        'reason': 'say why it was removed',
        'precaution': "write what operators must do first, or ''",
    }

    @property
    def option_names(self) -> tuple[OptionName, ...]:
        """The names of all options, with their former names."""
        groups = declaration_toggle.groups_of(self.group)
        return (
            *(
                OptionName(group, name)
                for group in groups
                for name in self.options
            ),
            *self.former_option_names,
        )

    @property
    def former_option_names(self) -> tuple[OptionName, ...]:
        """The former names of the options."""
        groups = declaration_toggle.groups_of(self.group)
        names = [
            OptionName(group, name)
            for former in self.former_names
            for group, name in (
                [(group, former) for group in groups]
                if isinstance(former, str)
                else [former]
            )
        ]
        return tuple(
            dict.fromkeys(
                OptionName(group, spelling)
                for group, name in names
                for spelling in (name, name.replace('-', '_'))
            )
        )

    def is_in(self, version: str | None) -> bool | None:
        """Return whether a release has the workaround.

        Without ``introduced``, each release before the removal has it.

        :returns: ``None`` if that is not known
        """
        is_removed = releases.has_reached(version, self.removed_in)
        if is_removed is None or is_removed:
            return None if is_removed is None else False
        introduced = releases.listed(self.introduced)
        return not introduced or releases.has_introduced(version, introduced)

    def reason_in(self, release: str | None) -> str:
        """Return the reason, with the precaution if it may matter.

        A release that ignores the options needs none.
        """
        reason = _text.clause(self.reason)
        if not self.precaution or self.is_in(release) is False:
            return reason
        return f'{reason}; before you change this, {self.precaution}'

    def problems(self) -> Iterator[str]:
        """Yield one sentence for each problem, with a hint."""
        yield from super().problems()
        yield from validation.check_name(
            'name', self.name, 'fsync_before_convert'
        )
        yield from validation.check_text(
            'reason', self.reason, self._hints['reason']
        )
        if not isinstance(self.precaution, str):
            yield (
                f'precaution is {self.precaution!r}, not text; '
                f'{self._hints["precaution"]}'
            )
        if self.removed_in is not base.MISSING and not releases.is_release(
            self.removed_in
        ):
            yield (
                f'removed_in {self.removed_in!r} is not a release; '
                f'{self._hints["removed_in"]}'
            )
        yield from releases.introduced_problems(
            self.introduced, self.removed_in, 'the removal'
        )
        if self.options is base.MISSING:
            return
        if not validation.is_list(self.options):
            yield f'options is not a list; {self._hints["options"]}'
            return
        for option in self.options:
            # oslo.config reads dashes in no name but a former one.
            is_dashed = isinstance(option, str) and '-' in option
            check = (
                validation.check_name if is_dashed else validation.check_key
            )
            yield from check('options:', option, 'disable_fsync')
        yield from declaration_toggle.group_problems(self.group)
        yield from self._former_name_problems()

    def _former_name_problems(self) -> Iterator[str]:
        if not validation.is_list(self.former_names):
            yield "former_names is not a list; write ['disable_x']"
            return
        for former in self.former_names:
            match former:
                case str(name):
                    pass
                case (str(group), str(name)):
                    yield from declaration_toggle.group_problems(group)
                case _:
                    yield (
                        f'former_names: {former!r} is neither a name nor a '
                        f"group and a name; write ['disable_x']"
                    )
                    continue
            yield from validation.check_key(
                'former_names:', name, 'disable_fsync'
            )
        if not isinstance(self.still_registered, bool):
            yield (
                f'still_registered is {self.still_registered!r}; write True '
                f'or False'
            )
