# SPDX-License-Identifier: Apache-2.0
"""What turns a workaround on, and its options: one toggle, and parameters."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Literal
from typing import NamedTuple

from oslo_config import cfg
from oslo_config import types

from workarounds.declarations import validation
from workarounds.declarations.base import Data

#: The default group of an option.
GROUP = 'workarounds'
#: Stands for groups that only operators name.
ANY_GROUP = '*'


class OptionName(NamedTuple):
    """The name of an option, with its group.

    :param group: group; ``DEFAULT`` for oslo.config's default group,
        :data:`ANY_GROUP` if only operators name the groups
    """

    group: str
    name: str

    def __str__(self) -> str:
        return f'[{self.group}] {self.name}'

    @property
    def key(self) -> 'OptionName':
        """A key that is equal for names that oslo.config reads alike."""
        return OptionName(group_key(self.group), self.name)

    def matches(self, other: 'OptionName') -> bool:
        """Return whether oslo.config may read another name as this one.

        It reads all names of groups in lower case, except ``DEFAULT``.
        """
        return self.name == other.name and (
            self.group == ANY_GROUP or self.key == other.key
        )


def group_key(group: str) -> str:
    """Return a key that is equal for names that oslo.config reads alike."""
    return group if group == 'DEFAULT' else group.lower()


class Always(Data, kw_only=False):
    """No toggle: the code always runs.

    :param reason: why it cannot be turned off
    """

    reason: str

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        yield from validation.check_text('reason', self.reason, 'say why')


class Detected(Data, kw_only=False):
    """No toggle: a predicate of the project decides whether the code runs.

    :param check: predicate without arguments, called once in each process;
        it returns whether the code runs
    :param description: what the predicate looks for, such as
        "pysaml2 before 7.1.0"
    """

    check: Callable[[], bool]
    description: str

    @property
    def check_name(self) -> str:
        """The dotted name of the predicate."""
        # A callable object is named by its class.
        named = (
            self.check
            if hasattr(self.check, '__qualname__')
            else type(self.check)
        )
        return f'{named.__module__}.{named.__qualname__}'

    def problems(self) -> Iterator[str]:
        """Yield what is wrong, with a hint."""
        yield from super().problems()
        if not callable(self.check):
            yield 'check is not callable; give a function without arguments'
        yield from validation.check_text(
            'description', self.description, 'say what the check looks for'
        )


Toggle = str | cfg.Opt | Always | Detected
Polarity = Literal['enabled_by', 'disabled_by']
Group = str | Sequence[str] | Callable[[cfg.ConfigOpts], Iterable[str]]
#: An option of the toggle's group, or of another one.
Param = cfg.Opt | tuple[str, cfg.Opt]

_NEEDS_OFF_VALUES = (
    'has no value that is false by itself; give off_values=[...], the values '
    'at which the code does nothing'
)


def groups_of(group: Group) -> tuple[str, ...]:
    """Return the declared groups.

    :returns: :data:`ANY_GROUP` if only operators name them
    """
    if callable(group):
        return (ANY_GROUP,)
    return (group,) if isinstance(group, str) else tuple(group)


def former_names(
    groups: Iterable[str], toggle: Toggle
) -> tuple[OptionName, ...]:
    """Return the former names of an option; none without an option.

    :param groups: current groups of the option
    """
    if not isinstance(toggle, cfg.Opt):
        return ()
    return tuple(
        OptionName(old.group or group, old.name or toggle.dest)
        for group in groups
        for old in toggle.deprecated_opts
    )


def name_of(toggle: Toggle) -> str | None:
    """Return the name of a toggle's option; ``None`` without an option."""
    if isinstance(toggle, cfg.Opt):
        return toggle.dest
    return toggle if isinstance(toggle, str) else None


def default_of(opt: cfg.Opt) -> Any:
    """Return the default of an option as a lookup returns it."""
    if opt.default is None:
        return None
    try:
        if opt.multi:
            return [opt.type(value) for value in opt.default]
        return opt.type(opt.default)
    except (TypeError, ValueError):
        # The default refers to another option with $.
        return opt.default


def is_list(opt: cfg.Opt) -> bool:
    """Return whether the value of an option is a list."""
    return bool(opt.multi) or isinstance(opt.type, types.List)


def is_empty(toggle: Toggle, value: object) -> bool:
    """Return whether a value of a toggle is a list without an item."""
    return isinstance(toggle, cfg.Opt) and is_list(toggle) and not value


