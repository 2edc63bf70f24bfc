# SPDX-License-Identifier: Apache-2.0
"""The remote sources that a service reads in addition to its files."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses

from oslo_config import cfg

from workarounds import _text
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import ConfigFiles
from workarounds.config.origin import Origin
from workarounds.declarations.toggle import OptionName

_OPTION = OptionName('DEFAULT', 'config_source')
_SCHEMES = ('http://', 'https://')


@dataclasses.dataclass(frozen=True)
class RemoteSources:
    """The value of ``config_source``: sections, each with driver and uri.

    :param origin: what sets it
    :param names: the sections
    :param addresses: addresses of the sources, without user and password
    """

    origin: Origin
    names: Sequence[str] = ()
    addresses: Sequence[str] = ()

    @property
    def is_reference(self) -> bool:
        """Whether the value refers to another option, which is not known."""
        return any('$' in name for name in self.names)

    @property
    def shown(self) -> str:
        """The sections and addresses in brackets, if there are any.

        Text that is not a name is left out: it can be the value of another
        option.
        """
        names = filter(_text.is_name, self.names)
        shown = ', '.join([*names, *self.addresses])
        return f' ({shown})' if shown else ''

    def leave_out(self, conf: cfg.ConfigOpts) -> None:
        """Make a configuration object read no remote sources."""
        conf.set_override(_OPTION.name, [])

    def describe_unread(
        self, conf: cfg.ConfigOpts, *, fetch: bool, needs_lines: bool
    ) -> str:
        """Return which sources were not read, and the cure; empty if none.

        :param fetch: whether they were to be read
        :param needs_lines: whether all lines count, not only the values of
            registered options, which is all that oslo.config keeps
        """
        if not self.names:
            return ''
        if self.is_reference:
            return (
                f'{self.origin}: config_source refers to another option with '
                f'$, so remote sources are not read; write the names of their '
                f'sections'
            )
        if not fetch:
            return (
                f'{self.origin}: the sources in config_source{self.shown} are '
                f'not read; give --fetch-sources to fetch them over the '
                f'network'
            )
        missing = oslo_internals.count_missing_sources(conf)
        if not missing and not needs_lines:
            return ''
        if not missing:
            return (
                f'{self.origin}: of the sources in config_source{self.shown} '
                f'only the values are read, so a removed, misspelt or '
                f'misplaced option there is not found; save a copy of each '
                f'and give it with --config-file'
            )
        return (
            f'{self.origin}: {missing} of the sources in config_source'
            f'{self.shown} cannot be read; check driver and uri in the '
            f'section of each'
        )


def find_remote_sources(
    files: ConfigFiles, environ: Mapping[str, str]
) -> RemoteSources:
    """Find the remote sources that files or a variable name."""
    variable = config_origin.environment_variable(_OPTION)
    entry = files.find_entry([_OPTION])
    if variable in environ:
        origin, value = Origin('environment', variable), environ[variable]
    elif entry is not None:
        origin = Origin('file', entry.file, entry.line)
        value = entry.value
    else:
        return RemoteSources(Origin('default'))
    names = [name.strip() for name in value.split(',') if name.strip()]
    return RemoteSources(origin, names, list(_find_addresses(files, names)))


def _find_addresses(files: ConfigFiles, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        entry = files.find_entry([OptionName(name, 'uri')])
        # Other text is left out: a password in it could not be recognised.
        if entry is not None and entry.value.startswith(_SCHEMES):
            yield _text.excerpt(entry.value).split()[0]
