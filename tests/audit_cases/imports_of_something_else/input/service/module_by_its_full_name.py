import service.conf
service.conf.workarounds.flush_images
