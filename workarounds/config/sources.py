# SPDX-License-Identifier: Apache-2.0
"""Find and read the configuration files of a service."""

from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import dataclasses
import io
import os
import tempfile

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import file_text
from workarounds.config import reading
from workarounds.config import remote_sources
from workarounds.config.files import ConfigFiles
from workarounds.config.remote_sources import RemoteSources


@dataclasses.dataclass(frozen=True)
class Sources:
    """The files and directories to read.

    :param looked_for: the files that were looked for if none was named
    :param errors: why some files of the service may not have been found
    """

    files: Sequence[str]
    directories: Sequence[str] = ()
    project: str | None = None
    looked_for: str = ''
    errors: Sequence[exceptions.ConfigFileError] = ()

    @property
    def is_any(self) -> bool:
        """Whether there are files to read, or may be."""
        return bool(self.files or self.directories or self.errors)


def find_sources(
    project: str | None,
    files: Sequence[str],
    directories: Sequence[str],
    prog: str | None = None,
) -> Sources:
    """Find the files of the service, as oslo.config does.

    :param project: oslo.config's name of the service; ``None`` if it is not
        known
    :param files: the files that the user named; if there are any, or
        ``directories``, no others are looked for
    :param prog: the program, which has files of its own
    """
    if files or directories:
        return Sources(files, directories)
    if project is None:
        return Sources([], [], looked_for='the service is not known')
    program = prog or project
    return Sources(
        _without_duplicates(cfg.find_config_files(project, program)),
        _without_duplicates(cfg.find_config_dirs(project, program)),
        project,
        looked_for=f'{_names(project, program)} in ~/.{project}, ~, '
        f'/etc/{project} or /etc',
        errors=list(_hidden_files(project, program)),
    )


def _names(project: str, prog: str) -> str:
    return ' or '.join(dict.fromkeys((f'{project}.conf', f'{prog}.conf')))


def _hidden_files(
    project: str, prog: str
) -> Iterator[exceptions.ConfigFileError]:
    """Yield an error for each directory that only the service may read.

    oslo.config treats the files in it as missing: ``/etc/nova`` is often
    closed to other users. Home directories are left out, because the service
    reads its own and not that of the user.
    """
    denied: dict[str, exceptions.ConfigFileError] = {}
    for extension in ('.conf', '.conf.d'):
        for name in (project, prog):
            for parent, error in _hidden(project, f'{name}{extension}'):
                denied.setdefault(parent, error)
    yield from denied.values()


def _hidden(
    project: str, name: str
) -> Iterator[tuple[str, exceptions.ConfigFileError]]:
    """Yield the directories that hide a file, up to the first visible one."""
    # In oslo.config's order.
    parents = [os.path.join('/etc', project), '/etc']
    for snap in ('SNAP_COMMON', 'SNAP'):
        if os.environ.get(snap):
            parents.append(os.path.join(os.environ[snap], 'etc', project))
    for parent in parents:
        path = os.path.join(parent, name)
        try:
            os.stat(path)
        except PermissionError as error:
            yield parent, file_text.make_error(path, error)
        except OSError:
            continue
        else:
            return


def _without_duplicates(paths: list[str]) -> list[str]:
    return list(dict.fromkeys(paths))


def parse_sources(
    conf: cfg.ConfigOpts,
    sources: Sources,
    *,
    fetch: bool = False,
    needs_lines: bool = False,
) -> list[str]:
    """Make a configuration object read the sources.

    Such as::

        conf = cfg.ConfigOpts()
        options.register_opts(conf, registry)
        sources.parse_sources(conf, sources.Sources(['nova.conf']))

    Unlike ``conf(...)``, it raises one kind of error for whatever an operator
    wrote, and the error quotes no value of another option.

    :param fetch: read the remote sources too that ``config_source`` names,
        over the network
    :param needs_lines: whether all lines are checked, which remote sources do
        not show, or only the values of registered options are read. If lines
        cannot be parsed, the others are read only for this
    :returns: what is not read, and why; empty if nothing
    :raises workarounds.exceptions.ConfigFileError: one of them cannot be
        read, with the file and the line of each
    """
    # Checked first: oslo.config passes on Python's own errors for a file that
    # cannot be read or is not UTF-8, and ignores a directory.
    read = reading.read_sources(
        [
            *(('file', path) for path in sources.files),
            *(('dir', path) for path in sources.directories),
        ]
    )
    errors = [
        *map(str, [*sources.errors, *read.errors]),
        *_empty_directories(sources),
    ]
    is_judged = needs_lines and read.has_all and not sources.errors
    if errors and not (is_judged and len(errors) == len(read.errors)):
        raise exceptions.ConfigFileError('\n'.join(errors))
    remote = remote_sources.find_remote_sources(read, os.environ)
    if remote.is_reference or not fetch:
        remote.leave_out(conf)
    with _readable_copies(sources, read) as copies:
        problem = _call(conf, copies, remote)
    if problem:
        paths = ', '.join(file.path for file in read.files)
        raise exceptions.ConfigFileError(f'{paths}: {problem}')
    if errors:
        reading.remember(conf, read)
        errors.append('the other lines are read as if these were deleted')
    unread = remote.describe_unread(conf, fetch=fetch, needs_lines=needs_lines)
    return [*errors, unread] if unread else errors


@contextlib.contextmanager
def _readable_copies(sources: Sources, read: ConfigFiles) -> Iterator[Sources]:
    """Copy the files with lines that cannot be parsed, without these lines.

    oslo.config reads no other line of such a file.
    """
    if not read.errors:
        yield sources
        return
    with contextlib.ExitStack() as stack:
        paths = []
        for file in read.files:
            paths.append(file.path)
            if file.readable_text is not None:
                copy = stack.enter_context(
                    tempfile.NamedTemporaryFile('w', encoding='utf-8')
                )
                copy.write(file.readable_text)
                copy.flush()
                paths[-1] = copy.name
        yield dataclasses.replace(sources, files=paths, directories=())


def _empty_directories(sources: Sources) -> Iterator[str]:
    """Yield the problems of directories that a user named.

    Those of a service may be empty, as its packages ship them.
    """
    for directory in () if sources.project else sources.directories:
        with contextlib.suppress(exceptions.ConfigFileError):
            if not reading.list_directory(directory):
                yield f'{directory}: has no *.conf file; check the path'


def _call(
    conf: cfg.ConfigOpts, sources: Sources, remote: RemoteSources
) -> str:
    """Call a configuration object, and return an error message, if any.

    The errors of oslo.config are not used: they quote values.
    """
    arguments = [f'--config-file={path}' for path in sources.files]
    arguments += [f'--config-dir={path}' for path in sources.directories]
    try:
        # Before it exits, it writes the values that it does not accept.
        with contextlib.redirect_stderr(io.StringIO()):
            conf(
                arguments,
                project=sources.project,
                prog='workarounds',
                default_config_files=[],
                default_config_dirs=[],
            )
    except UnicodeError:
        return (
            'oslo.config reads files in the encoding of the locale, which is '
            'not UTF-8; set LC_ALL=C.UTF-8'
        )
    except cfg.RequiredOptError as error:
        return str(error)
    except (cfg.Error, RecursionError, SystemExit) as error:
        return (
            f'oslo.config does not accept the value of an option of its own '
            f'({type(error).__name__}); check config_file, config_dir, '
            f'shell_completion, config_source, and the sections that '
            f'config_source names{remote.shown}'
        )
    return ''
