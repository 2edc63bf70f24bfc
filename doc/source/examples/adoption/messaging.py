# SPDX-License-Identifier: Apache-2.0
"""A workaround of oslo.messaging 18.3.1, a library inside of services."""

import sys
from typing import Any

from oslo_config import cfg

import workarounds

# oslo_messaging/_drivers/impl_rabbit.py:250
CANCEL_ON_FAILOVER = cfg.BoolOpt('enable_cancel_on_failover', default=False)

# Not the registry of the service: its expiry is a version of the library.
REGISTRY = workarounds.Registry(project='oslo.messaging')
REGISTRY.register(
    workarounds.Workaround(
        # oslo_messaging/_drivers/impl_rabbit.py:458
        name='cancel_on_failover',
        summary='Lets RabbitMQ cancel consumers when a queue is down.',
        bugs=workarounds.Unstated('oslo.messaging 18.3.1 names none'),
        fix=workarounds.ManualFix('RabbitMQ, or quorum queues instead'),
        expires=workarounds.Unstated('oslo.messaging 18.3.1 names none'),
        enabled_by=CANCEL_ON_FAILOVER,
        group='oslo_messaging_rabbit',
    )
)


def consumer_arguments(conf: cfg.ConfigOpts) -> dict[str, Any]:
    """Return the arguments with which a consumer is declared."""
    if REGISTRY.enabled('cancel_on_failover', conf):
        return {'x-cancel-on-ha-failover': True}
    return {}


def main() -> None:
    """Print what a consumer asks for, in a service with such a library."""
    conf = cfg.CONF
    conf.register_opt(CANCEL_ON_FAILOVER, group='oslo_messaging_rabbit')
    REGISTRY.register_opts(conf)
    conf(sys.argv[1:], project='nova', version='34.0.0')
    REGISTRY.log_status(conf)
    print(consumer_arguments(conf))


if __name__ == '__main__':
    main()
