# SPDX-License-Identifier: Apache-2.0
"""Configuration files that hold a secret where an output could quote it.

The options are those of :data:`DECLARATIONS`.
"""

from collections.abc import Iterator
import logging
from typing import Any

from oslo_config import cfg

import workarounds

SECRET = 'hunter2'

_FACTS: dict[str, Any] = {
    'summary': 'Flushes.',
    'bugs': ['https://bugs.example.org/1'],
    'fix': workarounds.NoFix('nobody works on it'),
    'expires': '35.0.0',
}
DECLARATIONS = (
    workarounds.Workaround(
        name='flush',
        params={
            'count': cfg.IntOpt('flush_count', default=3),
            'url': cfg.StrOpt('flush_url', default=''),
            'paths': cfg.MultiStrOpt('flush_paths', default=[]),
            'token': cfg.StrOpt('flush_token', secret=True),
        },
        **_FACTS,
    ),
    workarounds.Workaround(
        name='types', enabled_by=cfg.ListOpt('types', default=[]), **_FACTS
    ),
    workarounds.RemovedWorkaround(
        name='old', options=['old'], removed_in='30.0.0', reason='fixed'
    ),
)

_MEANT = f"""\
  [database]
  connection = mysql://nova:{SECRET}@db/nova
  password:{SECRET}
"""

#: Files that a service starts with, and what check says of each: the code of
#: a diagnostic, the line, and a part of the message.
STARTING = {
    'a section that is indented, below a toggle': (
        f'[workarounds]\nflush = true\n{_MEANT}',
        "WA105:2: [workarounds] flush: 'true ...' from",
    ),
    'below a toggle without a value': (
        f'[workarounds]\nflush =\n{_MEANT}',
        "WA105:2: [workarounds] flush: '...' from",
    ),
    'below a list': (
        f'[workarounds]\ntypes = a,\n{_MEANT}',
        'WA110:2: workaround types is on',
    ),
    'below a list, in an item of its own': (
        f'[workarounds]\ntypes = a,\n  b,\n  {SECRET}\n',
        'WA110:2: workaround types is on',
    ),
    'below a number': (
        f'[workarounds]\nflush_count = 5\n{_MEANT}',
        "WA105:2: [workarounds] flush_count: '5 ...' from",
    ),
    'below a text': (
        f'[workarounds]\nflush_url = http://example.org\n{_MEANT}',
        'WA110:2: parameter flush_url of',
    ),
    'below one of several texts': (
        f'[workarounds]\nflush_paths = /a\n{_MEANT}flush_paths = /b\n',
        'WA110:6: parameter flush_paths of',
    ),
    'below a removed option': (
        f'[workarounds]\nold = true\n{_MEANT}',
        'WA101:2: old was removed',
    ),
    'below an unknown option': (
        f'[workarounds]\nflsh = true\n{_MEANT}',
        'WA102:2: flsh is not known to the loaded catalogue',
    ),
    'below a misplaced option': (
        f'[libvirt]\nflush = true\n{_MEANT}',
        'WA104:2: flush is set in [libvirt] and belongs in [wor',
    ),
    'a line that has lost its newline': (
        f'[workarounds]\nflush = truepassword = {SECRET}\n',
        "WA105:2: [workarounds] flush: 'truepassword ...' from",
    ),
    'such a line with a colon': (
        f'[workarounds]\nflush = truepassword: {SECRET}\n',
        "WA105:2: [workarounds] flush: 'truepassword ...' from",
    ),
    'such a line with an address': (
        f'[workarounds]\nflush_count = 5mysql://nova:{SECRET}@db/nova\n',
        "WA105:2: [workarounds] flush_count: '5mysql://...@db/nova' from",
    ),
    'a reference to another option': (
        f'[workarounds]\nflush_url = $flush_token\nflush_token = {SECRET}\n',
        'WA110:2: parameter flush_url of',
    ),
    'a list of references': (
        f'[workarounds]\ntypes = a,$flush_token\nflush_token = {SECRET}\n',
        'WA110:2: workaround types is on',
    ),
    'a reference that is not a toggle': (
        f'[workarounds]\nflush = $flush_token\nflush_token = {SECRET}\n',
        "WA105:2: [workarounds] flush: '$flush_token' from",
    ),
    'an address with credentials': (
        f'[workarounds]\nflush_url = http://a:{SECRET}@b/?token={SECRET}\n',
        'WA110:2: parameter flush_url of',
    ),
    'an option that is secret': (
        f'[workarounds]\nflush_token = {SECRET}\n',
        'WA110:2: parameter flush_token of',
    ),
    'a value that is long': (
        f'[workarounds]\nflush = {"x" * 60}{SECRET}\n',
        f"WA105:2: [workarounds] flush: '{'x' * 60} ...' from",
    ),
    'a key that is a part of a value': (
        f'[workarounds]\nQ+{SECRET}==\n',
        'WA102:2: this key is not known to the loaded catalogue',
    ),
    'a key of several words': (
        f'[workarounds]\npassword {SECRET}: a\npassword {SECRET} = b\n',
        'WA102:3: this key is not known to the loaded catalogue',
    ),
    'a section that is a value': (
        f'[DEFAULT]\nkeys =\n["{SECRET}"]\nflush = true\n',
        'WA104:4: flush is set in this section and belongs in [',
    ),
}

