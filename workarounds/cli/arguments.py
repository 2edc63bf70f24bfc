# SPDX-License-Identifier: Apache-2.0
"""Arguments of the command that are versions."""

import argparse
import re
from typing import Final

from workarounds import data
from workarounds.declarations import releases

#: How to find the version of a service.
_WHERE: Final = ', as its own commands print it: nova-manage --version'


def version(text: str) -> str:
    """Return an argument that is a version of a service."""
    if not releases.is_version(text):
        # Such as that of a distribution's package, 3:29.2.0-0ubuntu1.
        upstream = re.match(r'(?:\d+:)?(\d+\.\d+\.\d+)', text)
        example = upstream[1] if upstream else '35.0.0'
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a version; write one like '{example}'"
        )
    if '.' not in text:
        raise argparse.ArgumentTypeError(
            f'{text!r} is not a whole version, and updates of one series can '
            f"differ; write one like '{text}.0.0'{_WHERE}"
        )
    if releases.is_series(text):
        raise argparse.ArgumentTypeError(
            f'{text!r} is the name of a series{_first_releases(text)}; write '
            f'the version of the service{_WHERE}'
        )
    return text


def release(text: str) -> str:
    """Return an argument that is a release."""
    if not releases.is_release(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a release; write one like '35.0.0'"
        )
    return text


def _first_releases(series: str) -> str:
    """Return the first release of each project in a series, if known."""
    # Reading YAML takes long, and only this error needs it.
    from workarounds.advice.facts import documents

    content = documents.read_document(data.SERIES, 'data').content
    known = [
        f'{project} {named[series]["version"]}'
        for project, named in content['series'].items()
        if series in named
    ]
    return f', which began with {", ".join(known)}' if known else ''
