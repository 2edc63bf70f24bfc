# SPDX-License-Identifier: Apache-2.0
"""What each workaround is set to, where, and whether it has expired.

Every reader (the log, the command, reports) builds on this and on nothing
else, so that they never disagree.
"""

from collections.abc import Sequence
import dataclasses
import datetime
from typing import Any

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import files as config_files
from workarounds.config import lookup
from workarounds.config import options as config_options
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import ConfigFiles
from workarounds.config.origin import Origin
from workarounds.declarations import expiry
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry


@dataclasses.dataclass(frozen=True)
class Setting:
    """One option as the configuration has it.

    :param value: the value itself, which can hold what is secret
    :param shown: what an output or a log may show of it
    :param error: why the value cannot be understood; ``value`` is then None
    """

    opt: cfg.Opt
    value: Any = dataclasses.field(repr=False)
    shown: str
    origin: Origin
    error: exceptions.InvalidValueError | None = None

    @property
    def is_set(self) -> bool:
        """Whether somebody set it, be it to its default."""
        return self.origin.kind != 'default'

    @property
    def is_default(self) -> bool:
        """Whether it holds what it holds when nobody sets it."""
        return self.error is None and bool(self.value == self.opt.default)


@dataclasses.dataclass(frozen=True)
class WorkaroundStatus:
    """One workaround on one configuration, on one day.

    :param is_expired: somebody should have looked at it by now
    """

    workaround: Workaround
    toggle: Setting
    params: Sequence[Setting]
    is_expired: bool

    @property
    def is_on(self) -> bool | None:
        """Whether it is on; ``None`` if the toggle cannot be understood."""
        if self.toggle.error is not None:
            return None
        return self.workaround.is_on(self.toggle.value)

    @property
    def state(self) -> str:
        """Whether it is on, in a word."""
        return {True: 'on', False: 'off', None: 'invalid'}[self.is_on]


@dataclasses.dataclass(frozen=True)
class Status:
    """All workarounds of a registry on one configuration, on one day.

    :param service_version: the service's version, ``None`` if nobody says
    """

    workarounds: Sequence[WorkaroundStatus]
    files: ConfigFiles
    service_version: str | None

    def get(self, name: str) -> WorkaroundStatus:
        """Return the status of one workaround.

        :raises KeyError: there is none of that name
        """
        for status in self.workarounds:
            if status.workaround.name == name:
                return status
        raise KeyError(name)


def read(
    registry: Registry,
    conf: cfg.ConfigOpts,
    *,
    today: datetime.date,
    service_version: str | None = None,
) -> Status:
    """Read the status of all live workarounds.

    Such as::

        conf = cfg.ConfigOpts()
        options.register_opts(conf, registry)
        conf(['--config-file=/etc/nova/nova.conf'])
        for workaround in status.read(registry, conf, today=today).workarounds:
            print(workaround.workaround.name, workaround.state)

    :param registry: the declarations
    :param conf: after it has read its files
    :param today: what dates of expiry are compared with
    :param service_version: what versions of expiry are compared with, and
        the releases that removed options
    :raises workarounds.exceptions.NotRegisteredError: ``register_opts`` was
        not called on ``conf``
    """
    files = config_files.read_config_files(conf)
    workarounds = []
    for workaround in registry:
        options = (config_options.toggle(workaround), *workaround.params)
        settings = [
            _setting(workaround, opt.dest, conf, files) for opt in options
        ]
        expired = expiry.is_over(
            workaround.expires, today=today, service_version=service_version
        )
        workarounds.append(
            WorkaroundStatus(workaround, settings[0], settings[1:], expired)
        )
    return Status(workarounds, files, service_version)


def _setting(
    workaround: Workaround,
    option: str,
    conf: cfg.ConfigOpts,
    files: ConfigFiles,
) -> Setting:
    value, error = None, None
    try:
        value = lookup.read_option(workaround, option, conf)
    except exceptions.InvalidValueError as caught:
        error = caught
    opt = oslo_internals.get_registered_opt(conf, option)
    origin = config_origin.find_origin(conf, opt, files)
    shown = config_origin.show_value(conf, opt, value, origin, files)
    return Setting(opt, value, shown, origin, error)
