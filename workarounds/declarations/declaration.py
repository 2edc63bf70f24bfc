# SPDX-License-Identifier: Apache-2.0
"""Declarations: frozen data that is checked when it is made."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import types
from typing import Any
from typing import ClassVar

from oslo_config import cfg

from workarounds import exceptions
from workarounds.declarations import base
from workarounds.declarations import deprecation
from workarounds.declarations import expiry
from workarounds.declarations import fixes as declaration_fixes
from workarounds.declarations import group_function
from workarounds.declarations import params as declaration_params
from workarounds.declarations import releases
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations import validation
from workarounds.declarations.base import Checked
from workarounds.declarations.expiry import Expiry
from workarounds.declarations.expiry import Reachable
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import Fix
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import Group
from workarounds.declarations.toggle import OptionName
from workarounds.declarations.toggle import Param
from workarounds.declarations.toggle import Polarity
from workarounds.declarations.toggle import Toggle

_BUGS = "write bugs=['https://bugs.launchpad.net/...'], or Unstated('why')"


class Workaround(Checked):
    """Temporary code for a bug, and when it can be removed.

    All problems are found when the declaration is made and reported in one
    :exc:`~workarounds.exceptions.DeclarationError`.

    :param name: says what the code does: ``fsync_image_before_convert``
    :param summary: one sentence for the operator, in the third person:
        "Flushes ... before ..."
    :param bugs: absolute http(s) URLs, at least one
    :param fix: how it stops being needed; of several, all must hold
    :param expires: when it must be reviewed: a version of the service that
        declares it, a date, or why there is neither
    :param renewed_from: the expiries that it had before this one, the oldest
        first
    :param enabled_by: what turns the workaround on: the name of a boolean
        option, False by default; a service's own ``cfg.Opt``; an
        :class:`Always`; or a :class:`Detected`. The workaround's name if
        neither polarity is given
    :param disabled_by: the option that turns the workaround off when it is
        true: a name or a ``cfg.Opt``
    :param group: the group of the toggle, in which an existing option stays:
        a name (``DEFAULT`` for oslo.config's default group), several names,
        or a function that takes the configuration and returns them
    :param off_values: at which values of the toggle the code does nothing;
        for an option that is not true or false. A list needs none: empty, or
        not set, it is always off
    :param description: further paragraphs for the operator
    :param introduced: the first release of the project that has it; where
        it was backported, a list: that one first, and then the first of each
        older series that has it
    :param params: options that tune the workaround, by keys: an option of
        the toggle's group, or a pair of a group and an option
    :param read_by: the programs that read it, such as ``nova-compute``
    :param owner: who reviews it when it expires
    :param mutable: the toggle can change while the service runs
    :param deprecated_since: the version that deprecated the toggle
    :param deprecated_reason: why; both or neither
    :param weakens_security: the workaround removes a protection while it is on
    :raises workarounds.exceptions.DeclarationError: with all its problems
    """

    name: str
    summary: str
    bugs: Sequence[str] | Unstated
    fix: Fix | Sequence[Fix]
    expires: Expiry
    renewed_from: Sequence[Reachable] = ()
    enabled_by: Toggle | None = None
    disabled_by: str | cfg.Opt | None = None
    group: Group = declaration_toggle.GROUP
    off_values: Sequence[Any] = ()
    description: str = ''
    introduced: str | Sequence[str] | None = None
    params: Mapping[str, Param] = types.MappingProxyType({})
    read_by: Sequence[str] = ()
    owner: str | None = None
    mutable: bool = False
    deprecated_since: str | None = None
    deprecated_reason: str | None = None
    weakens_security: bool = False

    _hints: ClassVar = {
        'name': 'write one like fsync_image_before_convert',
        'summary': 'say in one sentence what the code does',
        'bugs': _BUGS,
        'fix': declaration_fixes.HINT,
        'expires': expiry.HINT,
    }

    @property
    def polarity(self) -> Polarity:
        """Whether the toggle turns the workaround on or off."""
        return 'enabled_by' if self.disabled_by is None else 'disabled_by'

    @property
    def toggle(self) -> Toggle:
        """The toggle as it was declared."""
        if self.disabled_by is not None:
            return self.disabled_by
        return self.name if self.enabled_by is None else self.enabled_by

    @property
    def option(self) -> str | None:
        """The toggle's name in a file; ``None`` without an option."""
        return declaration_toggle.name_of(self.toggle)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the toggle that are declared.

        :data:`~workarounds.declarations.toggle.ANY_GROUP` where only operators
        name them.
        """
        return declaration_toggle.groups_of(self.group)

    def groups_on(self, conf: cfg.ConfigOpts) -> tuple[str, ...]:
        """Return the groups of the toggle in a configuration.

        :raises workarounds.exceptions.UnresolvedGroupsError: the function
            that names them reads an option that is not registered
        :raises workarounds.exceptions.UnknownGroupError: it fails otherwise
        """
        if not callable(self.group):
            return self.groups
        return group_function.call(self.name, self.group, conf)

    @property
    def option_names(self) -> tuple[OptionName, ...]:
        """The names of all its options, the toggle first."""
        return tuple(
            dict.fromkeys(
                name
                for group in self.groups
                for name in self.option_names_in(group)
            )
        )

    def option_names_in(self, group: str) -> Iterator[OptionName]:
        """Yield the names of its options where the toggle is in a group."""
        if self.option is not None:
            yield OptionName(group, self.option)
        for key in self.params:
            param_group, opt = self.param(key)
            yield OptionName(param_group or group, opt.dest)

    def is_in(self, version: str | None) -> bool | None:
        """Return whether a release has it; ``None`` if that is not known."""
        return releases.has_introduced(
            version, releases.listed(self.introduced)
        )

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Its fixes, of which all must hold."""
        if isinstance(self.fix, Sequence):
            return tuple(self.fix)
        return (self.fix,)

    def is_on(self, value: object) -> bool:
        """Return whether the workaround is on at a value of the toggle.

        :param value: the value of the option; a list counts as true when it
            is not empty
        """
        if self.off_values:
            is_empty = declaration_toggle.is_empty(self.toggle, value)
            return not is_empty and value not in self.off_values
        return bool(value) is (self.disabled_by is None)

    def param(self, key: str) -> tuple[str | None, cfg.Opt]:
        """Return the option of one parameter.

        :returns: its group, ``None`` for that of the toggle, and the option
        :raises workarounds.exceptions.UnknownParamError: with the known keys
        """
        try:
            param = self.params[key]
        except KeyError:
            raise exceptions.UnknownParamError(
                f'{self.name} has no parameter {key!r}; it has '
                f'{", ".join(self.params) or "none"}'
            ) from None
        return (None, param) if isinstance(param, cfg.Opt) else param

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Workaround):
            return NotImplemented
        return _content(self) == _content(other)

    def __hash__(self) -> int:
        return hash(self.name)

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, one sentence for each problem, with a hint."""
        yield from super().problems()
        yield from validation.check_name(
            'name', self.name, 'fsync_before_convert'
        )
        yield from validation.check_text(
            'summary', self.summary, self._hints['summary']
        )
        if self.name in ('conf', 'group', 'params', 'registry'):
            yield f'name {self.name!r} is taken by the test helpers'
        yield from _bug_problems(self.bugs)
        yield from declaration_fixes.problems(self.fix, self.bugs)
        yield from expiry.problems(self.expires)
        yield from expiry.renewal_problems(self.renewed_from, self.expires)
        if self.enabled_by is not None and self.disabled_by is not None:
            yield (
                'enabled_by and disabled_by are both given; a workaround has '
                'exactly one toggle, so keep one'
            )
        elif self.toggle is not self.name or self.off_values:
            yield from declaration_toggle.problems(
                self.polarity, self.toggle, self.mutable, self.off_values
            )
        group_problems = list(declaration_toggle.group_problems(self.group))
        yield from group_problems
        yield from declaration_toggle.unused_group_problems(
            self.toggle, self.group, self.params
        )
        yield from declaration_params.problems(
            self.params, self.option, () if group_problems else self.groups
        )
        yield from deprecation.problems(
            self.deprecated_since, self.deprecated_reason
        )
        if self.owner is not None:
            yield from validation.check_text(
                'owner', self.owner, 'name who reviews it, or leave it out'
            )
        yield from releases.introduced_problems(self.introduced)
        for field in ('mutable', 'weakens_security'):
            if not isinstance(getattr(self, field), bool):
                yield f'{field} is neither True nor False'
        if not isinstance(self.description, str):
            yield 'description is not a string'
        yield from validation.check_texts(
            'read_by', self.read_by, 'nova-compute', 'name a program'
        )


Declaration = Workaround | RemovedWorkaround


def _content(declaration: Workaround) -> dict[str, Any]:
    """Return a declaration's fields in a form that can be compared.

    Of its options, the private attributes are left out: oslo.config records
    there whether it has warned, and where the option was made.
    """

    def comparable(value: Any) -> Any:
        match value:
            case cfg.Opt():
                fields = vars(value).items()
                return type(value), {k: v for k, v in fields if k[0] != '_'}
            case Mapping():
                return {k: comparable(v) for k, v in value.items()}
            case tuple():
                return [comparable(part) for part in value]
        return value

    return {key: comparable(value) for key, value in vars(declaration).items()}


def _bug_problems(bugs: Any) -> Iterator[str]:
    if isinstance(bugs, Unstated):
        for problem in bugs.problems():
            yield f'bugs: Unstated: {problem}'
    elif bugs is not base.MISSING:
        if not validation.is_list(bugs) or not bugs:
            yield f'bugs is empty or not a list; {_BUGS}'
            return
        for bug in bugs:
            yield from validation.check_url('bugs:', bug)
