# SPDX-License-Identifier: Apache-2.0
"""Files with mistakes, and the messages about them."""

OPTION = 'disable_rootwrap'
SET = f'[workarounds]\n{OPTION} = true\n'
ADVICE = 'write key = value, or delete the line'

#: Content that cannot be read, and the message after the name of the file.
UNREADABLE = {
    'not UTF-8': (
        SET.encode() + b'# caf\xe9\n',
        ':3: byte 0xe9 is not UTF-8; save the file as UTF-8',
    ),
    'UTF-16': (
        SET.encode('utf-16'),
        ':1: byte 0xff is not UTF-8; save the file as UTF-8',
    ),
    'a byte order mark': (
        b'\xef\xbb\xbf' + SET.encode(),
        ':1: the file begins with a byte order mark, which oslo.config reads '
        'as text; save it as UTF-8 without one',
    ),
    'a key before any section': (
        b'# One.\n' + f'{OPTION} = true\n{SET}'.encode(),
        ':2: a key is outside of any [section]; write a [section] above it, '
        'or delete the line',
    ),
    'a line without an equals sign': (
        f'{SET}{OPTION}\n'.encode(),
        f":3: No ':' or '=' found in assignment; {ADVICE}",
    ),
    'a section without an end': (
        b'[workarounds\n',
        ':1: Invalid section (must end with ]); close the bracket: '
        '[workarounds]',
    ),
    'an indented first line': (
        b'[workarounds]\n  a = 1\n',
        ':2: an indented line without a value above it; remove its '
        'indentation, or delete the line',
    ),
    'an empty key': (
        b'[workarounds]\n= true\n',
        f':2: Key cannot be empty; {ADVICE}',
    ),
    'zero bytes alone': (
        b'\x00' * 16,
        f":1: No ':' or '=' found in assignment; {ADVICE}",
    ),
    'a line that never ends': (
        b'[workarounds]\n' + b'a' * 1_000_000,
        f":2: No ':' or '=' found in assignment; {ADVICE}",
    ),
}

#: Paths that lead to no file, and the message after them.
UNOPENED = {
    '{}/missing': 'No such file or directory; check the path',
    '{}/dangling': 'No such file or directory; check the path',
    '{}/good.conf/a': 'Not a directory; check the path',
    '{}': 'Is a directory; give a file',
    # Not even root may read it from its start.
    '/proc/self/mem': 'Input/output error; check the path',
    '~nobody-here/nova.conf': '',
}

#: Content that can be read, the exit code of check, and the findings.
READABLE: dict[str, tuple[bytes, int, list[tuple[str, int]]]] = {
    'an empty file': (b'', 0, []),
    'comments alone': (b'# [workarounds]\n#a = 1\n\n;b = 2', 0, []),
    'CRLF': (SET.replace('\n', '\r\n').encode(), 0, [('WA110', 2)]),
    'no newline at the end': (SET.rstrip().encode(), 0, [('WA110', 2)]),
    'a section twice': (
        f'{SET}[libvirt]\nimages_type = rbd\n{SET}'.encode(),
        1,
        [('WA111', 5), ('WA106', 6), ('WA110', 6)],
    ),
    'a toggle set twice': (
        f'{SET}\n{OPTION} = false\n'.encode(),
        1,
        [('WA106', 4)],
    ),
    'a list value outside its choices': (
        b'[workarounds]\n\nwait_for_vif_plugged_event_during_hard_reboot = '
        b'normal,dierct\n',
        1,
        [('WA105', 3)],
    ),
    'a value that is none': (
        f'[workarounds]\n{OPTION} = ture\n'.encode(),
        1,
        [('WA105', 2)],
    ),
    'a value that is empty': (
        f'[workarounds]\n{OPTION} =\n'.encode(),
        1,
        [('WA105', 2)],
    ),
    'a value out of bounds': (
        b'[workarounds]\nqemu_monitor_announce_self_count = 0\n',
        1,
        [('WA105', 2)],
    ),
    'a value that refers to nothing': (
        f'[workarounds]\n{OPTION} = $no_such_option\n'.encode(),
        1,
        [('WA114', 2)],
    ),
    'a value that refers to itself': (
        f'[workarounds]\n{OPTION} = ${OPTION}\n'.encode(),
        1,
        [('WA105', 2)],
    ),
    'a value that begins in the next line': (
        f'[workarounds]\n{OPTION} =\n  true\n'.encode(),
        1,
        [('WA105', 2)],
    ),
    'a zero byte in a value': (
        f'[workarounds]\n{OPTION} = true\x00\n'.encode(),
        1,
        [('WA105', 2)],
    ),
    'a zero byte in a key': (
        f'[workarounds]\n\x00{OPTION} = true\n'.encode(),
        1,
        [('WA102', 2)],
    ),
    'what formats would take for theirs': (
        b'[workarounds]\n%s = {} %d %(a)s\n[%s]\n{}=1\n',
        1,
        [('WA102', 2)],
    ),
}
