LOG.info('set do_own')
