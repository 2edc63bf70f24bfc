FSYNC = 'fsync'
