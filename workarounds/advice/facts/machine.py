# SPDX-License-Identifier: Apache-2.0
"""The machine that probes examine, and a safe way to run its programs."""

from collections.abc import Mapping
import contextlib
import dataclasses
import errno
import os
import selectors
import shlex
import shutil
import signal
import subprocess
import time

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts.hosts import Unknown

#: Seconds until a program that does not end is stopped.
TIMEOUT = 5.0
#: Seconds to wait for a program to end after it was killed.
_KILL_GRACE = 1.0
_LARGEST_OUTPUT = 1024 * 1024
# An operator's PATH lacks the directories of daemons.
_DIRECTORIES = (
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/bin',
    '/sbin',
    '/bin',
)
_MOST_LINKS = 40
#: In characters; an os-release file has about a thousand.
_LARGEST_FILE = 64 * 1024 * 1024
_LONGEST_VALUE = 1000
_SHOWN = 60


@dataclasses.dataclass(frozen=True)
class Ran:
    """The result of a program.

    :param code: exit code, negative for a signal
    """

    code: int
    output: str
    errors: str

    @property
    def error_summary(self) -> str:
        """The error that it printed, in one line."""
        summary = ' '.join((self.errors.strip() or self.output).split())
        return summary[:200] or f'exit code {self.code}'


