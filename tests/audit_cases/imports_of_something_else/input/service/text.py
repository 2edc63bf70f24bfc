from service.constants import FLUSH
FLUSH.flush_images
