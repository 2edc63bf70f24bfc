# SPDX-License-Identifier: Apache-2.0
"""The results of a project's own predicates, once per process."""

import dataclasses
import logging
import os
import threading

from workarounds import exceptions
from workarounds.declarations import plugin_code
from workarounds.declarations.toggle import Detected

LOG = logging.getLogger('workarounds')


@dataclasses.dataclass(frozen=True)
class Detection:
    """The result of a predicate.

    :param is_on: whether the code runs; also where the predicate failed
    :param error: the class of the raised exception, empty without one
    """

    is_on: bool
    error: str = ''


_DETECTIONS: dict[Detected, Detection] = {}
# Reentrant: a predicate may ask for another workaround.
_LOCK = threading.RLock()


def _unlock() -> None:
    """Forget a lock that another thread held while this process forked."""
    global _LOCK  # noqa: PLW0603
    _LOCK = threading.RLock()


os.register_at_fork(after_in_child=_unlock)


def detect(name: str, detected: Detected) -> Detection:
    """Return the result of the predicate of a workaround.

    :param name: name of the workaround, for the log
    """
    detection = _DETECTIONS.get(detected)
    if detection is None:
        with _LOCK:
            detection = _DETECTIONS.get(detected)
            if detection is None:
                detection = _ask(name, detected)
                _DETECTIONS[detected] = detection
    return detection


def replace(
    detected: Detected, detection: Detection | None
) -> Detection | None:
    """Replace the result for a test, and return the former result.

    :param detection: ``None`` to ask again
    """
    with _LOCK:
        before = _DETECTIONS.pop(detected, None)
        if detection is not None:
            _DETECTIONS[detected] = detection
    return before


def _ask(name: str, detected: Detected) -> Detection:
    try:
        return Detection(
            plugin_code.call_plugin(lambda: bool(detected.check()))
        )
    except exceptions.PluginError as error:
        # The text of the error is left out: it can quote a secret.
        kind = type(error.__cause__).__name__
        LOG.warning(
            'The predicate %s of the workaround %s raised %s; the workaround '
            'counts as on',
            detected.check_name,
            name,
            kind,
        )
        return Detection(True, kind)
