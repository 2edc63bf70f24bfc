flush_images = 1  # workarounds
