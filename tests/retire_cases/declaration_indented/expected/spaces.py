import workarounds


def declarations():
  return [
    workarounds.RemovedWorkaround(
        name='flush',
        options=['flush'],
        removed_in='5.0.0',
        reason='it is no longer needed',
    ),
  ]


def other(kind):
  for number in range(3):
    kind.check(number)
