# SPDX-License-Identifier: Apache-2.0
"""``enabled``, ``value`` and ``param``, which are never out of date."""

from collections.abc import Callable
import copy
import http.server
import os
import pathlib
import pickle
import threading
from typing import Any

from oslo_config import cfg
from oslo_config import fixture as config_fixture
from oslo_config import types
import pytest

from tests import capabilities
from tests import leaks
import workarounds
from workarounds import exceptions
from workarounds.config import options
from workarounds.config.lookup import Lookup

REGISTRY = workarounds.Registry(
    workarounds.Workaround(
        name='flush',
        summary='Flushes.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'),
        expires='35.0.0',
        disabled_by='disable_flush',
        mutable=True,
    ),
    workarounds.Workaround(
        name='wait',
        summary='Waits.',
        bugs=['https://bugs.example.org/2'],
        fix=workarounds.NoFix('a test'),
        expires='35.0.0',
        enabled_by=cfg.ListOpt(
            'wait_for',
            default=[],
            item_type=types.String(choices=['normal', 'direct']),
        ),
        params={'seconds': cfg.IntOpt('wait_seconds', default=3, min=1)},
    ),
    workarounds.RemovedWorkaround(
        name='gone', options=['gone'], removed_in='34.0.0', reason='fixed'
    ),
)


