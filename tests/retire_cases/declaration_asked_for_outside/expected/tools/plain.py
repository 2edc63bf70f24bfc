import workarounds

print(workarounds.enabled('other'))
