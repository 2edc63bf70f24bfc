(size): int = 3
