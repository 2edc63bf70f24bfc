# SPDX-License-Identifier: Apache-2.0
"""What a project's own predicates found, asked once in each process."""

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
    """What a predicate found.

    :param is_on: whether the code runs; also where the predicate failed
    :param error: the class of what it raised, empty if it answered
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
    """Return what the predicate of a workaround found.

    :param name: the workaround's, for the log
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
    """Replace what was found, for a test; return what was found before.

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
        # Its text is left out: it can quote what is secret.
        kind = type(error.__cause__).__name__
        LOG.warning(
            'The predicate %s of the workaround %s raised %s; the workaround '
            'counts as on',
            detected.check_name,
            name,
            kind,
        )
        return Detection(True, kind)
