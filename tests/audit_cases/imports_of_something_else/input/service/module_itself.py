from service.conf import workarounds
workarounds.flush_images
