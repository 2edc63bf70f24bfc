def f(a):
    """Copy a.

    It is synced first, because of https://bugs.example.org/1.
    """
    a.close()
