# SPDX-License-Identifier: Apache-2.0
"""Declarations in source are read as far as they are literals."""

import dataclasses
import datetime
import pathlib
from typing import Any

import pytest

from tests.unit.audit import code
import workarounds
from workarounds import catalogs
from workarounds.audit import declaration_index
from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param
from workarounds.declarations import discovery
from workarounds.source import references


def declared(text: str) -> DeclarationInfo:
    (subject,) = code.read(text, DeclarationIndex()).declarations
    return subject


WHOLE = """
import dataclasses
import datetime
import pathlib
from typing import Any
import workarounds
from oslo_config import cfg
DECLARATIONS = [
    workarounds.Workaround(
        name='fsync_image',
        summary='Flushes images '
        'to disk.',
        bugs=['https://bugs.example.org/1'],
        fix=[
            workarounds.PackageFix(component='qemu', version='2.2.0'),
            workarounds.ReleaseFix(version='20.0.0'),
            workarounds.ManualFix('the guest'),
        ],
        expires='35.0.0',
        renewed_from=['30.0.0', datetime.date(2024, 1, 2)],
        disabled_by='disable_fsync',
        params=[
            cfg.IntOpt('fsync_image_count', default=3),
            cfg.StrOpt('fsync-image-mode', default=MODE),
            cfg.StrOpt('fsync_image_path'),
        ],
    ),
]
"""


def test_every_field() -> None:
    subject = declared(WHOLE)
    place = subject.place
    assert place is not None
    assert code.at(WHOLE, place).startswith('workarounds.Workaround(\n')
    assert code.at(WHOLE, place).endswith('],\n    )')
    assert subject == DeclarationInfo(
        name='fsync_image',
        option='disable_fsync',
        polarity='disabled_by',
        params=(
            Param('count', 'fsync_image_count', 3),
            Param('mode', 'fsync_image_mode', references.UNKNOWN),
            Param('path', 'fsync_image_path', None),
        ),
        options=(
            'disable_fsync',
            'fsync_image_count',
            'fsync_image_mode',
            'fsync_image_path',
        ),
        summary='Flushes images to disk.',
        expires='35.0.0',
        renewed_from=('30.0.0', datetime.date(2024, 1, 2)),
        fixed_by='qemu 2.2.0 and release 20.0.0',
        place=place,
    )


def test_it_says_what_the_object_says() -> None:
    namespace: dict[str, Any] = {}
    text = WHOLE.replace('=MODE', "='fast'")
    exec(text, namespace)
    (made,) = namespace['DECLARATIONS']
    described = declaration_index.describe(made)
    assert dataclasses.replace(declared(text), place=None) == described


def test_it_says_what_all_catalogues_say() -> None:
    names = ['nova', 'placement', 'qemu-img']
    registry, faults = discovery.load(names)
    source = pathlib.Path(catalogs.__file__).parent
    reading = scanner.scan([str(source)], workarounds.Registry())
    found = {
        one.name: dataclasses.replace(one, place=None)
        for one in reading.declarations
    }
    expected = {
        one.name: one for one in DeclarationIndex.from_registry(registry)
    }
    assert faults == []
    assert found == expected


@pytest.mark.parametrize(
    ('fields', 'option', 'polarity', 'is_list'),
    [
        ('', 'flush_it', 'enabled_by', False),
        ("enabled_by='on'", 'on', 'enabled_by', False),
        ("disabled_by='off'", 'off', 'disabled_by', False),
        ("enabled_by=cfg.BoolOpt('on')", 'on', 'enabled_by', False),
        ("enabled_by=cfg.BoolOpt(name='o-n')", 'o_n', 'enabled_by', False),
        ("enabled_by=cfg.ListOpt('on')", 'on', 'enabled_by', True),
        (
            "enabled_by=cfg.Opt('on', type=types.List())",
            'on',
            'enabled_by',
            True,
        ),
        ('enabled_by=OPT', 'own', 'enabled_by', True),
        ('enabled_by=NAME', 'on', 'enabled_by', False),
        ('enabled_by=make()', None, 'enabled_by', False),
    ],
)
def test_toggle(
    fields: str, option: str | None, polarity: str, is_list: bool
) -> None:
    subject = declared(
        'from workarounds import Workaround\n'
        "NAME = 'on'\nOPT = cfg.ListOpt('own')\n"
        f"Workaround(name='flush_it', {fields})"
    )
    assert (subject.option, subject.polarity, subject.is_list) == (
        option,
        polarity,
        is_list,
    )
    assert subject.options == ((option,) if option else ())


