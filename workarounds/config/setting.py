# SPDX-License-Identifier: Apache-2.0
"""The setting of an option: its value, its origin, and what may be shown."""

import dataclasses
from typing import Any

from oslo_config import cfg

from workarounds import _text
from workarounds import exceptions
from workarounds.config import help_text
from workarounds.config import lookup
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import ConfigFiles
from workarounds.config.origin import Origin
from workarounds.declarations import defaults
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.toggle import OptionName


@dataclasses.dataclass(frozen=True)
class Setting:
    """One option in a configuration.

    :param option: name of the option, with its group
    :param value: the value, which can be secret
    :param shown: the part of the value that an output or a log may show
    :param origin: what set the value
    :param error: why the value is invalid, or unresolved; ``value`` is then
        ``None``
    :param repeats_default: whether deleting the setting would change nothing
    :param is_default_known: whether it is known which default the release has;
        otherwise that of the newest release is assumed
    """

    option: OptionName
    opt: cfg.Opt
    value: Any = dataclasses.field(repr=False)
    shown: str
    origin: Origin
    error: exceptions.InvalidValueError | None = None
    repeats_default: bool = False
    is_default_known: bool = True

    @property
    def is_unresolved(self) -> bool:
        """Whether only the service knows the value."""
        is_reference = isinstance(
            self.error, exceptions.UnresolvedReferenceError
        )
        return is_reference or not (self.is_set or self.is_default_known)

    @property
    def invalid(self) -> exceptions.InvalidValueError | None:
        """Why the option does not accept the value, if it is known here."""
        return None if self.is_unresolved else self.error

    @property
    def is_set(self) -> bool:
        """Whether a value was set, even if it is the default."""
        return self.origin.kind != 'default'

    @property
    def is_default(self) -> bool:
        """Whether the value is the default."""
        default = declaration_toggle.default_of(self.opt)
        return self.error is None and bool(self.value == default)


def read(
    workaround: Workaround,
    option: OptionName,
    conf: cfg.ConfigOpts,
    files: ConfigFiles,
) -> Setting:
    """Return the setting of one option of a workaround.

    :param option: name of the option, which is registered on ``conf``
    :param files: files that ``conf`` has read
    """
    value, error = None, None
    try:
        value = lookup.read_option(workaround, option, conf)
    except exceptions.InvalidValueError as caught:
        error = caught
    opt = oslo_internals.get_registered_opt(conf, option)
    origin = config_origin.find_origin(conf, option, files)
    shown = config_origin.show_value(
        conf, option, value, origin, files, error=error
    )
    setting = Setting(option, opt, value, shown, origin, error)
    return dataclasses.replace(
        setting, repeats_default=_repeats_default(setting, files)
    )


def in_release(
    setting: Setting,
    workaround: Workaround,
    release: str | None,
    files: ConfigFiles,
) -> Setting:
    """Return the setting of a toggle with the default of a release.

    :param release: release of the project, ``None`` if not known
    """
    opt = defaults.in_release(setting.opt, workaround.former_defaults, release)
    is_changed_by_service = not setting.is_set and setting.origin.detail
    if opt is setting.opt or is_changed_by_service:
        return setting
    if opt is None:
        found = dataclasses.replace(setting, is_default_known=False)
        if setting.is_set:
            return found
        error = _unknown_default(setting, workaround, release)
        return dataclasses.replace(found, value=None, error=error)
    found = dataclasses.replace(setting, opt=opt)
    if not setting.is_set:
        value = declaration_toggle.default_of(opt)
        shown = setting.shown if opt.secret else _text.excerpt(value)
        return dataclasses.replace(found, value=value, shown=shown, error=None)
    return dataclasses.replace(
        found, repeats_default=_repeats_default(found, files)
    )


def _unknown_default(
    setting: Setting, workaround: Workaround, release: str | None
) -> exceptions.InvalidValueError:
    why = 'the release is not known'
    if release is not None:
        why = f'the release {release} cannot be compared'
    return exceptions.InvalidValueError(
        f'{setting.option}: by default '
        f'{help_text.defaults(workaround, setting.opt)}, and {why}'
    )


def _repeats_default(setting: Setting, files: ConfigFiles) -> bool:
    origin, opt = setting.origin, setting.opt
    if origin.kind not in ('file', 'environment') or not setting.is_default:
        return False
    if opt.multi:
        # A list option collects the values of all its lines.
        return True
    names = config_origin.names_in_files(setting.option.group, opt)
    default = declaration_toggle.default_of(opt)
    for entry in files.find_entries(names):
        is_what_counts = (origin.detail, origin.line) == (
            entry.file,
            entry.line,
        )
        try:
            if not is_what_counts and opt.type(entry.value) != default:
                return False
        except ValueError:
            return False
    return True
