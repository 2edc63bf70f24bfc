# SPDX-License-Identifier: Apache-2.0
"""Workarounds that are set for a test, and restored after it."""

from collections.abc import Iterable
from typing import Any

from oslo_config import cfg
from oslo_config import types

from workarounds import _text
from workarounds import exceptions
from workarounds.config import help_text
from workarounds.config import options
from workarounds.config import oslo_internals
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry

_NOT_SET = oslo_internals.NOT_SET


class Overrides:
    """The changes of one test, to be undone at its end.

    :param registry: the declarations
    :param conf: the configuration object; the options are registered on it if
        they are not yet
    """

    def __init__(self, registry: Registry, conf: cfg.ConfigOpts) -> None:
        options.register_opts(conf, registry)
        self._registry = registry
        self._conf = conf
        self._before = {
            option: oslo_internals.get_override(conf, option)
            for workaround in registry
            for option in workaround.options
        }
        self._own: dict[str, Any] = {}

    def set_workaround(
        self, name: str, wanted: bool | Iterable[str], **params: Any
    ) -> None:
        """Turn a workaround on or off, whatever its option and polarity.

        :param name: the workaround's name
        :param wanted: True for on, False for off; for a toggle that is a
            list, the values that turn it on
        :param params: values of its parameters, by their keys
        :raises workarounds.exceptions.UnknownWorkaroundError: nothing of that
            name is declared
        :raises workarounds.exceptions.RemovedWorkaroundError: it was removed
        :raises workarounds.exceptions.UnknownParamError: it has no such
            parameter
        :raises workarounds.exceptions.InvalidValueError: the toggle or a
            parameter does not accept the value
        """
        workaround = self._registry.get(name)
        self._set(
            workaround, workaround.option, _toggle_value(workaround, wanted)
        )
        self.set_params(name, **params)

    def set_params(self, name: str, **params: Any) -> None:
        """Set parameters of a workaround, by their keys.

        :raises workarounds.exceptions.WorkaroundError: as
            :meth:`set_workaround`
        """
        workaround = self._registry.get(name)
        for key, value in params.items():
            self._set(workaround, workaround.param(key).dest, value)

    def _set(self, workaround: Workaround, option: str, value: Any) -> None:
        if option not in self._before:
            # Declared after this object was made.
            options.register_opts(self._conf, self._registry)
            self._before[option] = self._get_override(option)
        if not self._set_override(option, value):
            # Raised here, not where the code under test reads the option.
            opt = oslo_internals.get_registered_opt(self._conf, option)
            raise exceptions.InvalidValueError(
                f'{workaround.name}: [{oslo_internals.GROUP}] {option} cannot '
                f"be '{_text.excerpt(value)}'; accepted: "
                f'{help_text.accepted(opt)}'
            )
        self._own[option] = self._get_override(option)

    def _set_override(self, option: str, value: Any) -> bool:
        """Set an override, and return whether oslo.config accepts it."""
        try:
            self._conf.set_override(option, value, oslo_internals.GROUP)
        except ValueError:
            return False
        return True

    def restore(self) -> None:
        """Restore the values from before.

        :raises workarounds.exceptions.LeakedOverrideError: one of the same
            options was changed by other means and not restored; it is
            restored nevertheless
        """
        leaked = [
            option
            for option, value in self._own.items()
            if not _is_same(self._get_override(option), value)
        ]
        for option in self._own:
            self._restore_option(option)
        self._own.clear()
        _raise_if_leaked(leaked)

    def check_untouched(self) -> None:
        """Check the options that were not set through this object.

        :raises workarounds.exceptions.LeakedOverrideError: one of them has
            changed; it is restored nevertheless
        """
        leaked = [
            option
            for option, value in self._before.items()
            if option not in self._own
            and not _is_same(self._get_override(option), value)
        ]
        for option in leaked:
            self._restore_option(option)
        _raise_if_leaked(leaked)

    def _get_override(self, option: str) -> Any:
        return oslo_internals.get_override(self._conf, option)

    def _restore_option(self, option: str) -> None:
        before = self._before[option]
        if before is _NOT_SET:
            self._conf.clear_override(option, oslo_internals.GROUP)
        else:
            self._conf.set_override(option, before, oslo_internals.GROUP)


def _is_same(one: Any, other: Any) -> bool:
    return one is other or (
        one is not _NOT_SET and other is not _NOT_SET and bool(one == other)
    )


def _raise_if_leaked(leaked: list[str]) -> None:
    if leaked:
        raise exceptions.LeakedOverrideError(
            f'changed by set_override and not restored: '
            f'{", ".join(f"[workarounds] {option}" for option in leaked)}; '
            f'set workarounds in tests only through the fixture'
        )


def _toggle_value(workaround: Workaround, wanted: bool | Iterable[str]) -> Any:
    toggle = workaround.toggle
    is_list = isinstance(toggle, cfg.Opt) and isinstance(
        toggle.type, types.List
    )
    if isinstance(wanted, bool):
        toggle_value = wanted is (workaround.polarity == 'enabled_by')
        if not is_list:
            return toggle_value
        if not toggle_value:
            return []
    elif is_list and not isinstance(wanted, str):
        return list(wanted)
    expected = 'a list of values' if is_list else 'True or False'
    raise exceptions.InvalidValueError(
        f"{workaround.name} cannot be set to '{_text.excerpt(wanted)}' in a "
        f'test; give {expected}'
    )
