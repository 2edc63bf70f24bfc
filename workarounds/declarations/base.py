# SPDX-License-Identifier: Apache-2.0
"""Frozen data that reports all its problems together.

Type checkers treat a derived class as a dataclass. It is not one, for two
reasons: for a missing or misspelt argument a dataclass raises a TypeError that
names neither the declaration nor a hint and hides every other problem, and
making a dataclass takes 0.7 ms each time that a service imports the library.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import types
from typing import Any
from typing import ClassVar
from typing import dataclass_transform
from typing import Self
from typing import TYPE_CHECKING

from workarounds import exceptions

if TYPE_CHECKING:
    import inspect

#: The value of a mandatory field that is missing.
MISSING: Any = object()


class _Signature:
    """The signature of a class, created when it is read.

    ``help()`` and editors read it. A service that starts does not import
    ``inspect`` for it.
    """

    def __get__(
        self, instance: 'Data | None', owner: 'type[Data]'
    ) -> 'inspect.Signature':
        import inspect

        if instance is not None:
            raise AttributeError('__signature__')
        annotations = inspect.get_annotations(owner)
        return inspect.Signature(
            [
                inspect.Parameter(
                    name,
                    inspect.Parameter.POSITIONAL_OR_KEYWORD
                    if name in owner.__match_args__
                    else inspect.Parameter.KEYWORD_ONLY,
                    default=inspect.Parameter.empty
                    if default is MISSING
                    else default,
                    annotation=annotations[name],
                )
                for name, default in owner._defaults.items()
            ]
        )


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Data:
    """Frozen data with named fields.

    Wrong values do not raise. :meth:`problems` yields all missing, unknown and
    wrong fields, so that they are reported together.

    :cvar _hints: what to write for a missing mandatory field
    """

    _hints: ClassVar[Mapping[str, str]] = {}
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _unknown: ClassVar[Sequence[str]] = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    __signature__: ClassVar = _Signature()

    def __init_subclass__(cls, kw_only: bool = True) -> None:
        cls._defaults = {
            name: vars(cls).get(name, MISSING)
            for name in cls.__annotations__
            if not name.startswith('_')
        }
        if not kw_only:
            cls.__match_args__ = tuple(cls._defaults)  # type: ignore[misc]  # mypy treats it as a constant

    def __init__(self, *positional: Any, **named: Any) -> None:
        positions = self.__match_args__
        if len(positional) > len(positions):
            raise TypeError(self._too_many(len(positional)))
        for name in named.keys() & set(positions[: len(positional)]):
            raise TypeError(f'{type(self).__name__}: {name} is given twice')
        given = dict(zip(positions, positional, strict=False)) | named
        for name, default in self._defaults.items():
            vars(self)[name] = _frozen(given.pop(name, default))
        if given:
            vars(self)['_unknown'] = tuple(given)
        self._made()

    def _too_many(self, count: int) -> str:
        """Return why there are too many positional arguments."""
        kind = type(self).__name__
        names = ', '.join(self._defaults)
        if self.__match_args__:
            return f'{kind} takes ({names}); {count} arguments were given'
        return f'{kind} takes its arguments by name; they are: {names}'

    def _made(self) -> None:
        """Check a new object; for derived classes."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f'{type(self).__name__}.{name} is read-only')

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f'{type(self).__name__}.{name} is read-only')

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return vars(self) == vars(other)

    def __hash__(self) -> int:
        texts = (
            value for value in vars(self).values() if isinstance(value, str)
        )
        return hash((type(self), *texts))

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {
            name: dict(value) if isinstance(value, Mapping) else value
            for name, value in vars(self).items()
            if name in self._defaults
        }
        return _remake, (type(self), fields)

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __repr__(self) -> str:
        fields = ', '.join(
            f'{name}={value!r}'
            for name, value in vars(self).items()
            if not _is_same(value, self._defaults.get(name, MISSING))
        )
        return f'{type(self).__name__}({fields})'

    def problems(self) -> Iterator[str]:
        """Yield one sentence for each problem, with a hint."""
        if self._unknown:
            import difflib  # Only for an error: it takes a millisecond.

        for name in self._unknown:
            near = difflib.get_close_matches(name, self._defaults, 1)
            hint = f'did you mean {near[0]!r}?' if near else 'remove it'
            yield f'{name!r} is not a field of {type(self).__name__}; {hint}'
        for name, default in self._defaults.items():
            if default is MISSING and getattr(self, name) is MISSING:
                hint = self._hints.get(name, f'write {name}=...')
                yield f'{name} is missing; {hint}'


class Checked(Data):
    """Data that raises when it is created with problems.

    :cvar _identifier: field that names the object in an error
    :raises workarounds.exceptions.DeclarationError: the object has problems;
        the error lists all of them
    """

    _identifier: ClassVar = 'name'

    def _made(self) -> None:
        problems = list(self.problems())
        if problems:
            name = getattr(self, self._identifier)
            name = 'unnamed' if name is MISSING else name
            kind = type(self).__name__
            raise exceptions.DeclarationError(f'{kind} {name}', problems)


def _remake(cls: type[Data], fields: Mapping[str, Any]) -> Data:
    return cls(**fields)


def _is_same(value: Any, default: Any) -> bool:
    # oslo.config 9.3.0 cannot compare an option with None.
    return type(value) is type(default) and bool(value == default)


def _frozen(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(value)
    if isinstance(value, dict):
        return types.MappingProxyType(dict(value))
    return value
