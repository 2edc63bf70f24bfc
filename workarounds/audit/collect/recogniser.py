# SPDX-License-Identifier: Apache-2.0
"""The base class of recognisers: each finds one kind of reference."""

from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter


class Recogniser:
    """Recognises references of one kind.

    :param names: what the names of the module mean
    :param collector: receives the references
    :param prefilter: selects the lines that may have references
    """

    def __init__(
        self,
        names: Names,
        collector: ReferenceCollector,
        prefilter: Prefilter,
    ) -> None:
        self._names = names
        self._collector = collector
        self._prefilter = prefilter
