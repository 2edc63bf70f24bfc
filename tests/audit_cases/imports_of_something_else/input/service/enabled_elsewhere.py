from elsewhere import enabled
enabled('flush_it')
