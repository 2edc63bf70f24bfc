# SPDX-License-Identifier: Apache-2.0
"""Workarounds that a test sets, and their restoration."""

from collections.abc import Iterable
from typing import Any

from oslo_config import cfg
from oslo_config import types

from workarounds import _text
from workarounds import exceptions
from workarounds.config import detection
from workarounds.config import help_text
from workarounds.config import lookup
from workarounds.config import options
from workarounds.config import oslo_internals
from workarounds.config import registered
from workarounds.config.detection import Detection
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import Detected
from workarounds.declarations.toggle import OptionName

_NOT_SET = oslo_internals.NOT_SET


class Overrides:
    """The changes of one test, undone at its end.

    :param registry: the declarations
    :param conf: configuration object; options that are not yet registered on
        it are registered
    """

    def __init__(self, registry: Registry, conf: cfg.ConfigOpts) -> None:
        options.register_opts(conf, registry)
        self._registry = registry
        self._conf = conf
        self._before = {
            option: oslo_internals.get_override(conf, option)
            for workaround in registry
            for group in registered.groups_of(conf, workaround)
            for option in workaround.option_names_in(group)
        }
        self._own: set[OptionName] = set()
        self._detections: dict[Detected, Detection | None] = {}

    def set_workaround(
        self,
        name: str,
        wanted: Any,
        group: str | None = None,
        **params: Any,
    ) -> None:
        """Turn a workaround on or off, whatever its option and polarity.

        :param name: name of the workaround
        :param wanted: True for on, False for off; or a value of a toggle that
            is not boolean
        :param group: group of the toggle, if it has several
        :param params: values of parameters, by key
        :raises workarounds.exceptions.UnknownWorkaroundError: no workaround
            has that name
        :raises workarounds.exceptions.RemovedWorkaroundError: the workaround
            was removed
        :raises workarounds.exceptions.UnknownParamError: the workaround has no
            such parameter
        :raises workarounds.exceptions.UnknownGroupError: the toggle has
            several groups, and ``group`` is none of them
        :raises workarounds.exceptions.InvalidValueError: the toggle or a
            parameter does not accept the value
        """
        workaround = self._registry.get(name)
        if isinstance(workaround.toggle, Detected):
            self._set_detection(workaround, workaround.toggle, wanted)
        else:
            value = _toggle_value(workaround, wanted)
            if workaround.option is not None:
                group = lookup.choose_group(workaround, self._conf, group)
                option = OptionName(group, workaround.option)
                self._set(workaround, option, value)
        self.set_params(name, group, **params)

    def set_params(
        self, name: str, group: str | None = None, **params: Any
    ) -> None:
        """Set parameters of a workaround, by their keys.

        :raises workarounds.exceptions.WorkaroundError: as
            :meth:`set_workaround`
        """
        workaround = self._registry.get(name)
        for key, value in params.items():
            own_group, opt = workaround.param(key)
            if own_group is None:
                own_group = lookup.choose_group(workaround, self._conf, group)
            self._set(workaround, OptionName(own_group, opt.dest), value)

    def _set_detection(
        self, workaround: Workaround, detected: Detected, wanted: Any
    ) -> None:
        if not isinstance(wanted, bool):
            raise _wrong_value(workaround, wanted, 'True or False')
        before = detection.replace(detected, Detection(wanted))
        self._detections.setdefault(detected, before)

    def _set(
        self, workaround: Workaround, option: OptionName, value: Any
    ) -> None:
        if option not in self._before:
            # Declared after this object was made.
            options.register_opts(self._conf, self._registry)
            self._before[option] = self._get_override(option)
        if not self._set_override(option, value):
            # Raised here, not where the code under test reads the option.
            opt = oslo_internals.get_registered_opt(self._conf, option)
            raise exceptions.InvalidValueError(
                f"{workaround.name}: {option} cannot be '"
                f"{_text.excerpt(value)}'; accepted: "
                f'{help_text.accepted(opt)}'
            )
        self._own.add(option)

    def _set_override(self, option: OptionName, value: Any) -> bool:
        """Set an override, and return whether oslo.config accepts it."""
        group = oslo_internals.group_argument(option.group)
        try:
            self._conf.set_override(option.name, value, group)
        except ValueError:
            return False
        return True

    def restore(self) -> None:
        """Restore the former values, even if other code has changed them.

        oslo.config's own fixture may change them too, and restore its values
        before or after this fixture.
        """
        for detected, before in self._detections.items():
            detection.replace(detected, before)
        self._detections.clear()
        for option in self._own:
            self._restore_option(option)
        self._own.clear()

    def check_restored(self) -> None:
        """Check that all options have their former values.

        :raises workarounds.exceptions.LeakedOverrideError: an option has
            changed; it is restored before the error is raised
        """
        leaked = [
            option
            for option, value in self._before.items()
            if not self._has(option, value)
        ]
        for option in leaked:
            self._restore_option(option)
        if leaked:
            raise exceptions.LeakedOverrideError(
                f'changed by set_override and not restored: '
                f'{", ".join(map(str, leaked))}; set workarounds in tests '
                f'only through the fixture'
            )

    def _has(self, option: OptionName, value: Any) -> bool:
        """Return whether an option has an override."""
        return _is_same(self._get_override(option), value)

    def _get_override(self, option: OptionName) -> Any:
        return oslo_internals.get_override(self._conf, option)

    def _restore_option(self, option: OptionName) -> None:
        before = self._before[option]
        group = oslo_internals.group_argument(option.group)
        if before is _NOT_SET:
            self._conf.clear_override(option.name, group)
        else:
            self._conf.set_override(option.name, before, group)


def _is_same(value: Any, other: Any) -> bool:
    return value is other or (
        value is not _NOT_SET
        and other is not _NOT_SET
        and bool(value == other)
    )


def _toggle_value(workaround: Workaround, wanted: Any) -> Any:
    """Return the value of the toggle that turns a workaround on or off.

    :param wanted: True, False, or a value
    """
    opt = options.toggle(workaround)
    if opt is None:
        if wanted is not True:
            raise _wrong_value(
                workaround, wanted, 'True, because it is always on'
            )
        return True
    if isinstance(opt.type, types.Boolean) and not opt.multi:
        if not isinstance(wanted, bool):
            raise _wrong_value(workaround, wanted, 'True or False')
        return wanted is (workaround.polarity == 'enabled_by')
    if declaration_toggle.is_list(opt):
        return _list_value(workaround, wanted)
    if wanted is False:
        return workaround.off_values[0]
    if wanted is True:
        default = declaration_toggle.default_of(opt)
        if not workaround.is_on(default):
            raise _wrong_value(workaround, wanted, 'a value that turns it on')
        return default
    return wanted


def _list_value(workaround: Workaround, wanted: Any) -> Any:
    if isinstance(wanted, bool):
        if wanted is (workaround.polarity == 'enabled_by'):
            raise _wrong_value(workaround, wanted, 'a list of values')
        return []
    if isinstance(wanted, str) or not isinstance(wanted, Iterable):
        raise _wrong_value(workaround, wanted, 'a list of values')
    return list(wanted)


def _wrong_value(
    workaround: Workaround, wanted: Any, expected: str
) -> exceptions.InvalidValueError:
    return exceptions.InvalidValueError(
        f"{workaround.name} cannot be set to '{_text.excerpt(wanted)}' in a "
        f'test; give {expected}'
    )
