from .conf import workarounds
workarounds.flush_images
