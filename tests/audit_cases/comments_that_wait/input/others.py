from nova.conf import CONF

# MIN_LIBVIRT_VERSION >= 8.0.0
x = 1
# TODO: when libvirt >= 8.0.0
x = 1
# TODO: MIN_LIBVIRT_VERSION
x = 1
x = "# TODO: when MIN_LIBVIRT_VERSION >= 8"
CONF.workarounds.flush_images
# flush_images
# TODO: when MIN_LIBVIRT_VERSION >= 8: it is named, and said once