class Unsupported(cfg.ConfigOpts):
    """Nothing private of it is used: the test cannot make one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name_of_test = name


@pytest.fixture(params=['private', 'public'])
def conf(request: pytest.FixtureRequest) -> cfg.ConfigOpts:
    made = cfg.ConfigOpts() if request.param == 'private' else Unsupported('x')
    options.register_opts(made, REGISTRY)
    return made


@pytest.fixture
def lookup() -> Lookup:
    return Lookup(REGISTRY)


def parse(conf: cfg.ConfigOpts, path: pathlib.Path, text: str) -> None:
    path.write_text(f'[workarounds]\n{text}\n')
    conf([f'--config-file={path}'])


def from_another_thread(change: Callable[[], object]) -> None:
    thread = threading.Thread(target=change)
    thread.start()
    thread.join()


def test_the_default_holds_before_the_files_are_read(
    lookup: Lookup, conf: cfg.ConfigOpts
) -> None:
    assert lookup.enabled('flush', conf) is True
    assert lookup.enabled('wait', conf) is False
    assert lookup.param('wait', 'seconds', conf) == 3


def test_reading_the_files_is_noticed(
    lookup: Lookup, conf: cfg.ConfigOpts, tmp_path: pathlib.Path
) -> None:
    assert lookup.enabled('flush', conf) is True
    parse(conf, tmp_path / 'a.conf', 'disable_flush = true')
    assert lookup.enabled('flush', conf) is False


def test_a_list_that_is_not_empty_says_yes(
    lookup: Lookup, conf: cfg.ConfigOpts, tmp_path: pathlib.Path
) -> None:
    parse(conf, tmp_path / 'a.conf', 'wait_for = normal,direct')
    assert lookup.enabled('wait', conf) is True
    assert lookup.value('wait', conf) == ['normal', 'direct']


@pytest.mark.parametrize('run', [lambda change: change(), from_another_thread])
def test_every_change_is_noticed_at_once(
    lookup: Lookup,
    conf: cfg.ConfigOpts,
    tmp_path: pathlib.Path,
    run: Callable[[Callable[[], object]], None],
) -> None:
    path = tmp_path / 'a.conf'
    parse(conf, path, '')

    def reload(value: str, how: Callable[[], object]) -> Callable[[], None]:
        def change() -> None:
            path.write_text(f'[workarounds]\ndisable_flush = {value}\n')
            how()

        return change

    group = 'workarounds'
    changes: list[tuple[Callable[[], object], bool]] = [
        (lambda: conf.set_override('disable_flush', True, group), False),
        (lambda: conf.clear_override('disable_flush', group), True),
        (lambda: conf.set_default('disable_flush', True, group), False),
        (lambda: conf.clear_default('disable_flush', group), True),
        (reload('true', conf.reload_config_files), False),
        (reload('false', conf.reload_config_files), True),
        (reload('true', conf.mutate_config_files), False),
        (reload('false', conf.mutate_config_files), True),
        (reload('true', lambda: conf([f'--config-file={path}'])), False),
        (conf.reset, True),
        (lambda: conf([f'--config-file={path}']), False),
        (conf.clear, True),
    ]
    for change, expected in changes:
        run(change)
        # The second answer is the one that may come from memory.
        for _ in range(2):
            assert lookup.enabled('flush', conf) is expected
            assert lookup.value('flush', conf) is not expected


def test_the_environment_counts(
    lookup: Lookup,
    conf: cfg.ConfigOpts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv('OS_WORKAROUNDS__DISABLE_FLUSH', 'yes')
    conf([], default_config_files=[], default_config_dirs=[])
    assert lookup.enabled('flush', conf) is False


def test_the_config_fixture_of_oslo_is_noticed(
    lookup: Lookup, conf: cfg.ConfigOpts
) -> None:
    assert lookup.enabled('flush', conf) is True
    with config_fixture.Config(conf) as config:
        config.config(disable_flush=True, group='workarounds')
        assert lookup.enabled('flush', conf) is False
    assert lookup.enabled('flush', conf) is True


def test_a_read_while_another_thread_reloads_is_not_remembered(
    lookup: Lookup, tmp_path: pathlib.Path
) -> None:
    conf = cfg.ConfigOpts()
    options.register_opts(conf, REGISTRY)
    path = tmp_path / 'pipe.conf'
    os.mkfifo(path)

    def feed(text: str, meanwhile: Callable[[], object]) -> None:
        # Opening the pipe waits until a reader opens it.
        with path.open('w') as pipe:
            meanwhile()
            pipe.write(f'[workarounds]\n{text}\n')

    def read_through(read: Callable[[], object], text: str) -> None:
        thread = threading.Thread(target=read)
        thread.start()
        feed(text, lambda: lookup.enabled('flush', conf))
        thread.join()

    files = [f'--config-file={path}']
    read_through(lambda: conf(files), 'disable_flush = true')
    assert lookup.enabled('flush', conf) is False
    read_through(conf.mutate_config_files, 'disable_flush = false')
    assert lookup.enabled('flush', conf) is True
    read_through(conf.mutate_config_files, 'disable_flush = true')
    assert lookup.enabled('flush', conf) is False
    read_through(conf.reload_config_files, 'disable_flush = false')
    read_through(lambda: conf(files), 'disable_flush = false')
    assert lookup.enabled('flush', conf) is True


@capabilities.needs_remote_files
def test_a_read_while_a_remote_source_is_opened_is_not_remembered(
    lookup: Lookup, tmp_path: pathlib.Path
) -> None:
    conf = cfg.ConfigOpts()
    options.register_opts(conf, REGISTRY)

    class Source(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            lookup.enabled('flush', conf)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'[workarounds]\ndisable_flush = true\n')

        do_HEAD = do_GET  # noqa: N815, the base class says so

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), Source) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            path = tmp_path / 'a.conf'
            path.write_text(
                '[DEFAULT]\nconfig_source = far\n[far]\n'
                'driver = remote_file\n'
                f'uri = http://127.0.0.1:{server.server_port}/far.conf\n'
            )
            conf([f'--config-file={path}'])
        finally:
            server.shutdown()
            serving.join()
    assert lookup.enabled('flush', conf) is False
    assert lookup.enabled('flush', conf) is False


def test_no_thread_sees_an_old_answer_after_a_change(
    lookup: Lookup,
) -> None:
    conf = cfg.ConfigOpts()
    options.register_opts(conf, REGISTRY)
    conf([], default_config_files=[], default_config_dirs=[])
    stop = threading.Event()

    def hammer() -> None:
        while not stop.is_set():
            lookup.enabled('flush', conf)

    readers = [threading.Thread(target=hammer) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        for turn in range(2000):
            off = turn % 2 == 0
            conf.set_override('disable_flush', off, 'workarounds')
            assert lookup.enabled('flush', conf) is not off
    finally:
        stop.set()
        for reader in readers:
            reader.join()


def test_a_child_process_goes_its_own_way(
    lookup: Lookup, conf: cfg.ConfigOpts
) -> None:
    conf([], default_config_files=[], default_config_dirs=[])
    assert lookup.enabled('flush', conf) is True
    child = os.fork()
    if child == 0:
        before = lookup.enabled('flush', conf)
        conf.set_override('disable_flush', True, 'workarounds')
        after = lookup.enabled('flush', conf)
        os._exit(0 if (before, after) == (True, False) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert lookup.enabled('flush', conf) is True


def test_a_copy_goes_its_own_way(lookup: Lookup) -> None:
    conf = cfg.ConfigOpts()
    options.register_opts(conf, REGISTRY)
    conf([], default_config_files=[], default_config_dirs=[])
    assert lookup.enabled('flush', conf) is True
    copied = copy.deepcopy(conf)
    copied.set_override('disable_flush', True, 'workarounds')
    assert lookup.enabled('flush', copied) is False
    copied.clear_override('disable_flush', 'workarounds')
    assert lookup.enabled('flush', copied) is True
    assert lookup.enabled('flush', conf) is True


@pytest.mark.skipif(
    not hasattr(cfg.ConfigOpts, 'import_state'),
    reason='this oslo.config cannot hand a configuration to a process',
)
def test_a_configuration_sent_to_another_process_is_read(
    lookup: Lookup, tmp_path: pathlib.Path
) -> None:
    conf = cfg.ConfigOpts()
    options.register_opts(conf, REGISTRY)
    parse(conf, tmp_path / 'a.conf', 'disable_flush = true')
    assert lookup.enabled('flush', conf) is False
    received = pickle.loads(pickle.dumps(conf))
    assert lookup.enabled('flush', received) is False
    fresh = cfg.ConfigOpts()
    options.register_opts(fresh, REGISTRY)
    fresh([], default_config_files=[], default_config_dirs=[])
    assert lookup.enabled('flush', fresh) is True
    # As a spawned process does it with the global configuration object.
    fresh.__setstate__(conf.__getstate__())
    assert lookup.enabled('flush', fresh) is False


def test_an_unknown_name_raises_with_the_nearest_names(
    lookup: Lookup, conf: cfg.ConfigOpts
) -> None:
    with pytest.raises(
        exceptions.UnknownWorkaroundError, match='did you mean flush'
    ):
        lookup.enabled('flusch', conf)


def test_a_removed_name_raises_with_the_release(
    lookup: Lookup, conf: cfg.ConfigOpts
) -> None:
    with pytest.raises(
        exceptions.RemovedWorkaroundError, match=r'removed in 34\.0\.0'
    ):
        lookup.enabled('gone', conf)


def test_an_unknown_param_raises_with_the_known_ones(
    lookup: Lookup, conf: cfg.ConfigOpts
) -> None:
    with pytest.raises(exceptions.UnknownParamError, match='write seconds'):
        lookup.param('wait', 'minutes', conf)


@pytest.mark.parametrize('ask', ['enabled', 'value'])
def test_options_that_are_not_registered_raise_with_the_cure(
    lookup: Lookup, ask: str
) -> None:
    with pytest.raises(
        exceptions.NotRegisteredError, match=r'call workarounds\.register_opts'
    ):
        getattr(lookup, ask)('flush', cfg.ConfigOpts())


@pytest.mark.parametrize(
    ('wrong', 'hint'),
    [
        ('lvm-1', "write group='lvm-1' if it is the group of the toggle"),
        (3, 'give an oslo_config.cfg.ConfigOpts'),
        ({}, 'give an oslo_config.cfg.ConfigOpts'),
        (cfg.OptGroup('x'), 'give an oslo_config.cfg.ConfigOpts'),
    ],
)
@pytest.mark.parametrize(
    'ask',
    [
        lambda wrong: Lookup(REGISTRY).enabled('flush', wrong),
        lambda wrong: Lookup(REGISTRY).value('flush', wrong),
        lambda wrong: Lookup(REGISTRY).param('wait', 'seconds', wrong),
        workarounds.register_opts,
        workarounds.log_status,
    ],
)
def test_what_is_no_configuration_raises_with_the_cure(
    ask: Callable[[Any], object], wrong: Any, hint: str
) -> None:
    with pytest.raises(TypeError) as caught:
        ask(wrong)
    assert str(caught.value) == (
        f'conf is a {type(wrong).__name__}, not a configuration object; {hint}'
    )


def test_a_bad_value_raises_with_file_line_option_and_accepted_values(
    lookup: Lookup, conf: cfg.ConfigOpts, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / 'a.conf'
    parse(conf, path, '# a comment\nwait_for = normal,purple')
    with pytest.raises(exceptions.InvalidValueError) as caught:
        lookup.enabled('wait', conf)
    assert str(caught.value) == (
        f"[workarounds] wait_for: 'normal,purple' from {path}:3 is not "
        f'accepted; accepted: a comma-separated list of normal, direct'
    )
    # The invalid value is not remembered either.
    path.write_text('[workarounds]\nwait_for = direct\n')
    conf.reload_config_files()
    assert lookup.enabled('wait', conf) is True


def test_a_bad_param_raises_as_well(
    lookup: Lookup, conf: cfg.ConfigOpts, tmp_path: pathlib.Path
) -> None:
    parse(conf, tmp_path / 'a.conf', 'wait_seconds = 0')
    with pytest.raises(
        exceptions.InvalidValueError, match='accepted: an integer from 1'
    ):
        lookup.param('wait', 'seconds', conf)


def test_the_global_configuration_answers_when_none_is_given() -> None:
    registry = workarounds.Registry(
        workarounds.Workaround(
            name='asked_of_the_global_one',
            summary='Is asked.',
            bugs=['https://bugs.example.org/3'],
            fix=workarounds.NoFix('a test'),
            expires='35.0.0',
        )
    )
    lookup = Lookup(registry)
    options.register_opts(cfg.CONF, registry)
    option, group = 'asked_of_the_global_one', 'workarounds'
    cfg.CONF([], default_config_files=[], default_config_dirs=[])
    assert lookup.enabled(option) is False
    cfg.CONF.set_override(option, True, group)
    try:
        assert lookup.enabled(option) is True
        assert lookup.value(option) is True
        assert lookup.enabled(option, conf=cfg.CONF) is True
    finally:
        cfg.CONF.clear_override(option, group)
    assert lookup.enabled(option) is False
    cfg.CONF.reset()


def test_two_registries_on_one_configuration_do_not_mix(
    conf: cfg.ConfigOpts,
) -> None:
    def registry(**polarity: str) -> workarounds.Registry:
        return workarounds.Registry(
            workarounds.Workaround(
                name='same_name',
                summary='Is declared twice.',
                bugs=['https://bugs.example.org/4'],
                fix=workarounds.NoFix('a test'),
                expires='35.0.0',
                **polarity,  # type: ignore[arg-type]  # it fits no other field
            )
        )

    on, off = registry(enabled_by='switch'), registry(disabled_by='switch')
    options.register_opts(conf, on)
    conf([], default_config_files=[], default_config_dirs=[])
    first, second = Lookup(on), Lookup(off)
    for _ in range(2):
        assert first.enabled('same_name', conf) is False
        assert second.enabled('same_name', conf) is True


def test_a_global_configuration_put_in_its_place_for_a_while_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registry = workarounds.Registry(
        workarounds.Workaround(
            name='asked_of_another',
            summary='Is asked.',
            bugs=['https://bugs.example.org/5'],
            fix=workarounds.NoFix('a test'),
            expires='35.0.0',
        )
    )
    lookup, other = Lookup(registry), cfg.ConfigOpts()
    for conf in (cfg.CONF, other):
        options.register_opts(conf, registry)
        conf([], default_config_files=[], default_config_dirs=[])
    other.set_override('asked_of_another', True, 'workarounds')
    with monkeypatch.context() as patch:
        patch.setattr(cfg, 'CONF', other)
        lookup.enabled('asked_of_another')
        lookup.value('asked_of_another')
    assert lookup.enabled('asked_of_another') is False
    assert lookup.value('asked_of_another') is False
    cfg.CONF.reset()


@pytest.mark.parametrize(
    'text', [text for text, _ in leaks.STARTING.values()], ids=leaks.STARTING
)
def test_no_error_quotes_the_value_of_another_option(
    tmp_path: pathlib.Path, text: str
) -> None:
    registry = workarounds.Registry(*leaks.DECLARATIONS)
    lookup = Lookup(registry)
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    path = tmp_path / 'nova.conf'
    path.write_text(text)
    conf([f'--config-file={path}'])
    for ask in (
        lambda: lookup.enabled('flush', conf),
        lambda: lookup.value('types', conf),
        lambda: lookup.param('flush', 'count', conf),
        lambda: lookup.param('flush', 'url', conf),
    ):
        try:
            ask()
        except exceptions.InvalidValueError as error:
            for said in leaks.texts_of(error):
                assert leaks.SECRET not in said


def test_the_error_of_oslo_config_is_not_kept(
    conf: cfg.ConfigOpts, lookup: Lookup, tmp_path: pathlib.Path
) -> None:
    parse(conf, tmp_path / 'nova.conf', 'disable_flush = true\n  secret')
    with pytest.raises(exceptions.InvalidValueError) as caught:
        lookup.enabled('flush', conf)
    # It quotes the whole value.
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert "'true ...' from" in str(caught.value)
    assert '; the indented line 3 belongs to it; ' in str(caught.value)
