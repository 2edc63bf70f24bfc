import workarounds
import words

workarounds.enabled(words.N)
