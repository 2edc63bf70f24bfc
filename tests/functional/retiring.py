# SPDX-License-Identifier: Apache-2.0
"""A small project with a workaround, and the command that retires it."""

import os
import pathlib
import re
import signal
import subprocess

from tests.functional import command_line
from tests.functional import in_process
from workarounds import cli

SETUP = b"""\
[metadata]
name = flushing
version = 5.0.0
"""
DECLARED = b"""\
import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='fsync',
        summary='Writes images to the disk before it converts them.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'),
        expires='4.0.0',
        disabled_by='disable_fsync',
    ),
]
"""
#: A module with a function that reads the workaround.
ASKING = b"""\
import workarounds


def _needs():
    return workarounds.enabled('fsync')


def name():
    return 'flushing'
"""
#: A module that calls the function; its file comes after that one.
CALLING = b"""\
from flushing.asking import _needs


def convert(image):
    if _needs():
        image.flush()
    return image
"""
DIRECT = b"""\
#!/usr/bin/env python3
def main(CONF, image):
    if not CONF.workarounds.disable_fsync:
        # It may be in memory only.
        image.flush()
    return image
"""
TEST = b"""\
class TestConvert:
    def test_as_it_is(self):
        self.flags(disable_fsync=True, group='workarounds')
        assert convert(1) == 1
"""
NOTE = b'---\nprelude: nothing yet\n'
FILES = {
    'setup.cfg': SETUP,
    'releasenotes/notes/first.yaml': NOTE,
    'flushing/__init__.py': b'',
    'flushing/asking.py': ASKING,
    'flushing/calling.py': CALLING,
    'flushing/direct.py': DIRECT,
    'flushing/tests/__init__.py': b'',
    'flushing/tests/test_calling.py': TEST,
    'flushing/workarounds.py': DECLARED,
}
#: The files that the retirement changes.
CHANGED = [
    'flushing/asking.py',
    'flushing/calling.py',
    'flushing/direct.py',
    'flushing/tests/test_calling.py',
    'flushing/workarounds.py',
]
#: Runs the command, and kills it at a certain call of a function of ``os`` by
#: the library. Others call them too: stevedore when it writes its cache.
KILLED = f"""
import os
import signal
import sys

from workarounds import cli

# A shell starts what is in the background with SIGINT ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
function, number = sys.argv[1], int(sys.argv[2])
real = getattr(os, function)
calls = 0

def call(*args, **kwargs):
    global calls
    caller = sys._getframe(1).f_globals['__name__']
    calls += caller.startswith('workarounds.')
    if calls == number:
        os.kill(os.getpid(), {signal.SIGKILL})
    return real(*args, **kwargs)

setattr(os, function, call)
sys.exit(cli.main(sys.argv[3:]))
"""
_DRAFT = re.compile(r'\.workarounds\.')


def make(root: pathlib.Path, files: dict[str, bytes] | None = None) -> None:
    """Write files."""
    for name, data in (FILES if files is None else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def tree(root: pathlib.Path) -> dict[str, bytes]:
    """Read all files."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob('*'))
        if path.is_file()
    }


def drafts(root: pathlib.Path) -> list[str]:
    """Name the files that are not part of the project."""
    return [name for name in tree(root) if _DRAFT.search(name)]


def finished(root: pathlib.Path) -> dict[str, bytes]:
    """Read all files, except those that a killed run has left."""
    left = drafts(root)
    return {
        name: data for name, data in tree(root).items() if name not in left
    }


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command in the working directory, and in this process."""
    return in_process.run_binary(
        cli.main,
        [command_line.tool('workarounds'), *map(str, arguments)],
        command_line.environment(),
        command_line.PATIENCE,
    )


def retire(
    *arguments: object, name: str = 'fsync'
) -> subprocess.CompletedProcess[bytes]:
    """Retire the workaround, with the paths and options given."""
    return run('retire', name, *arguments)


def unprivileged(
    *arguments: object, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command without root's right to read and write everything."""
    command = [command_line.tool('workarounds'), *map(str, arguments)]
    if os.geteuid() == 0:
        rights = '-dac_override,-dac_read_search'
        command = ['setpriv', '--bounding-set', rights, *command]
    return _call(command, **environ)


def _call(
    command: list[str], **environ: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        env=command_line.environment(**environ),
        stdin=subprocess.DEVNULL,
        timeout=command_line.PATIENCE,
    )


def restore(root: pathlib.Path, files: dict[str, bytes]) -> None:
    """Restore a project."""
    for name in tree(root):
        (root / name).unlink()
    make(root, files)
