import workarounds

# Whether to write images to the disk first. See https://bugs.example.org/1.
_ON = workarounds.enabled('fsync')

LIMIT = 3


def f(a):
    # The workaround of above.
    if _ON:
        a.sync()
    a.close()
