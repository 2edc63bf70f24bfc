# SPDX-License-Identifier: Apache-2.0
"""A program's entry point in this process, as if it had one of its own.

To start Python and to load the libraries takes most of a second, the code
under test only a small part of it. So the entry point is called here, with
arguments, an environment, standard streams and modules of its own. Whatever it
changes in this process is restored.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import functools
import importlib
import io
import locale
import logging
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
from types import FrameType
from types import ModuleType
from typing import Any
from typing import IO
from unittest import mock
import warnings

from cliff import app
import pytest

#: An entry point, which reads its arguments from ``sys.argv``.
Main = Callable[[], object]


def run(
    main: Main, command: Sequence[str], environ: dict[str, str], seconds: int
) -> subprocess.CompletedProcess[str]:
    """Run a program with its output in files.

    :param main: its entry point
    :param command: its path and its arguments
    :param environ: its whole environment
    :param seconds: how long it may take
    """
    done = run_binary(main, command, environ, seconds)
    return subprocess.CompletedProcess(
        command, done.returncode, _text(done.stdout), _text(done.stderr)
    )


def run_binary(
    main: Main, command: Sequence[str], environ: dict[str, str], seconds: int
) -> subprocess.CompletedProcess[bytes]:
    """Run a program as :func:`run` does, and return what it wrote as bytes."""
    with (
        open(os.devnull, 'rb') as nothing,
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as errors,
    ):
        files = (nothing, output, errors)
        code = run_with(files, main, command, environ, seconds)
        for file in (output, errors):
            file.seek(0)
        return subprocess.CompletedProcess(
            command, code, output.read(), errors.read()
        )


def run_with(
    files: Sequence[IO[bytes]],
    main: Main,
    command: Sequence[str],
    environ: dict[str, str],
    seconds: int,
) -> int:
    """Run a program and return its exit code.

    An exception that would end the process with a traceback ends the test.

    :param files: what standard input, output and error are
    """
    with (
        _time_limit(seconds),
        _environment(environ),
        mock.patch.object(app.App, 'NAME', pathlib.Path(command[0]).name),
        mock.patch.multiple(sys, argv=list(command), dont_write_bytecode=True),
        _import_path(environ.get('PYTHONPATH', '')),
        _loggers(),
        _locale(),
        _standard_streams(files),
        _default_warnings(),
    ):
        return _exit_code(main)


@contextlib.contextmanager
def _environment(environ: dict[str, str]) -> Iterator[None]:
    try:
        with mock.patch.dict(os.environ, environ, clear=True):
            time.tzset()
            yield
    finally:
        time.tzset()


def _exit_code(main: Main) -> int:
    """Return what the process would, as ``sys.exit(main())`` does."""
    try:
        code = main()
    except SystemExit as error:
        code = error.code
    if code is None or isinstance(code, int):
        return (code or 0) & 0xFF
    sys.stderr.write(f'{code}\n')
    return 1


@contextlib.contextmanager
def _standard_streams(files: Sequence[IO[bytes]]) -> Iterator[None]:
    """Put files behind the standard streams, as a shell does.

    The descriptors change too: programs that are started inherit them, and
    the width of a terminal is asked of them.
    """
    with contextlib.ExitStack() as stack:
        for number, file in enumerate(files):
            before = os.dup(number)
            stack.callback(os.close, before)
            stack.callback(os.dup2, before, number)
            os.dup2(file.fileno(), number)
        # As Python opens them, whatever the locale of the tests is.
        opened = functools.partial(open, encoding='utf-8', closefd=False)
        stdin = stack.enter_context(opened(0))
        stdout = stack.enter_context(opened(1, 'w'))
        stderr = stack.enter_context(
            opened(2, 'w', buffering=1, errors='backslashreplace')
        )
        stack.enter_context(
            mock.patch.multiple(sys, stdin=stdin, stdout=stdout, stderr=stderr)
        )
        yield


def _text(data: bytes) -> str:
    """Decode output as :func:`subprocess.run` decodes that of a pipe."""
    return io.TextIOWrapper(io.BytesIO(data), encoding='utf-8').read()


@contextlib.contextmanager
def _import_path(given: str) -> Iterator[None]:
    """Import from these directories first, and forget what was imported.

    Plug-ins that they install are not seen: entry points are remembered.
    """
    directories = [path for path in given.split(os.pathsep) if path]
    # The directory of the tests is not where a command looks for modules.
    path = [*directories, *filter(None, sys.path)]
    names = {
        file.stem
        for directory in directories
        for file in pathlib.Path(directory).iterdir()
    }
    before = _pop_modules(names)
    importlib.invalidate_caches()
    try:
        with mock.patch.object(sys, 'path', path):
            yield
    finally:
        _pop_modules(names)
        sys.modules.update(before)


def _pop_modules(names: set[str]) -> dict[str, ModuleType]:
    """Take modules and all that is in them out of those imported."""
    found = [name for name in sys.modules if name.partition('.')[0] in names]
    return {name: sys.modules.pop(name) for name in found}


@contextlib.contextmanager
def _loggers() -> Iterator[None]:
    """Restore what each logger is set to."""
    root = logging.getLogger()
    loggers = [
        root,
        *(
            logger
            for logger in root.manager.loggerDict.values()
            if isinstance(logger, logging.Logger)
        ),
    ]
    before = [
        (logger, logger.level, logger.handlers[:], logger.disabled)
        for logger in loggers
    ]
    # Those of pytest.
    root.handlers.clear()
    try:
        yield
    finally:
        for handler in root.handlers:
            handler.close()
        for logger, level, handlers, disabled in before:
            logger.setLevel(level)
            logger.handlers[:] = handlers
            logger.disabled = disabled


@contextlib.contextmanager
def _locale() -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


@contextlib.contextmanager
def _default_warnings() -> Iterator[None]:
    """Show warnings as Python does by default."""

    def show(*warning: Any) -> None:
        # All but the file to write to, and the line of source text.
        sys.stderr.write(warnings.formatwarning(*warning[:4]))

    with (
        warnings.catch_warnings(),
        mock.patch.object(warnings, 'showwarning', show),
    ):
        warnings.resetwarnings()
        for category in (
            DeprecationWarning,
            PendingDeprecationWarning,
            ImportWarning,
            ResourceWarning,
        ):
            warnings.simplefilter('ignore', category)
        yield


@contextlib.contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Fail a test whose program does not end."""

    def stop(number: int, frame: FrameType | None) -> None:
        pytest.fail(f'the command is not done after {seconds} seconds')

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
