# SPDX-License-Identifier: Apache-2.0
"""Text of others, made safe to show."""


def printable(text: str) -> str:
    r"""Return a text with its control characters written out.

    A terminal would obey them: ``\x1b[2J`` clears its screen.
    """
    return ''.join(
        letter if letter.isprintable() else repr(letter)[1:-1]
        for letter in text
    )