def describe_type(opt: cfg.Opt) -> str:
    """Return the type of an option, with its article."""
    kind = type(opt.type).__name__
    return f'{"an" if kind[0] in "AEIOaeio" else "a"} {kind} option'


def problems(
    polarity: Polarity, toggle: Any, mutable: Any, off_values: Any
) -> Iterator[str]:
    """Yield what is wrong with the toggle of a declaration, with a hint.

    :param mutable: the declaration's ``mutable``
    :param off_values: the declaration's ``off_values``
    """
    if isinstance(toggle, Always | Detected):
        for problem in toggle.problems():
            yield f'{polarity}: {type(toggle).__name__}: {problem}'
        if polarity == 'disabled_by':
            yield f'disabled_by needs an option; write enabled_by={toggle!r}'
        for field, value in (('mutable', mutable), ('off_values', off_values)):
            if value:
                yield f'{field} is given, but there is no option; remove it'
        return
    if not isinstance(toggle, cfg.Opt):
        yield from validation.check_name(polarity, toggle, 'disable_fsync')
    elif toggle.mutable is not mutable:
        yield (
            f'{polarity} {toggle.name!r} has mutable={toggle.mutable} and the '
            f'declaration mutable={mutable}; make them the same'
        )
    yield from _off_value_problems(polarity, toggle, off_values)


def _off_value_problems(
    polarity: Polarity, toggle: Any, off_values: Any
) -> Iterator[str]:
    if not validation.is_list(off_values):
        yield 'off_values is not a list; write off_values=[...]'
        return
    is_boolean = not isinstance(toggle, cfg.Opt) or isinstance(
        toggle.type, types.Boolean
    )
    if is_boolean:
        if off_values:
            yield (
                'off_values is given, but the toggle is boolean; remove it, '
                'because enabled_by or disabled_by says which value is off'
            )
        return
    if polarity == 'disabled_by' and off_values:
        yield 'off_values is only for enabled_by; write enabled_by=...'
    if not off_values and not is_list(toggle):
        yield (
            f'{polarity} {toggle.name!r} is {describe_type(toggle)}, which '
            f'{_NEEDS_OFF_VALUES}'
        )
    for value in off_values:
        if value is not None and not is_value(toggle, value):
            kind = describe_type(toggle)
            bounds = repr(toggle.type)
            if bounds != type(toggle.type).__name__:
                kind = f'{kind}, {bounds}'
            if is_list(toggle):
                kind = "a list; write off_values=[['a', 'b']]"
            yield (
                f'off_values: {value!r} is not a value of {toggle.name!r}, '
                f'which is {kind}'
            )


def is_value(opt: cfg.Opt, value: Any) -> bool:
    """Return whether an option can have a value."""
    try:
        if is_list(opt) and not isinstance(value, list):
            return False
        read = list(map(opt.type, value)) if opt.multi else opt.type(value)
        return bool(read == value)
    except (AttributeError, TypeError, ValueError):
        # Not every type expects another one than text.
        return False


def unused_group_problems(
    toggle: Any, group: Any, params: Any
) -> Iterator[str]:
    """Yield what is wrong with a group that holds no option, with a hint.

    :param params: the declaration's ``params``; those without a group of
        their own are in this one
    """
    if not isinstance(toggle, Always | Detected):
        return
    # An old cfg.Opt cannot be compared with a string.
    if isinstance(group, str) and group == GROUP:
        return
    own = params.values() if isinstance(params, Mapping) else ()
    if not any(isinstance(param, cfg.Opt) for param in own):
        yield 'group is given, but there is no option; remove it'


def group_problems(group: Any) -> Iterator[str]:
    """Yield what is wrong with the group of a declaration, with a hint."""
    if callable(group):
        return
    names = [group] if isinstance(group, str) else group
    if not validation.is_list(names) or not names:
        yield (
            f'group is {group!r}; write the name of a group, several names, '
            f'or a function that takes the configuration and returns them'
        )
        return
    seen = set()
    for name in names:
        if not validation.is_group(name):
            yield (
                f'group {name!r} is not a valid name of a group; write one '
                f"like 'workarounds'"
            )
        elif group_key(name) in seen:
            yield f'group {name!r} is given twice; remove one'
        else:
            seen.add(group_key(name))