@dataclasses.dataclass(frozen=True)
class Machine:
    """A machine, or the root of another one that is mounted here.

    :param root: root directory of the machine
    :param environ: environment of its programs
    """

    root: str = '/'
    environ: Mapping[str, str] = dataclasses.field(default_factory=dict)
    timeout: float = TIMEOUT

    @property
    def is_this_one(self) -> bool:
        """Whether its programs can be run."""
        return os.path.realpath(self.root) == '/'

    def path(self, absolute: str) -> str:
        """Return the path here of one of its files.

        Links are followed as on the machine itself: inside of its root.

        :raises OSError: the links form a loop
        """
        root = os.path.realpath(self.root)
        names: list[str] = []
        left = absolute.split('/')[::-1]
        links = 0
        while left:
            name = left.pop()
            if name in ('', '.', '..'):
                names = names[:-1] if name == '..' else names
                continue
            place = os.path.join(root, *names, name)
            if not os.path.islink(place):
                names.append(name)
                continue
            links += 1
            if links > _MOST_LINKS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), place)
            target = os.readlink(place)
            names = [] if target.startswith('/') else names
            left += target.split('/')[::-1]
        return os.path.join(root, *names)

    def read_file(self, absolute: str) -> str:
        """Read the beginning of a file of the machine.

        :raises OSError: the file does not exist or cannot be read
        """
        place = self.path(absolute)
        with open(place, encoding='utf-8', errors='replace') as file:
            return file.read(_LARGEST_FILE)

    def platform(self) -> str | Unknown:
        """Read ``ID:VERSION_ID`` from its os-release file.

        Debian has no VERSION_ID before a release, but its VERSION_CODENAME.
        """
        causes: list[str] = []
        for name in ('/etc/os-release', '/usr/lib/os-release'):
            try:
                fields = dict(_os_release(self.read_file(name)))
            except FileNotFoundError:
                continue
            except OSError as error:
                causes.append(f'{name} cannot be read: {error.strerror}')
                continue
            if not fields.get('ID'):
                return Unknown(f'{name} has no ID')
            version = fields.get('VERSION_ID') or fields.get(
                'VERSION_CODENAME'
            )
            if not version:
                shown = _text.printable(fields['ID'])[:_SHOWN]
                return Unknown(
                    f'{name} has no VERSION_ID and no VERSION_CODENAME, as '
                    f'of {shown} without releases'
                )
            found = f'{fields["ID"]}:{version}'
            if not hosts.is_platform(found):
                return Unknown(
                    f'{name} has an ID or a version that is not allowed there'
                )
            return found
        return Unknown('; '.join(causes) or 'there is no os-release file')

    def find_file(self, name: str) -> str:
        """Return the path of a program that is read and not run.

        :raises workarounds.exceptions.ProbeError: there is none of that name
        """
        if self.is_this_one:
            return self.find_program(name)
        # The environment of this machine says nothing of another one.
        for directory in _DIRECTORIES:
            path = f'{directory}/{name}'
            if os.path.isfile(self.path(path)):
                return path
        raise exceptions.ProbeError(f'{name} is not below {self.root}')

    def find_program(self, name: str) -> str:
        """Return the path of a program.

        :raises workarounds.exceptions.ProbeError: there is no such program
        """
        if not self.is_this_one:
            raise exceptions.ProbeError(
                f'{name} below {self.root} cannot be run from here'
            )
        named = self.environ.get('PATH', '').split(':')
        # An empty one is the current directory, where anything may lie.
        absolute = [name for name in named if name.startswith('/')]
        path = ':'.join([*absolute, *_DIRECTORIES])
        found = shutil.which(name, path=path) if name else None
        if found is None:
            raise exceptions.ProbeError(f'{name} is not installed')
        # A link is not a program: its target is what runs.
        return os.path.realpath(found)

    def run(self, program: str, *arguments: str) -> Ran:
        """Run a program of this machine, without a shell.

        :param program: path of the program
        :raises workarounds.exceptions.ProbeError: the program cannot be run,
            does not end in time, or prints more than 1 MiB
        """
        try:
            child = subprocess.Popen(  # noqa: S603, a list, never a shell
                [program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**self.environ, 'LC_ALL': 'C'},
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise exceptions.ProbeError(
                f'{program} cannot be run: {error}'
            ) from None
        try:
            output, errors = self._listen(child)
            return Ran(child.returncode, output, errors)
        finally:
            # Its own children too, or they would keep the pipes open.
            with contextlib.suppress(OSError):
                os.killpg(child.pid, signal.SIGKILL)
            for pipe in (child.stdout, child.stderr):
                if pipe is not None:
                    pipe.close()
            # It may have changed its user, so that it cannot be killed.
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(_KILL_GRACE)

    def _listen(self, child: subprocess.Popen[bytes]) -> tuple[str, str]:
        printed: dict[object, bytearray] = {
            child.stdout: bytearray(),
            child.stderr: bytearray(),
        }
        end = time.monotonic() + self.timeout
        name = str(child.args[0])  # type: ignore[index]  # a list, see run
        with selectors.DefaultSelector() as selector:
            for pipe in printed:
                selector.register(pipe, selectors.EVENT_READ)  # type: ignore[arg-type]  # never None, see run
            while selector.get_map():
                left = end - time.monotonic()
                ready = selector.select(max(left, 0))
                if left <= 0:
                    raise exceptions.ProbeError(
                        f'{name} did not answer within {self.timeout:g} s'
                    )
                for key, _ in ready:
                    data = os.read(key.fd, 65536)
                    if not data:
                        selector.unregister(key.fileobj)
                    printed[key.fileobj] += data
                    if len(printed[key.fileobj]) > _LARGEST_OUTPUT:
                        raise exceptions.ProbeError(
                            f'{name} printed more than 1 MiB; stopped reading'
                        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(end - time.monotonic(), 0))
            output, errors = (
                data.decode('utf-8', 'replace') for data in printed.values()
            )
            return output, errors
        raise exceptions.ProbeError(
            f'{name} did not end within {self.timeout:g} s'
        )


def _os_release(text: str) -> list[tuple[str, str]]:
    fields = []
    for line in text.splitlines():
        name, equals, value = line.strip().partition('=')
        # The time that shlex takes grows with the square of the length.
        if not equals or name.startswith('#') or len(value) > _LONGEST_VALUE:
            continue
        with contextlib.suppress(ValueError):
            fields.append((name, ''.join(shlex.split(value))))
    return fields
