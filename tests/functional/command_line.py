# SPDX-License-Identifier: Apache-2.0
"""The installed command, as a user has it.

Most tests look at what it prints, and run its entry point in this process.
:func:`run_process` starts the command itself, for what depends on a process of
its own.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
from typing import IO

from tests.functional import in_process
from workarounds import cli

#: Seconds until a command that does not end counts as stuck.
PATIENCE = 60
COLOUR = re.compile(r'\x1b\[[0-9;]*m')
#: What changes the command's output or what it reads.
_NOT_INHERITED = re.compile(r'OS_|CLIFF_|SNAP|NO_COLOR$|COLUMNS$|PYTHONPATH$')
#: Variables that Python reads only once, when it starts.
_READ_AT_START = re.compile(r'PYTHON(?!PATH$)')


def tool(name: str) -> str:
    """Return the path of a command that is installed beside this Python."""
    return str(pathlib.Path(sys.executable).with_name(name))


def environment(**environ: str) -> dict[str, str]:
    """Return this environment without the variables that tests set."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not _NOT_INHERITED.match(name)
    }
    ours = {'PYTHONDONTWRITEBYTECODE': '1', 'XDG_DATA_HOME': '/nonexistent'}
    return {**inherited, **ours, **environ}


def run(
    *arguments: object, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in this process if it cannot tell the difference."""
    if any(map(_READ_AT_START.match, environ)):
        return run_process(*arguments, **environ)
    return call_main(cli.main, 'workarounds', *arguments, **environ)


def call_main(
    main: in_process.Main, name: str, *arguments: object, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the entry point of an installed command in this process."""
    command = [tool(name), *map(str, arguments)]
    return in_process.run(main, command, environment(**environ), PATIENCE)


def run_process(
    *arguments: object, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with its output in pipes."""
    return call([tool('workarounds'), *map(str, arguments)], **environ)


def run_python(
    code: str, *arguments: object, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter."""
    return call([sys.executable, '-c', code, *map(str, arguments)], **environ)


def call(
    command: Sequence[str], **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run any command with its output in a pipe."""
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        env=environment(**environ),
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=PATIENCE,
    )


def run_in_terminal(
    *arguments: object, columns: int, **environ: str
) -> tuple[int, str]:
    """Run the command in a terminal of its own, but in this process.

    :returns: the exit code, and what the terminal shows
    """
    command = [tool('workarounds'), *map(str, arguments)]
    environ = environment(**{'TERM': 'xterm', **environ})
    with _terminal(columns) as (terminal, shown):
        code = in_process.run_with(
            [terminal] * 3, cli.main, command, environ, PATIENCE
        )
    return code, _text(shown)


def run_process_in_terminal(
    *arguments: object, columns: int, **environ: str
) -> tuple[int, str]:
    """Run the command in a terminal and a process of its own.

    :returns: the exit code, and what the terminal shows
    """
    with _terminal(columns) as (terminal, shown):
        done = subprocess.run(
            [tool('workarounds'), *map(str, arguments)],
            check=False,
            env=environment(TERM='xterm', **environ),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            timeout=PATIENCE,
        )
    return done.returncode, _text(shown)


@contextlib.contextmanager
def _terminal(columns: int) -> Iterator[tuple[IO[bytes], list[bytes]]]:
    """Open a terminal, and collect what is shown until it is closed."""
    ours, theirs = pty.openpty()
    size = struct.pack('HHHH', 24, columns, 0, 0)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
    # Ends the input of a command that waits for a person to type.
    os.write(ours, b'\x04')
    shown: list[bytes] = []
    reader = threading.Thread(target=_collect, args=(ours, shown))
    reader.start()
    try:
        with open(theirs, 'r+b', buffering=0) as terminal:
            yield terminal, shown
    finally:
        reader.join()
        os.close(ours)


def _collect(terminal: int, shown: list[bytes]) -> None:
    # Linux raises an error when the other end is closed.
    with contextlib.suppress(OSError):
        while data := os.read(terminal, 65536):
            shown.append(data)


def _text(shown: list[bytes]) -> str:
    return b''.join(shown).decode().replace('\r\n', '\n')
