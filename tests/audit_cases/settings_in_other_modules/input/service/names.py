OPTION = 'flush_images'
