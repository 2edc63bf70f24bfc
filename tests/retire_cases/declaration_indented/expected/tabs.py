import workarounds

if True:
	FLUSH = workarounds.RemovedWorkaround(
		name='flush',
		options=['flush'],
		removed_in='5.0.0',
		reason='it is no longer needed',
	)
