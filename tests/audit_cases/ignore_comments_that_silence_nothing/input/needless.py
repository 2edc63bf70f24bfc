x = 1  # workarounds: ignore=WA203,WA204 why
x = 1  # workarounds: ignore=WA206,WA208,WA214,WA215 why
x = 1  # workarounds: ignore=WA207 why
