from service import conf
conf.workarounds.flush_images
