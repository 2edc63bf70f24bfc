# SPDX-License-Identifier: Apache-2.0
"""Each rule reports its invalid examples, and no valid one.

``SNAPSHOT=write python -m pytest tests/unit/test_rules.py`` renews
``diagnostics.txt``, which has all messages.
"""

from collections.abc import Iterator
import datetime
import functools
import inspect
import os
import pathlib
import runpy

from oslo_config import cfg
import pytest

import workarounds
from workarounds import advice
from workarounds import audit
from workarounds import check
from workarounds.advice.facts import requirements
from workarounds.advice.render import removable
from workarounds.config import options
from workarounds.diagnostics import CODES
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Example
from workarounds.diagnostics import Rule

TODAY = datetime.date(2026, 11, 23)
ROOT = pathlib.Path(__file__).parents[2]
CATALOGUE = ROOT / 'doc/source/examples/diagnostics/example_catalogue.py'
SNAPSHOT = pathlib.Path(__file__).with_name('diagnostics.txt')
RULES: tuple[Rule, ...] = (*check.RULES, *audit.RULES)


@pytest.fixture(scope='module')
def registry() -> workarounds.Registry:
    return workarounds.Registry(runpy.run_path(str(CATALOGUE))['CATALOGUE'])


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def diagnose(
    rule: Rule, example: Example, registry: workarounds.Registry
) -> list[Diagnostic]:
    """Return the diagnostics of the rule about an example."""
    return [
        diagnostic
        for diagnostic in diagnose_all(rule, example, registry)
        if diagnostic.code == rule.code
    ]


def diagnose_all(
    rule: Rule, example: Example, registry: workarounds.Registry
) -> list[Diagnostic]:
    """Return all diagnostics about an example."""
    path = pathlib.Path(example.file or rule.file)
    path.write_text(inspect.cleandoc(example.text) + '\n')
    if rule in audit.RULES:
        return audit.check(
            audit.scan([str(path)], registry),
            today=TODAY,
            service_version=example.service_version,
            why_removable=functools.partial(
                removable.explain,
                dataset=advice.Dataset(),
                service=advice.Service(
                    'svc',
                    'The Service',
                    {},
                    requires=dict(
                        requirements.lower_bounds(
                            (text, 'requirements.txt')
                            for text in example.requirements
                        )
                    ),
                ),
                release=None,
            ),
        )
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    conf([f'--config-file={path}'])
    return check.check(
        registry,
        conf,
        today=TODAY,
        service_version=example.service_version,
        target_version=example.target_version,
        environ={},
    )


def names(rules: tuple[Rule, ...]) -> list[str]:
    return [CODES[rule.code].name for rule in rules]


def test_each_code_has_one_rule() -> None:
    # WA3xx is what retire reports, which has no rules.
    codes = [code for code in CODES if not code.startswith('WA3')]
    assert [rule.code for rule in RULES] == codes


@pytest.mark.parametrize('rule', RULES, ids=names(RULES))
def test_a_valid_example_is_not_reported(
    rule: Rule, registry: workarounds.Registry
) -> None:
    assert rule.VALID
    for example in rule.VALID:
        assert diagnose(rule, example, registry) == []


@pytest.mark.parametrize('rule', RULES, ids=names(RULES))
def test_an_invalid_example_is_reported(
    rule: Rule, registry: workarounds.Registry
) -> None:
    assert rule.INVALID
    for example in rule.INVALID:
        assert diagnose(rule, example, registry)


@pytest.mark.parametrize('rule', RULES, ids=names(RULES))
def test_a_rule_is_where_its_name_says(rule: Rule) -> None:
    name = CODES[rule.code].name
    assert type(rule).__name__ == name.title().replace('-', '')
    assert type(rule).__module__.split('.')[-1] == name.replace('-', '_')
    assert inspect.getdoc(type(rule)) != inspect.getdoc(Rule)


def test_all_messages(registry: workarounds.Registry) -> None:
    text = '\n'.join(shown(registry))
    if os.environ.get('SNAPSHOT') == 'write':
        SNAPSHOT.write_text(text)
    assert text == SNAPSHOT.read_text()


def shown(registry: workarounds.Registry) -> Iterator[str]:
    """Yield the lines of the snapshot."""
    for rule in RULES:
        yield f'{rule.code} {CODES[rule.code].name}'
        for example in rule.INVALID:
            for diagnostic in diagnose(rule, example, registry):
                place = f'{diagnostic.severity} {diagnostic.location}'
                yield f'    {place} {diagnostic.subject}'.rstrip()
                yield f'        {diagnostic.message}'
                yield f'        {diagnostic.cure}'
        yield ''
