def f(a):
    a.close()  # type: ignore[attr-defined]
