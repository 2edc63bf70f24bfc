# SPDX-License-Identifier: Apache-2.0
"""The files of a configuration, and the one whose value counts."""

import pathlib

from oslo_config import cfg
import pytest

from workarounds.config import reading


def write(directory: pathlib.Path, **texts: str) -> list[str]:
    paths = []
    for name, text in texts.items():
        path = directory / f'{name}.conf'
        path.write_text(text)
        paths.append(str(path))
    return paths


@pytest.mark.parametrize(
    ('texts', 'names', 'value'),
    [
        (['[a]\nx = 1\nx = 2\n'], [('a', 'x')], '2'),
        (['[a]\nx = 1\n', '[a]\nx = 2\n'], [('a', 'x')], '2'),
        (['[a]\nx = 1\n', '[a]\ny = 2\n'], [('a', 'x')], '1'),
        (['[a]\nx = 1\nold = 2\n'], [('a', 'x'), ('a', 'old')], '1'),
        (['[a]\nx = 1\n', '[a]\nold = 2\n'], [('a', 'x'), ('a', 'old')], '2'),
        (['[A]\nx = 1\n'], [('a', 'x')], '1'),
        (['[a]\nx = 1\n[A]\nx = 2\n'], [('a', 'x')], '2'),
        (['[default]\nx = 1\n'], [('DEFAULT', 'x')], None),
        (['[a]\nX = 1\n'], [('a', 'x')], None),
        (['[b]\nx = 1\n'], [('a', 'x')], None),
    ],
)
def test_the_entry_is_found_that_counts_for_oslo_config(
    tmp_path: pathlib.Path,
    texts: list[str],
    names: list[tuple[str, str]],
    value: str | None,
) -> None:
    paths = write(tmp_path, **{f'f{i}': text for i, text in enumerate(texts)})
    entry = reading.read_sources(('file', path) for path in paths).find_entry(
        names
    )
    assert (entry.value if entry else None) == value
    conf = cfg.ConfigOpts()
    (group, name), *old = names
    opt = cfg.StrOpt(
        name, deprecated_opts=[cfg.DeprecatedOpt(n, g) for g, n in old]
    )
    conf.register_opt(opt, None if group == 'DEFAULT' else group)
    conf([f'--config-file={path}' for path in paths])
    assert (conf if group == 'DEFAULT' else conf[group])[name] == value


def test_a_directory_is_read_as_oslo_config_reads_it(
    tmp_path: pathlib.Path,
) -> None:
    texts = {name: f'[a]\n{name} = 1\n' for name in ('b', 'a', 'c')}
    write(tmp_path, **texts)
    write(tmp_path, **{'.hidden': '[a]\nhidden = 1\n'})
    (tmp_path / 'd.conf.bak').write_text('[a]\nbackup = 1\n')
    (tmp_path / '.#a.conf').symlink_to('the.lock.of.an.editor')
    names = [
        pathlib.Path(path).name
        for path in reading.list_directory(str(tmp_path))
    ]
    assert names == ['a.conf', 'b.conf', 'c.conf']
    conf = cfg.ConfigOpts()
    conf.register_opts([cfg.IntOpt(name) for name in ('a', 'hidden')], 'a')
    conf([f'--config-dir={tmp_path}'])
    assert (conf.a.a, conf.a.hidden) == (1, None)


def test_a_configuration_that_has_read_nothing_has_no_files() -> None:
    assert list(reading.read_config_files(cfg.ConfigOpts()).files) == []


def found(conf: cfg.ConfigOpts) -> str | None:
    entry = reading.read_config_files(conf).find_entry([('a', 'x')])
    return pathlib.Path(entry.file).name if entry else None


@pytest.mark.parametrize(
    ('order', 'counts'),
    [
        (['--config-file={a}', '--config-file={b}'], 'b.conf'),
        (['--config-file={b}', '--config-file={a}'], 'a.conf'),
        (['--config-file', '{a}', '--config-dir', '{d}'], 'c.conf'),
        (['--config-dir', '{d}', '--config-file', '{a}'], 'a.conf'),
    ],
)
def test_the_file_that_counts_for_oslo_config_counts(
    tmp_path: pathlib.Path, order: list[str], counts: str
) -> None:
    a, b = write(tmp_path, a='[a]\nx = a.conf\n', b='[a]\nx = b.conf\n')
    directory = tmp_path / 'd'
    directory.mkdir()
    write(directory, c='[a]\nx = c.conf\n')
    conf = cfg.ConfigOpts()
    conf.register_opt(cfg.StrOpt('x'), 'a')
    conf([argument.format(a=a, b=b, d=directory) for argument in order])
    assert conf.a.x == counts
    assert found(conf) == counts


def test_the_default_files_and_directories_are_known(
    tmp_path: pathlib.Path,
) -> None:
    (path,) = write(tmp_path, a='[a]\nx = 1\n')
    directory = tmp_path / 'd'
    directory.mkdir()
    conf = cfg.ConfigOpts()
    conf(
        [],
        default_config_files=[path],
        default_config_dirs=[str(directory), str(tmp_path / 'missing')],
    )
    assert found(conf) == 'a.conf'
    write(directory, b='[a]\nx = 2\n')
    assert found(conf) == 'b.conf'


def test_a_key_named_like_the_option_does_not_hide_the_file(
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / 'nova.conf'
    path.write_text('[DEFAULT]\nconfig_file = other.conf\n[a]\nx = 1\n')
    conf = cfg.ConfigOpts()
    conf.register_opt(cfg.IntOpt('x'), 'a')
    conf([], default_config_files=[str(path)])
    assert conf.a.x == 1
    assert found(conf) == 'nova.conf'


def test_options_of_the_service_that_begin_alike_are_no_trouble(
    tmp_path: pathlib.Path,
) -> None:
    (path,) = write(tmp_path, a='[a]\nx = a.conf\n')
    conf = cfg.ConfigOpts()
    conf.register_cli_opts([cfg.StrOpt('config'), cfg.StrOpt('conf')])
    conf(['--config', 'x', '--conf', 'y', f'--config-file={path}'])
    assert found(conf) == 'a.conf'


def test_an_option_that_is_cut_short_counts_beside_the_default_files(
    tmp_path: pathlib.Path,
) -> None:
    a, b = write(tmp_path, a='[a]\nx = 1\n', b='[a]\ny = 2\n')
    conf = cfg.ConfigOpts()
    conf.register_opts([cfg.IntOpt('x'), cfg.IntOpt('y')], 'a')
    conf(['--config-fil', str(b)], default_config_files=[str(a)])
    assert (conf.a.x, conf.a.y) == (1, 2)
    files = [file.path for file in reading.read_config_files(conf).files]
    assert files == [str(a), str(b)]
