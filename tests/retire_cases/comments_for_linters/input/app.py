import workarounds


def f(a):
    if workarounds.enabled('fsync'):  # noqa: C901
        a.sync()
    a.close()  # type: ignore[attr-defined]
