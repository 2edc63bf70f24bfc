import sys

if sys.version_info > (3,):
    import workarounds
else:
    import workarounds


def either():
    return workarounds.enabled('flush')
