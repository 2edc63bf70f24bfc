# SPDX-License-Identifier: Apache-2.0
"""That oslo.config is what it is taken for, and what happens if it is not."""

from collections.abc import Iterator
from typing import Any

from oslo_config import cfg
import pytest

from workarounds.config import oslo_internals
from workarounds.config.oslo_internals import Watch

GROUP = 'workarounds'


@pytest.fixture
def conf() -> cfg.ConfigOpts:
    made = cfg.ConfigOpts()
    made.register_opt(cfg.BoolOpt('x', mutable=True, default=False), GROUP)
    made([], default_config_files=[], default_config_dirs=[])
    return made


def test_the_installed_oslo_config_behaves_as_assumed() -> None:
    assert oslo_internals.holds(cfg.ConfigOpts)


class KeepsItsMemory(cfg.ConfigOpts):
    """An override that does not empty the dictionary of values."""

    def set_override(self, *args: Any, **kwargs: Any) -> None:
        super().set_override(*args, **kwargs, clear_cache=False)


class ForgetsFirst(cfg.ConfigOpts):
    """An override that empties the dictionary and only then sets the value."""

    def set_override(self, *args: Any, **kwargs: Any) -> None:
        vars(self)['_ConfigOpts__cache'].clear()
        super().set_override(*args, **kwargs, clear_cache=False)


class KeepsItsNamespace(cfg.ConfigOpts):
    """A reload that goes unseen."""

    def mutate_config_files(self) -> Any:
        return {}


class ForgetsBeforeItReloads(cfg.ConfigOpts):
    """A reload that empties the dictionary before the new files count."""

    def reload_config_files(self) -> bool:
        vars(self)['_ConfigOpts__cache'].clear()
        self._namespace = self._reload_config_files()
        return True


class KeepsItsMemoryWhenCleared(cfg.ConfigOpts):
    """The files are forgotten, and the values are not."""

    def clear(self) -> None:
        kept = dict(vars(self)['_ConfigOpts__cache'])
        super().clear()
        vars(self)['_ConfigOpts__cache'].update(kept)


class HasNoMemory(cfg.ConfigOpts):
    """The dictionary of values has another name."""

    def __init__(self) -> None:
        super().__init__()
        vars(self)['_cache'] = vars(self).pop('_ConfigOpts__cache')


class WantsAnArgument(cfg.ConfigOpts):
    """Nobody can make one to look at."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.own_name = name


@pytest.mark.parametrize(
    'cls',
    [
        KeepsItsMemory,
        ForgetsFirst,
        KeepsItsNamespace,
        ForgetsBeforeItReloads,
        KeepsItsMemoryWhenCleared,
        HasNoMemory,
        WantsAnArgument,
        dict,
    ],
)
def test_whatever_behaves_otherwise_is_found_out(cls: type) -> None:
    assert not oslo_internals.holds(cls)


def test_it_is_said_that_lookups_will_take_longer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Unheard(WantsAnArgument):
        """Proven here for the first time."""

    caplog.set_level('INFO', 'workarounds')
    assert not oslo_internals.holds(Unheard)
    assert not oslo_internals.holds(Unheard)
    [message] = caplog.messages
    assert 'Unheard is not built as assumed' in message


def test_the_environment_does_not_disturb_the_proof(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Undisturbed(cfg.ConfigOpts):
        """Proven here for the first time."""

    monkeypatch.setenv('OS_WORKAROUNDS__PROOF', 'true')
    assert oslo_internals.holds(Undisturbed)


def test_a_passing_trouble_proves_nothing() -> None:
    class Troubled(cfg.ConfigOpts):
        """Can be made at the second try."""

        tries = 0

        def __init__(self) -> None:
            type(self).tries += 1
            if self.tries == 1:
                raise OSError('no file to be had')
            super().__init__()

    assert not oslo_internals.holds(Troubled)
    assert oslo_internals.holds(Troubled)


def test_what_behaves_otherwise_is_read_in_public() -> None:
    conf = WantsAnArgument('x')
    conf.register_opt(cfg.BoolOpt('x', default=True), GROUP)
    conf([], default_config_files=[], default_config_dirs=[])
    watch = Watch(conf)
    assert watch.open_memo(conf) is None
    assert oslo_internals.read(conf, 'x') is True


def test_the_memo_stays_while_nothing_changes(conf: cfg.ConfigOpts) -> None:
    watch = Watch(conf)
    memo = watch.open_memo(conf)
    assert memo is not None
    assert watch.admits(memo)
    assert watch.open_memo(conf) is memo is watch.memo


def changes(conf: cfg.ConfigOpts) -> Iterator[Any]:
    yield lambda: conf.set_override('x', True, GROUP)
    yield lambda: conf.register_opt(cfg.BoolOpt('y'), GROUP)
    yield conf.reload_config_files
    yield conf.reset


def test_the_memo_goes_with_every_change(conf: cfg.ConfigOpts) -> None:
    watch = Watch(conf)
    for change in changes(conf):
        conf([], default_config_files=[], default_config_dirs=[])
        memo = watch.open_memo(conf)
        assert memo is watch.memo
        change()
        assert memo is not watch.memo


def test_an_answer_that_comes_after_the_files_were_read_anew_is_dropped(
    conf: cfg.ConfigOpts,
) -> None:
    watch = Watch(conf)
    memo = watch.open_memo(conf)
    assert memo is not None
    conf.reload_config_files()
    assert not watch.admits(memo)


def test_an_override_is_told_from_its_value(conf: cfg.ConfigOpts) -> None:
    not_set = oslo_internals.NOT_SET
    assert oslo_internals.override(conf, 'x') is not_set
    conf.set_override('x', None, GROUP)
    assert oslo_internals.override(conf, 'x') is None
    conf.clear_override('x', GROUP)
    assert oslo_internals.override(conf, 'x') is not_set


def test_is_registered() -> None:
    conf = cfg.ConfigOpts()
    assert not oslo_internals.is_registered(conf, 'x')
    opt = cfg.BoolOpt('x')
    conf.register_opt(opt, GROUP)
    assert oslo_internals.is_registered(conf, 'x')
    assert not oslo_internals.is_registered(conf, 'y')
    assert oslo_internals.registered(conf, 'x') is opt
