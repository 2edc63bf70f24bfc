import workarounds

print(workarounds.enabled('flush'))
