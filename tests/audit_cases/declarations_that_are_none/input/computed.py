import workarounds

workarounds.Workaround(name=NAME, fix=[])
workarounds.Workaround(name=f'a{b}', fix=[])
workarounds.Workaround(name='a' + b, fix=[])
workarounds.Workaround(fix=[workarounds.enabled('c')])
workarounds.RemovedWorkaround(options=[])
