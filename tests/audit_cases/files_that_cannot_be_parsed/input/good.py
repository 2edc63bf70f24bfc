CONF.workarounds.flush_images  # workarounds: ignore=WA204 a test
