# SPDX-License-Identifier: Apache-2.0
"""What a module says is told together, and leaves nothing behind."""

import gc
import weakref

import pytest

from workarounds.audit.collect import module_summary as modules
from workarounds.audit.collect.module_summary import ModuleSummary
from workarounds.source.text import Source
from workarounds.source.text import UnreadableError

TEXT = """
import workarounds
NAME = 'flush_it'
class A:
    group = CONF.workarounds
    def f(self):
        return self.group.flush_images or workarounds.enabled(NAME)
workarounds.Workaround(name=NAME, enabled_by='flush_images')
# flush_images
# workarounds: ignore=WA203 why
"""


def said(text: str) -> ModuleSummary:
    source = Source('service/code.py', text)
    return modules.summarise_python(source, {'flush_it'}, ['flush_it'])


def test_everything() -> None:
    one = said(TEXT)
    assert one.module.parts == ('service', 'code')
    kinds = [draft.reference.kind for draft in one.unresolved]
    assert sorted(kinds) == ['declaration', 'direct', 'enabled']
    assert [subject.name for subject in one.declarations] == ['flush_it']
    assert sorted(trace.kind for trace in one.mentions) == [
        'comment',
        'mention',
        'mention',
    ]
    assert [ignore.code for ignore in one.suppressions] == ['WA203']


@pytest.mark.parametrize('is_enabled', [True, False])
def test_the_collector_is_as_before(is_enabled: bool) -> None:
    was_enabled = gc.isenabled()
    try:
        (gc.enable if is_enabled else gc.disable)()
        said(TEXT)
        assert gc.isenabled() is is_enabled
        with pytest.raises(UnreadableError):
            said('(')
        assert gc.isenabled() is is_enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_the_tree_is_gone_without_the_collector(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trees = []
    parse = Source.parse

    def spy(source: Source) -> object:
        tree = parse(source)
        trees.append(weakref.ref(tree.body[0]))
        return tree

    monkeypatch.setattr(Source, 'parse', spy)
    gc.collect()
    gc.disable()
    try:
        said(TEXT)
        assert [tree() for tree in trees] == [None]
    finally:
        gc.enable()
