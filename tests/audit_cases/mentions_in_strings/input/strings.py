"""Doc.

wait_for_agent
"""
import workarounds
from nova.conf import CONF

x = 'wait_for_agent'
x = f'{y} wait_for_agent'
x = b'wait_for_agent'
LOG.info('Set wait_for_agent')
x = ('a'
     'é wait_for_agent')
NAME = 'wait_for_agent'


def f():
    CONF.workarounds.get('wait_for_agent', 'poll_slowly')
