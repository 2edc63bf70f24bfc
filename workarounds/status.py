# SPDX-License-Identifier: Apache-2.0
"""The value of each workaround, its origin, and whether it has expired.

The log, the command and the reports all read it, so that they never disagree.
"""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import datetime
import types

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import detection as config_detection
from workarounds.config import reading
from workarounds.config import registered
from workarounds.config import setting as config_setting
from workarounds.config.detection import Detection
from workarounds.config.files import ConfigFiles
from workarounds.config.setting import Setting
from workarounds.declarations import expiry
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import Detected

__all__ = (
    'Setting',
    'Status',
    'WorkaroundStatus',
    'read',
)


@dataclasses.dataclass(frozen=True)
class WorkaroundStatus:
    """One workaround in one configuration, on one day.

    A workaround whose toggle is in several groups has a status for each group.

    :param workaround: the declaration
    :param group: group of the toggle
    :param toggle: option of the toggle; ``None`` without an option
    :param params: options of the parameters
    :param detection: result of the project's predicate, if it has one
    :param is_expired: whether the expiry has been reached
    :param release: release of the project of the code, ``None`` if not known
    """

    workaround: Workaround
    group: str
    toggle: Setting | None
    params: Sequence[Setting]
    detection: Detection | None
    is_expired: bool = False
    release: str | None = None

    @property
    def is_in_release(self) -> bool | None:
        """Whether the release has the code; ``None`` if not known."""
        return self.workaround.is_in(self.release)

    @property
    def is_on(self) -> bool | None:
        """Whether the workaround is on; ``None`` if its value is invalid."""
        if self.toggle is None:
            return self.detection is None or self.detection.is_on
        if self.toggle.error is not None:
            return None
        return self.workaround.is_on(self.toggle.value)

    @property
    def settings(self) -> Sequence[Setting]:
        """All options: the toggle, if there is one, and the parameters."""
        return (*([] if self.toggle is None else [self.toggle]), *self.params)

    @property
    def label(self) -> str:
        """The name, and the option of the toggle if that has another name."""
        name, toggle = self.workaround.name, self.toggle
        if toggle is None or toggle.option.name == name:
            return name
        return f'{name} (option {toggle.option.name})'

    @property
    def set_in(self) -> str:
        """The origin of the state, in a few words."""
        if self.toggle is not None:
            return str(self.toggle.origin)
        return 'always on' if self.detection is None else 'detection'

    @property
    def state(self) -> str:
        """One of ``on``, ``off``, ``unknown``, ``invalid`` and ``absent``.

        ``unknown`` means that only the service knows the value, or that its
        default depends on the release, which is not known; ``absent`` that the
        release does not have the workaround.
        """
        if self.is_in_release is False:
            return 'absent'
        if self.toggle is not None and self.toggle.is_unresolved:
            return 'unknown'
        return {True: 'on', False: 'off', None: 'invalid'}[self.is_on]


@dataclasses.dataclass(frozen=True)
class Status:
    """All workarounds of a registry in one configuration, on one day.

    :param workarounds: status of each workaround
    :param files: files of the configuration
    :param service_version: version of the service, ``None`` if not known
    :param library_versions: versions of libraries, by distribution
    """

    workarounds: Sequence[WorkaroundStatus]
    files: ConfigFiles
    service_version: str | None
    library_versions: Mapping[str, str] = dataclasses.field(
        default_factory=dict
    )

    def release_of(
        self, declaration: Declaration, registry: Registry
    ) -> str | None:
        """Return the release to evaluate a declaration for, if known."""
        library = registry.library_of(declaration)
        if library is None:
            return self.service_version
        return self.library_versions.get(library)

    def get(self, name: str, group: str | None = None) -> WorkaroundStatus:
        """Return the status of one workaround.

        :param name: name of the workaround
        :param group: group of its toggle, if it has several
        :raises workarounds.exceptions.UnknownWorkaroundError: no workaround
            has that name
        :raises workarounds.exceptions.UnknownGroupError: the toggle has
            several groups, and ``group`` is none of them
        """
        statuses = [
            status
            for status in self.workarounds
            if status.workaround.name == name
        ]
        if not statuses:
            raise exceptions.UnknownWorkaroundError(
                f'no workaround is called {name!r}'
            )
        chosen = [
            status for status in statuses if group in (None, status.group)
        ]
        if len(chosen) != 1:
            groups = ', '.join(status.group for status in statuses)
            raise exceptions.UnknownGroupError(
                f'{name}: the groups of its toggle are {groups}; give one'
            )
        return chosen[0]


def read(
    registry: Registry,
    conf: cfg.ConfigOpts,
    *,
    today: datetime.date,
    service_version: str | None = None,
    library_versions: Mapping[str, str] = types.MappingProxyType({}),
    is_running: bool = False,
) -> Status:
    """Read the status of all live workarounds.

    For example::

        conf = cfg.ConfigOpts()
        options.register_opts(conf, registry)
        conf(['--config-file=/etc/nova/nova.conf'])
        for workaround in status.read(registry, conf, today=today).workarounds:
            print(workaround.workaround.name, workaround.state)

    :param registry: the declarations
    :param conf: the configuration, after it has read its files
    :param today: day that expiry dates are compared with
    :param service_version: release that everything is assessed for
    :param library_versions: versions of the libraries whose catalogues the
        registry has, by distribution
    :param is_running: whether this process is the service: ``conf`` then has
        the defaults of its release, whatever its version is
    :raises workarounds.exceptions.NotRegisteredError: ``register_opts`` was
        not called on ``conf``
    """
    status = Status(
        [],
        reading.read_config_files(conf),
        service_version,
        library_versions,
    )
    workarounds: list[WorkaroundStatus] = []
    for workaround in registry:
        release = status.release_of(workaround, registry)
        is_expired = expiry.is_over(
            workaround.expires, today=today, service_version=release
        )
        for group in registered.groups_of(conf, workaround):
            found = dataclasses.replace(
                _read_workaround(workaround, group, conf, status.files),
                is_expired=is_expired,
                release=release,
            )
            if not is_running:
                found = _in_release(found, status.files)
            workarounds.append(found)
    return dataclasses.replace(status, workarounds=workarounds)


def _read_workaround(
    workaround: Workaround,
    group: str,
    conf: cfg.ConfigOpts,
    files: ConfigFiles,
) -> WorkaroundStatus:
    settings = [
        config_setting.read(workaround, option, conf, files)
        for option in workaround.option_names_in(group)
    ]
    toggle = None if workaround.option is None else settings.pop(0)
    detection = None
    if isinstance(workaround.toggle, Detected):
        detection = config_detection.detect(workaround.name, workaround.toggle)
    return WorkaroundStatus(workaround, group, toggle, settings, detection)


def _in_release(
    status: WorkaroundStatus, files: ConfigFiles
) -> WorkaroundStatus:
    """Return a status with the default that the release has."""
    if status.toggle is None:
        return status
    toggle = config_setting.in_release(
        status.toggle, status.workaround, status.release, files
    )
    return dataclasses.replace(status, toggle=toggle)
