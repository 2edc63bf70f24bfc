# SPDX-License-Identifier: Apache-2.0
"""Verdicts: what may be turned off on a host, and what code may be deleted.

For tools, tests and probes. It needs the libraries of the extra ``tools``, and
no service imports it.
"""

from workarounds.advice._action import Action
from workarounds.advice._advice import Advice
from workarounds.advice._advice import advise
from workarounds.advice._advice import verdict
from workarounds.advice._host import Host
from workarounds.advice._host import Installed
from workarounds.advice._host import read as read_host
from workarounds.advice._host import Reported
from workarounds.advice._host import Unknown
from workarounds.advice._knowledge import Knowledge
from workarounds.advice._knowledge import read as read_data
from workarounds.advice._machine import Machine
from workarounds.advice._machine import Ran
from workarounds.advice._matrix import build as matrix
from workarounds.advice._matrix import Matrix
from workarounds.advice._probe import Probe

__all__ = (
    'Action',
    'Advice',
    'Host',
    'Installed',
    'Knowledge',
    'Machine',
    'Matrix',
    'Probe',
    'Ran',
    'Reported',
    'Unknown',
    'advise',
    'matrix',
    'read_data',
    'read_host',
    'verdict',
)
