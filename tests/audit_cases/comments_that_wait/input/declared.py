import workarounds

# TODO: remove when MIN_LIBVIRT_VERSION >= 8.0.0
workarounds.Workaround(name='own')
