# Drop this when we remove support for pysaml2 < 7.1.0.
OLD = 1
