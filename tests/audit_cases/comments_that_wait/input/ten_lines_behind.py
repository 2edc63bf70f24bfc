CONF.workarounds.flush_images
x = 2
x = 3
x = 4
x = 5
x = 6
x = 7
x = 8
x = 9
x = 10
# TODO: remove when MIN_LIBVIRT_VERSION >= 8.0.0
