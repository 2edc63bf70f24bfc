import workarounds

é = ' '; ü = not (workarounds.enabled(
    'flush',
)) or "ß" + \
    CONF.workarounds.flush_images
x = 1 if	CONF . workarounds . flush_images else 2


def several():
    a = CONF.workarounds.flush_images; b = '😀', CONF.workarounds.flush_images
    return ((
        CONF
        .workarounds  # é
        .flush_images
    ))
