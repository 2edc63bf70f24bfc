# SPDX-License-Identifier: Apache-2.0
"""Snapshots of texts, to be reviewed as a whole.

``UPDATE_SNAPSHOTS=1 pytest tests/advice`` renews them.
"""

import os
import pathlib


def compare(path: pathlib.Path, text: str) -> None:
    """Fail if a snapshot differs from the text."""
    if os.environ.get('UPDATE_SNAPSHOTS'):
        path.write_text(text)
    assert path.read_text() == text, (
        f'{path.name} is out of date; review what UPDATE_SNAPSHOTS=1 changes'
    )
