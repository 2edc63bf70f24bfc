# SPDX-License-Identifier: Apache-2.0
"""Arguments of the command that are versions."""

import argparse

from workarounds.declarations import releases


def version(text: str) -> str:
    """Return an argument that is a version of a service."""
    if not releases.is_version(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a version; write one like '35.0.0'"
        )
    if releases.is_series(text):
        raise argparse.ArgumentTypeError(
            f'{text!r} is the name of a series; write a version of the '
            f"service, such as '34.0.0'"
        )
    return text


def release(text: str) -> str:
    """Return an argument that is a release."""
    if not releases.is_release(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a release; write one like '35.0.0'"
        )
    return text
