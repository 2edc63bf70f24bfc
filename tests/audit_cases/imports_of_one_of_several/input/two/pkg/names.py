N = 'flush_images'