@pytest.mark.parametrize(
    ('written', 'expires'),
    [
        ("'35.0.0'", '35.0.0'),
        ('VERSION', '36.0.0'),
        ('datetime.date(2026, 1, 2)', datetime.date(2026, 1, 2)),
        ('date(2026, 1, 2)', datetime.date(2026, 1, 2)),
        ('datetime.date(2026, 13, 2)', None),
        ('datetime.date(year, 1, 2)', None),
        ("workarounds.Never('why')", workarounds.Never('why')),
        ("workarounds.Never(reason='why')", workarounds.Never('why')),
        ("Unstated('a' 'b')", workarounds.Unstated('ab')),
        ('compute()', None),
    ],
)
def test_expiry(written: str, expires: object) -> None:
    subject = declared(
        'import workarounds\nfrom workarounds import Unstated\n'
        "VERSION = '36.0.0'\n"
        f"workarounds.Workaround(name='flush_it', expires={written})"
    )
    assert subject.expires == expires
    stated = isinstance(expires, workarounds.Unstated)
    assert subject.unstated == (('expires',) if stated else ())


def test_unstated() -> None:
    subject = declared("""
        from workarounds import Unstated as U
        from workarounds import Workaround
        Workaround(name='flush_it', bugs=U('why'), expires=U('why'))
    """)
    assert subject.unstated == ('bugs', 'expires')


def test_tombstone() -> None:
    text = """
        from workarounds import RemovedWorkaround as R
        R(name='old', options=['disable_old', 'old_count'],
          removed_in='20.0.0', reason='nobody needs it')
    """
    subject = declared(text)
    assert subject.place is not None
    assert subject == DeclarationInfo(
        name='old',
        option='disable_old',
        options=('disable_old', 'old_count'),
        removed_in='20.0.0',
        summary='nobody needs it',
        place=subject.place,
    )
    assert code.found(text) == [('tombstone', 'old')]


@pytest.mark.parametrize(
    'text',
    [
        "import workarounds\nworkarounds.Workaround(name='flush_it')",
        "import workarounds as w\nw.Workaround(name='flush_it')",
        "from workarounds import Workaround as W\nW(name='flush_it')",
        "from workarounds import *\nWorkaround(name='flush_it')",
        "import workarounds\nN = 'flush_it'\nworkarounds.Workaround(name=N)",
        'from nova.compat import Workaround\n'
        "Workaround(name='flush_it', fix=None)",
        'def declare():\n    import workarounds\n'
        "    return workarounds.Workaround(name='flush_it')",
    ],
)
def test_declaration_by_any_name(text: str) -> None:
    assert code.found(text) == [('declaration', 'flush_it')]


@pytest.mark.parametrize(
    'text',
    [
        "class Workaround: pass\nWorkaround(name='x', fix=1)",
        "from nova.objects import Workaround\nWorkaround(name='x')",
        "Workaround(name='x', fix=1)",
    ],
)
def test_somebody_elses_class(text: str) -> None:
    assert code.found(text) == []


@pytest.mark.parametrize('name', ['NAME', "f'a{b}'", "'a' + b"])
def test_a_name_that_is_not_known(name: str) -> None:
    text = f'import workarounds\nworkarounds.Workaround(name={name}, fix=[])'
    assert code.found(text) == [('computed', '')]


def test_its_own_names_inside_it_are_no_mentions() -> None:
    text = """
        import workarounds
        workarounds.Workaround(  # flush_it
            name='flush_it',
            summary='Better than announce_self. flush_it flushes.',
        )
        # flush_it
        x = 'flush_it'
    """
    assert code.found(text, 'mention', 'comment', 'declaration') == [
        ('declaration', 'flush_it'),
        ('mention', 'announce_self'),
        ('comment', 'flush_it'),
        ('mention', 'flush_it'),
    ]
