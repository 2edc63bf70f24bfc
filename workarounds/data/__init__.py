# SPDX-License-Identifier: Apache-2.0
"""The data files that come with the library: facts, each with its source."""

import pathlib

_HERE = pathlib.Path(__file__).parent
FIXES = _HERE / 'fixes.yaml'
NOVA = _HERE / 'nova.yaml'
PLACEMENT = _HERE / 'placement.yaml'
PLATFORMS = _HERE / 'platforms.yaml'
SERIES = _HERE / 'series.yaml'