#: Files that cannot be read, and what check says of each.
BROKEN = {
    'a line without an equals sign': (
        f'[workarounds]\nflush = true\n[database]\npassword {SECRET}\n',
        ":4: No ':' or '=' found in assignment; write key = value",
    ),
    'a key before the first section': (
        f'{SECRET} = 1\n[workarounds]\n',
        ':1: a key is outside of any [section]; write a [section]',
    ),
    'a section without an end': (
        f'[{SECRET}\n',
        ':1: Invalid section (must end with ]); close the bracket',
    ),
    'an indented first line': (
        f'[database]\n  password = {SECRET}\n',
        ':2: an indented line without a value above it; remove its indent',
    ),
    'an empty key': (
        f'[database]\n= {SECRET}\n',
        ':2: Key cannot be empty; write key = value',
    ),
}

_SOURCE = '[DEFAULT]\nconfig_source = far\n[far]\ndriver = remote_file\n'
_OWN = 'oslo.config does not accept the value of an option of its own'
_SOURCES = '1 of the sources in config_source'
_NOT_FETCHED = 'the sources in config_source{} are not read; give --fetch'

#: Files with a wrong value of an option of oslo.config, and what check says
#: if it is to fetch remote sources.
REFUSED = {
    'below the name of a remote source': (
        f'[DEFAULT]\nconfig_source = far\n{_MEANT}',
        f'{_SOURCES} cannot be read; check driver and uri',
    ),
    'below the driver of a remote source': (
        f'{_SOURCE}{_MEANT}',
        f'{_SOURCES} (far) cannot be read; check driver and uri',
    ),
    'a remote source that does not answer': (
        f'{_SOURCE}uri = http://a:{SECRET}@127.0.0.1:9/?token={SECRET}\n',
        f'{_SOURCES} (far, http://...@127.0.0.1:9/?...) cannot be read; check',
    ),
    'an address of another kind': (
        f'{_SOURCE}uri = {SECRET}://127.0.0.1\n',
        f'{_OWN} (ConfigFileValueError); check ',
    ),
    'an address that refers to nothing': (
        f'{_SOURCE}uri = http://a:${SECRET}@127.0.0.1\n',
        f'{_OWN} (NoSuchOptError); check ',
    ),
    'a name of a remote source that refers to nothing': (
        f'[DEFAULT]\nconfig_source = ${SECRET}\n',
        ':2: config_source refers to another option with $',
    ),
    'a name of a remote source that refers to itself': (
        f'[DEFAULT]\nconfig_source = $config_source\n{_MEANT}',
        ':2: config_source refers to another option with $',
    ),
    'a name of a file that refers to itself': (
        f'[DEFAULT]\nconfig_file = $config_file\n{_MEANT}',
        f'{_OWN} (RecursionError); check ',
    ),
    'below what oslo.config prints before it exits': (
        f'[DEFAULT]\nshell_completion = bash\n{_MEANT}',
        f'{_OWN} (SystemExit); check ',
    ),
}

#: The message of check if it is not.
NOT_FETCHED = {
    name: (text, _NOT_FETCHED.format(shown))
    for name, (text, shown) in {
        'below the name of a source that is not fetched': (
            f'[DEFAULT]\nconfig_source = far\n{_MEANT}',
            '',
        ),
        'a section that is a password': (
            f'[DEFAULT]\nconfig_source = far, {SECRET}==\n',
            ' (far)',
        ),
        'an address with credentials that is not fetched': (
            f'{_SOURCE}uri = https://a:{SECRET}@b/c?token={SECRET}\n',
            ' (far, https://...@b/c?...)',
        ),
        'below an address': (
            f'{_SOURCE}uri = https://b/c\n{_MEANT}',
            ' (far, https://b/c)',
        ),
        'an address that has lost its newline': (
            f'{_SOURCE}uri = https://b/c password: {SECRET}\n',
            ' (far, https://b/c)',
        ),
        'an address that is none': (
            f'{_SOURCE}uri = a:{SECRET}@b/c\n',
            ' (far)',
        ),
    }.items()
}

#: Variables with values that are as wrong as those of the files.
VARIABLES = {
    'OS_WORKAROUNDS__FLUSH': f'true\n[database]\npassword = {SECRET}',
    'OS_WORKAROUNDS__FLUSH_URL': '$flush_token',
    'OS_WORKAROUNDS__FLUSH_TOKEN': SECRET,
    'OS_WORKAROUNDS__TYPES': f'a,\npassword = {SECRET}',
    'OS_WORKAROUNDS__FLSH': SECRET,
}


def texts_of(error: BaseException | None) -> Iterator[str]:
    """Yield the texts of an error, and of the errors that led to it."""
    while error is not None:
        yield f'{error} {error!r} {vars(error)}'
        error = error.__cause__ or error.__context__


def texts_of_record(record: logging.LogRecord) -> Iterator[str]:
    """Yield the texts that a handler can write of a record."""
    yield f'{record.getMessage()} {record.exc_info}'
    for arg in record.args or ():
        yield f'{arg} {arg!r}'
        if isinstance(arg, BaseException):
            yield from texts_of(arg)
