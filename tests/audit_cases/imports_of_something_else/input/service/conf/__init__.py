from . import workarounds  # flush_images
