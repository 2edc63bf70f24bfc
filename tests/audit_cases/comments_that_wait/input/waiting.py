from nova.conf import CONF

# TODO(me): remove this when MIN_LIBVIRT_VERSION >= 8.0.0

CONF.workarounds.wait_for_agent
# a line of code tells the comments apart
x = 1
# FIXME once MIN_QEMU_VERSION is 5
x = 1
# TODO: Once the MIN_LIBVIRT_VERSION and
# MIN_QEMU_VERSION rise
x = 1
# XXX until MIN_QEMU_VERSION
x = 1  # HACK whenever MIN_QEMU_VERSION > 5 comes
# NOTE(me): This can go
# after MIN_LIBVIRT_VERSION is new.
