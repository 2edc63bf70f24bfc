# SPDX-License-Identifier: Apache-2.0
"""Verdicts: what may be turned off on a host, and what code may be deleted.

For tools, tests and probes. It needs the libraries of the extra ``tools``, and
no service imports it.
"""

from workarounds.advice.evaluate.actions import Action
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.evaluate.host import advise
from workarounds.advice.evaluate.host import verdict
from workarounds.advice.evaluate.matrix import build as matrix
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.dataset import read as read_data
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import read as read_host
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.machine import Ran
from workarounds.advice.facts.probing import Probe

__all__ = (
    'Action',
    'Advice',
    'Host',
    'Installed',
    'Dataset',
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
