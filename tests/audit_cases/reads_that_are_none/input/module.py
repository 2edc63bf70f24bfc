from nova.conf import workarounds

workarounds.register_opts(CONF)
workarounds.flush_images
