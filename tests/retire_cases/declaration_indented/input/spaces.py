import workarounds


def declarations():
  return [
    workarounds.Workaround(
      name='flush',
      summary='Flushes.',
      bugs=['https://bugs.example.org/2'],
      fix=workarounds.NoFix('a test'),
      expires='35.0.0',
    ),
  ]


def other(kind):
  for number in range(3):
    kind.check(number)
