x = 'wait_for_agent'; y = CONF.workarounds.flush_images
y = CONF.workarounds.flush_images
y = 5
y = 6
y = 7
y = 8
y = 9
y = 10
y = 11
y = CONF.workarounds.flush_images
CONF.workarounds.flush_images
