# SPDX-License-Identifier: Apache-2.0
"""oslo.config works as assumed; otherwise the public lookup is used."""

from collections.abc import Iterator
from typing import Any

from oslo_config import cfg
import pytest

from workarounds.config import oslo_internals
from workarounds.config.lookup_cache import LookupCache
from workarounds.declarations.toggle import OptionName

GROUP = 'workarounds'
X = OptionName(GROUP, 'x')


@pytest.fixture
def conf() -> cfg.ConfigOpts:
    made = cfg.ConfigOpts()
    made.register_opt(cfg.BoolOpt('x', mutable=True, default=False), GROUP)
    made([], default_config_files=[], default_config_dirs=[])
    return made


def test_the_installed_oslo_config_behaves_as_assumed() -> None:
    assert oslo_internals.is_supported(cfg.ConfigOpts)


class KeepsItsCache(cfg.ConfigOpts):
    """An override that does not empty oslo.config's cache."""

    def set_override(self, *args: Any, **kwargs: Any) -> None:
        super().set_override(*args, **kwargs, clear_cache=False)


class EmptiesItsCacheFirst(cfg.ConfigOpts):
    """An override that empties the cache and only then sets the value."""

    def set_override(self, *args: Any, **kwargs: Any) -> None:
        vars(self)['_ConfigOpts__cache'].clear()
        super().set_override(*args, **kwargs, clear_cache=False)


class KeepsItsNamespace(cfg.ConfigOpts):
    """A reload that does nothing."""

    def mutate_config_files(self) -> Any:
        return {}


class EmptiesItsCacheBeforeItReloads(cfg.ConfigOpts):
    """A reload that empties the cache before the new files count."""

    def reload_config_files(self) -> bool:
        vars(self)['_ConfigOpts__cache'].clear()
        self._namespace = self._reload_config_files()
        return True


class KeepsItsCacheWhenCleared(cfg.ConfigOpts):
    """The files are cleared, and the cache is not."""

    def clear(self) -> None:
        kept = dict(vars(self)['_ConfigOpts__cache'])
        super().clear()
        vars(self)['_ConfigOpts__cache'].update(kept)


class HasNoCache(cfg.ConfigOpts):
    """The cache has another name."""

    def __init__(self) -> None:
        super().__init__()
        vars(self)['_cache'] = vars(self).pop('_ConfigOpts__cache')


class WantsAnArgument(cfg.ConfigOpts):
    """None can be made for the test."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.own_name = name


@pytest.mark.parametrize(
    'cls',
    [
        KeepsItsCache,
        EmptiesItsCacheFirst,
        KeepsItsNamespace,
        EmptiesItsCacheBeforeItReloads,
        KeepsItsCacheWhenCleared,
        HasNoCache,
        WantsAnArgument,
        dict,
    ],
)
def test_a_class_that_behaves_otherwise_is_not_supported(cls: type) -> None:
    assert not oslo_internals.is_supported(cls)


def test_an_unsupported_class_is_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Unsupported(WantsAnArgument):
        """Not tested before."""

    caplog.set_level('INFO', 'workarounds')
    assert not oslo_internals.is_supported(Unsupported)
    assert not oslo_internals.is_supported(Unsupported)
    [message] = caplog.messages
    assert message.startswith('unsupported ConfigOpts class ')
    assert message.endswith('Unsupported; using the slower public lookup')


def test_the_test_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    class Silent(cfg.ConfigOpts):
        """Not tested before."""

    caplog.set_level('INFO')
    assert oslo_internals.is_supported(Silent)
    assert caplog.messages == []


def test_the_environment_does_not_disturb_the_test(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Undisturbed(cfg.ConfigOpts):
        """Not tested before."""

    monkeypatch.setenv('OS_WORKAROUNDS__SELF_TEST', 'true')
    assert oslo_internals.is_supported(Undisturbed)


def test_a_passing_error_decides_nothing() -> None:
    class Troubled(cfg.ConfigOpts):
        """Can be made at the second try."""

        tries = 0

        def __init__(self) -> None:
            type(self).tries += 1
            if self.tries == 1:
                raise OSError('no file to be had')
            super().__init__()

    assert not oslo_internals.is_supported(Troubled)
    assert oslo_internals.is_supported(Troubled)


def test_an_unsupported_class_is_read_in_public() -> None:
    conf = WantsAnArgument('x')
    conf.register_opt(cfg.BoolOpt('x', default=True), GROUP)
    conf([], default_config_files=[], default_config_dirs=[])
    cache = LookupCache(conf)
    assert cache.open_snapshot(conf) is None
    assert oslo_internals.read_option(conf, X) is True


def test_the_snapshot_stays_while_nothing_changes(
    conf: cfg.ConfigOpts,
) -> None:
    cache = LookupCache(conf)
    snapshot = cache.open_snapshot(conf)
    assert snapshot is not None
    assert cache.may_keep(snapshot)
    assert cache.open_snapshot(conf) is snapshot is cache.snapshot


def changes(conf: cfg.ConfigOpts) -> Iterator[Any]:
    yield lambda: conf.set_override('x', True, GROUP)
    yield lambda: conf.register_opt(cfg.BoolOpt('y'), GROUP)
    yield conf.reload_config_files
    yield conf.reset


def test_every_change_invalidates_the_snapshot(conf: cfg.ConfigOpts) -> None:
    cache = LookupCache(conf)
    for change in changes(conf):
        conf([], default_config_files=[], default_config_dirs=[])
        snapshot = cache.open_snapshot(conf)
        assert snapshot is cache.snapshot
        change()
        assert snapshot is not cache.snapshot


def test_an_answer_that_comes_after_the_files_were_read_anew_is_dropped(
    conf: cfg.ConfigOpts,
) -> None:
    cache = LookupCache(conf)
    snapshot = cache.open_snapshot(conf)
    assert snapshot is not None
    conf.reload_config_files()
    assert not cache.may_keep(snapshot)


def test_an_override_is_reported_from_its_value(conf: cfg.ConfigOpts) -> None:
    not_set = oslo_internals.NOT_SET
    assert oslo_internals.get_override(conf, X) is not_set
    conf.set_override('x', None, GROUP)
    assert oslo_internals.get_override(conf, X) is None
    conf.clear_override('x', GROUP)
    assert oslo_internals.get_override(conf, X) is not_set


def test_is_registered() -> None:
    conf = cfg.ConfigOpts()
    assert not oslo_internals.is_registered(conf, X)
    opt = cfg.BoolOpt('x')
    conf.register_opt(opt, GROUP)
    assert oslo_internals.is_registered(conf, X)
    assert not oslo_internals.is_registered(conf, OptionName(GROUP, 'y'))
    assert oslo_internals.get_registered_opt(conf, X) is opt
