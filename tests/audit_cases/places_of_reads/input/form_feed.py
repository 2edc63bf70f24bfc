def before():
    pass

def behind():
    return ' ', CONF.workarounds.flush_images
