# SPDX-License-Identifier: Apache-2.0
"""Assessments: what a host needs, and what code may be deleted.

For tools, tests and probes. This package needs the libraries of the extra
``tools``, and no service imports it.
"""

from workarounds.advice.evaluate.actions import Action
from workarounds.advice.evaluate.actions import ActionNote
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.evaluate.assessment import HostReason
from workarounds.advice.evaluate.assessment import HostStatus
from workarounds.advice.evaluate.assessment import PlatformReason
from workarounds.advice.evaluate.assessment import PlatformStatus
from workarounds.advice.evaluate.assessment import RemovalReason
from workarounds.advice.evaluate.assessment import RemovalStatus
from workarounds.advice.evaluate.changes import ActionKind
from workarounds.advice.evaluate.changes import Change
from workarounds.advice.evaluate.changes import SetIn
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.evaluate.host import assess
from workarounds.advice.evaluate.matrix import build as matrix
from workarounds.advice.evaluate.matrix import Column
from workarounds.advice.evaluate.matrix import Matrix
from workarounds.advice.evaluate.matrix import Row
from workarounds.advice.evaluate.meant_lines import advise
from workarounds.advice.facts.bugs import FixData
from workarounds.advice.facts.dataset import Component
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.dataset import read_data
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import read_host
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.machine import Ran
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.probing import load_probes
from workarounds.advice.facts.probing import Probe
from workarounds.advice.facts.services import Service
from workarounds.advice.facts.services import Stated
from workarounds.advice.facts.services import Supported
from workarounds.advice.facts.sources import find_data
from workarounds.advice.facts.survey import survey
from workarounds.advice.render.action_text import lines as explain_action
from workarounds.advice.render.envelopes import advice as advice_document
from workarounds.advice.render.envelopes import AssessedService
from workarounds.advice.render.envelopes import matrix as matrix_document
from workarounds.advice.render.sentences import explain

__all__ = (
    'Action',
    'ActionKind',
    'ActionNote',
    'Advice',
    'AssessedService',
    'Assessment',
    'Change',
    'Column',
    'Component',
    'Dataset',
    'FixData',
    'Host',
    'HostReason',
    'HostStatus',
    'Installed',
    'Machine',
    'Matrix',
    'Platform',
    'PlatformReason',
    'PlatformStatus',
    'Probe',
    'Ran',
    'RemovalReason',
    'RemovalStatus',
    'Reported',
    'Row',
    'Service',
    'SetIn',
    'Shipped',
    'Stated',
    'Supported',
    'Unknown',
    'advice_document',
    'advise',
    'assess',
    'explain',
    'explain_action',
    'find_data',
    'load_probes',
    'matrix',
    'matrix_document',
    'read_data',
    'read_host',
    'survey',
)
