import workarounds
if workarounds.enabled('fsync'):
    a = 1
'not a docstring'
