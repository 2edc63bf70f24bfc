# SPDX-License-Identifier: Apache-2.0
"""The installed command, as a user has it."""

from collections.abc import Sequence
import fcntl
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import termios

#: Seconds until a command that does not end is held to be stuck.
PATIENCE = 60
COLOUR = re.compile(r'\x1b\[[0-9;]*m')
#: What changes the command's output or what it reads.
_NOT_INHERITED = re.compile(r'OS_|CLIFF_|SNAP|NO_COLOR$|COLUMNS$|PYTHONPATH$')


def tool(name: str) -> str:
    """Return the path of a command that is installed beside this Python."""
    return str(pathlib.Path(sys.executable).with_name(name))


def environment(**environ: str) -> dict[str, str]:
    """Return this environment without what the tests must decide."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not _NOT_INHERITED.match(name)
    }
    return {**inherited, 'PYTHONDONTWRITEBYTECODE': '1', **environ}


def run(
    *arguments: object, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with its output in a pipe."""
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
    """Run the command in a terminal of its own.

    :returns: the exit code, and what the terminal shows
    """
    command = [tool('workarounds'), *map(str, arguments)]
    ours, theirs = pty.openpty()
    size = struct.pack('HHHH', 24, columns, 0, 0)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
    with subprocess.Popen(
        command,
        env=environment(TERM='xterm', **environ),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as child:
        os.close(theirs)
        # Ends the input of a command that waits for somebody to type.
        os.write(ours, b'\x04')
        try:
            shown = b''.join(iter(lambda: _read(ours), b''))
            code = child.wait(PATIENCE)
        finally:
            child.kill()
            os.close(ours)
    return code, shown.decode().replace('\r\n', '\n')


def _read(terminal: int) -> bytes:
    ready, _, _ = select.select([terminal], [], [], PATIENCE)
    assert ready, 'the command is stuck'
    try:
        return os.read(terminal, 65536)
    except OSError:
        # Linux says so when nobody is left at the other end.
        return b''
