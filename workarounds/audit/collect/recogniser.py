# SPDX-License-Identifier: Apache-2.0
"""What recognises references of one kind in the nodes of a module."""

from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter


class Recogniser:
    """Recognises references of one kind.

    :param names: what the names of the module mean
    :param collector: takes what is recognised
    :param prefilter: what is known of the declarations
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
