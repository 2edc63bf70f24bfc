# SPDX-License-Identifier: Apache-2.0
"""Declarations: frozen data, checked when it is created."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import types
from typing import Any
from typing import ClassVar

from oslo_config import cfg

from workarounds import exceptions
from workarounds.declarations import bugs as declaration_bugs
from workarounds.declarations import defaults
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


class Workaround(Checked):
    """Temporary code for a bug, and when it can be removed.

    :param name: what the code does, such as ``fsync_image_before_convert``
    :param summary: one sentence for operators, in the third person:
        "Flushes ... before ..."
    :param bugs: absolute http(s) URLs, at least one
    :param fix: how the workaround stops being needed; of several fixes, all
        are required
    :param expires: when the workaround must be reviewed: a release of the
        project that declares it, a date, or why there is neither
    :param renewed_from: earlier expiries, the oldest first
    :param enabled_by: toggle that turns the workaround on: the name of a
        boolean option, False by default; a ``cfg.Opt`` of the service; an
        :class:`Always`; or a :class:`Detected`. The default is an option with
        the name of the workaround
    :param disabled_by: option that turns the workaround off when it is true:
        a name or a ``cfg.Opt``
    :param group: group of the toggle: a name (``DEFAULT`` for oslo.config's
        default group), several names, or a function that takes the
        configuration and returns the names. An existing option stays in its
        group
    :param off_values: values of the toggle at which the code does nothing,
        for an option that is not boolean. A list needs none: it is off when it
        is empty or not set
    :param former_defaults: earlier defaults of the toggle, the oldest first:
        ``{'17.0.0': True}`` if it was true by default before 17.0.0
    :param description: further paragraphs for operators
    :param introduced: first release of the project with the workaround. If it
        was backported, a list: that release, then the first release of each
        older series
    :param params: options that tune the workaround, by key: an option of the
        toggle's group, or a pair of a group and an option
    :param read_by: programs that read the workaround, such as
        ``nova-compute``
    :param owner: who reviews the workaround when it expires
    :param mutable: whether the toggle can change while the service runs
    :param deprecated_since: release that deprecated the toggle
    :param deprecated_reason: why the toggle is deprecated; give both or
        neither
    :param weakens_security: whether the workaround gives up a protection
        while it is on
    :raises workarounds.exceptions.DeclarationError: the declaration has
        problems; the error lists all of them
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
    former_defaults: Mapping[str, Any] = types.MappingProxyType({})
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
        'bugs': declaration_bugs.HINT,
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
        """The name of the toggle's option; ``None`` without an option."""
        return declaration_toggle.name_of(self.toggle)

    @property
    def groups(self) -> tuple[str, ...]:
        """The declared groups of the toggle.

        :data:`~workarounds.declarations.toggle.ANY_GROUP` if only operators
        name them.
        """
        return declaration_toggle.groups_of(self.group)

    def groups_on(self, conf: cfg.ConfigOpts) -> tuple[str, ...]:
        """Return the groups of the toggle in a configuration.

        :raises workarounds.exceptions.UnresolvedGroupsError: the function
            that names them reads an option that is not registered
        :raises workarounds.exceptions.UnknownGroupError: the function fails
            otherwise
        """
        if not callable(self.group):
            return self.groups
        return group_function.call(self.name, self.group, conf)

    @property
    def option_names(self) -> tuple[OptionName, ...]:
        """The names of all options of the workaround, the toggle first."""
        return tuple(
            dict.fromkeys(
                name
                for group in self.groups
                for name in self.option_names_in(group)
            )
        )

    def option_names_in(self, group: str) -> Iterator[OptionName]:
        """Yield the names of all options for one group of the toggle."""
        if self.option is not None:
            yield OptionName(group, self.option)
        for key in self.params:
            param_group, opt = self.param(key)
            yield OptionName(param_group or group, opt.dest)

    def is_in(self, version: str | None) -> bool | None:
        """Return whether a release has the workaround.

        :returns: ``None`` if that is not known
        """
        return releases.has_introduced(
            version, releases.listed(self.introduced)
        )

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The fixes, all of them required."""
        if isinstance(self.fix, Sequence):
            return tuple(self.fix)
        return (self.fix,)

    def is_on(self, value: object) -> bool:
        """Return whether the workaround is on at a value of the toggle.

        :param value: value of the option; a list is true if it is not empty
        """
        if self.off_values:
            is_empty = declaration_toggle.is_empty(self.toggle, value)
            return not is_empty and value not in self.off_values
        return bool(value) is (self.disabled_by is None)

    def param(self, key: str) -> tuple[str | None, cfg.Opt]:
        """Return the option of one parameter.

        :returns: its group, ``None`` for that of the toggle, and the option
        :raises workarounds.exceptions.UnknownParamError: no parameter has
            that key; the error names the known ones
        """
        try:
            param = self.params[key]
        except KeyError:
            raise exceptions.UnknownParamError(
                f'{self.name} has no parameter {key!r}; '
                + (
                    f'write {" or ".join(self.params)}'
                    if self.params
                    else f'declare it with params={{{key!r}: ...}}'
                )
            ) from None
        return (None, param) if isinstance(param, cfg.Opt) else param

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Workaround):
            return NotImplemented
        return bool(comparable(vars(self)) == comparable(vars(other)))

    def __hash__(self) -> int:
        return hash(self.name)

    def problems(self) -> Iterator[str]:
        """Yield one sentence for each problem, with a hint."""
        yield from super().problems()
        yield from validation.check_name(
            'name', self.name, 'fsync_before_convert'
        )
        yield from validation.check_text(
            'summary', self.summary, self._hints['summary']
        )
        # An old cfg.Opt cannot be compared with a string.
        if str(self.name) in ('conf', 'group', 'params', 'registry'):
            yield (
                f'name {self.name!r} is an argument of the test fixture; '
                f'choose another'
            )
        yield from declaration_bugs.problems(self.bugs)
        yield from declaration_fixes.problems(self.fix, self.bugs)
        yield from expiry.problems(self.expires)
        yield from expiry.renewal_problems(self.renewed_from, self.expires)
        if self.enabled_by is not None and self.disabled_by is not None:
            yield (
                'enabled_by and disabled_by are both given; keep one, because '
                'a workaround has one toggle'
            )
        elif self.toggle is not self.name or self.off_values:
            yield from declaration_toggle.problems(
                self.polarity, self.toggle, self.mutable, self.off_values
            )
        yield from defaults.problems(self.former_defaults, self.toggle)
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
        yield from releases.introduced_problems(
            self.introduced, self.expires, 'the expiry'
        )
        for field in ('mutable', 'weakens_security'):
            value = getattr(self, field)
            if not isinstance(value, bool):
                yield f'{field} is {value!r}; write True or False'
        if not isinstance(self.description, str):
            yield f'description is {self.description!r}, not text'
        yield from validation.check_texts(
            'read_by', self.read_by, 'nova-compute', 'name a program'
        )


Declaration = Workaround | RemovedWorkaround


def comparable(value: Any) -> Any:
    """Return the value of a field in a form that can be compared.

    The private attributes of options are left out, because oslo.config
    records in them whether it has warned, and where the option was created.
    """
    match value:
        case cfg.Opt():
            fields = vars(value).items()
            return type(value), {k: v for k, v in fields if k[0] != '_'}
        case Mapping():
            return {k: comparable(v) for k, v in value.items()}
        case tuple() | list():
            return [comparable(part) for part in value]
    return value
