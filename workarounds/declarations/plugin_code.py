# SPDX-License-Identifier: Apache-2.0
"""Calls of code of plug-ins, which can raise anything."""

from collections.abc import Callable
import os
import threading
import traceback
from typing import Any
from typing import TypeVar

from workarounds import _text
from workarounds import exceptions

_T = TypeVar('_T')
#: Where this library is.
_OWN = os.path.dirname(os.path.dirname(__file__)) + os.sep
#: Where Python's own modules are.
_PYTHON = os.path.dirname(os.__file__) + os.sep
#: Where other packages are.
_PACKAGES = frozenset(('site-packages', 'dist-packages'))


def call_plugin(code: Callable[..., _T], *arguments: Any) -> _T:
    """Call a plug-in's code and turn whatever it raises into a PluginError.

    :raises workarounds.exceptions.PluginError: it raised anything, or called
        ``sys.exit()``; only the user's Ctrl-C is passed on
    """
    try:
        return code(*arguments)
    except BaseException as error:
        _reraise_ctrl_c(error)
        raise exceptions.PluginError(
            f'{_place_of(error)}{type(error).__name__}: '
            f'{show_object(str, error)}'
        ) from error


def show_object(how: Callable[[object], str], shown: object) -> str:
    """Return a plug-in's object as text, without control characters.

    :param how: ``str`` or ``repr``
    """
    try:
        text = how(shown)
    except BaseException as error:
        _reraise_ctrl_c(error)
        text = f'a {type(shown).__name__} that cannot be shown'
    return '\n'.join(map(_text.printable, text.splitlines()))


def _place_of(error: BaseException) -> str:
    """Return the file and line at which a plug-in failed, if known.

    Code of the plug-in is preferred to that of the packages that it calls.
    """
    if isinstance(error, SyntaxError) and error.filename:
        return _show_place(error.filename, error.lineno)
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith((_OWN, '<'))
        and not _is_of_python(frame.filename)
    ]
    own = [frame for frame in frames if not _is_installed(frame.filename)]
    for frame in (own or frames)[-1:]:
        return _show_place(frame.filename, frame.lineno)
    return ''


def _show_place(path: str, line: int | None) -> str:
    shown = _text.printable(path.removeprefix(os.getcwd() + os.sep))
    return f'{shown}:{line}: '


def _is_installed(path: str) -> bool:
    return not _PACKAGES.isdisjoint(path.split(os.sep))


def _is_of_python(path: str) -> bool:
    return path.startswith(_PYTHON) and not _is_installed(path)


def _reraise_ctrl_c(error: BaseException) -> None:
    # Ctrl-C is raised in the main thread only; elsewhere it is the plug-in's.
    if (
        isinstance(error, KeyboardInterrupt)
        and threading.current_thread() is threading.main_thread()
    ):
        raise error
