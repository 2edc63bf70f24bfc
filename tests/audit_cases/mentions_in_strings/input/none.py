"""Identifiers, and strings that are the name of another trace."""

import workarounds
from nova.conf import CONF

wait_for_agent = 1
x.wait_for_agent
f(wait_for_agent=1)


def wait_for_agent():
    CONF.workarounds.get('wait_for_agent')
    workarounds.enabled(
        'wait_for_agent')
    self.flags(group='workarounds', **{'wait_for_agent': 1})
