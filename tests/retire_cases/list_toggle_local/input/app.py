from oslo_config import cfg

CONF = cfg.CONF


def reboot(ports):
    events = []
    plugged = True
    expected = (
        CONF.workarounds.kinds)
    if expected:
        # These are plugged again.
        events = [
            ('plugged', port.id)
            for port in ports
            if port.kind in expected
        ]
        plugged = False
    return events, plugged
