sync = None
