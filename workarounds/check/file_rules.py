# SPDX-License-Identifier: Apache-2.0
"""What is wrong with the lines of files, and with variables."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import difflib
import itertools

from oslo_config import cfg

from workarounds import _text
from workarounds import diagnostics
from workarounds.config import files as config_files
from workarounds.config import help_text
from workarounds.config import origin as config_origin
from workarounds.config import oslo_internals
from workarounds.config.files import ConfigFiles
from workarounds.config.origin import Origin
from workarounds.declarations.declaration import RemovedWorkaround
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Finding

#: How many lines are worth naming.
_FEW = 3
#: For how many unknown keys a near name is looked for, which takes time: a
#: file with more than these has another mistake.
_HINTS = 100


def find(
    registry: Registry,
    conf: cfg.ConfigOpts,
    files: ConfigFiles,
    environ: Mapping[str, str],
    *,
    service_version: str | None,
) -> Iterator[Finding]:
    """Find lines and variables that have no effect, or a doubtful one.

    :param service_version: the release whose options count
    """
    if not oslo_internals.uses_environment(conf):
        environ = {}
    return itertools.chain(
        _strangers(registry, conf, files, environ, service_version),
        _misplaced(registry, conf, files),
        _near_sections(conf, files),
        _repeated(registry, files),
    )


def _strangers(
    registry: Registry,
    conf: cfg.ConfigOpts,
    files: ConfigFiles,
    environ: Mapping[str, str],
    service_version: str | None,
) -> Iterator[Finding]:
    """Find keys in the section, and variables, that are no live option."""
    known = _known(registry, conf)
    told = 0
    for entry in files.entries:
        if _is_ours(entry.section) and entry.key not in known:
            owner = registry.find_owner(entry.key)
            origin = Origin('file', entry.file, entry.line)
            if isinstance(owner, RemovedWorkaround):
                yield _removed(owner, entry.key, origin, service_version)
                continue
            near = known if told < _HINTS else set[str]()
            told += 1
            yield _unknown(entry.key, origin, near)
    removed = {
        config_origin.environment_variable(option): one
        for one in registry.removed
        for option in one.options
    }
    prefix, variables = (
        config_origin.environment_variable(''),
        map(config_origin.environment_variable, known),
    )
    for name in environ.keys() - set(variables):
        if name.startswith(prefix):
            key = name.removeprefix(prefix).lower()
            origin = Origin('environment', name)
            if name in removed:
                yield _removed(removed[name], key, origin, service_version)
            else:
                yield _unknown(key, origin, known)


def _removed(
    removed: RemovedWorkaround,
    key: str,
    origin: Origin,
    service_version: str | None,
) -> Finding:
    is_gone, text = help_text.removal(key, removed, service_version)
    later = f'{removed.removed_in} or later'
    when = {
        True: '',
        False: f' when you upgrade to {later}',
        None: f' if the service is at {later}',
    }
    return Finding(
        diagnostics.REMOVED,
        'note' if is_gone is False else 'warning',
        origin,
        f'{text}; {_removal_cure(origin)}{when[is_gone]}',
        removed.name,
    )


def _unknown(key: str, origin: Origin, known: set[str]) -> Finding:
    return Finding(
        diagnostics.UNKNOWN_OPTION,
        'warning',
        origin,
        f'{_shown(key)} is the option of no workaround and has no effect; '
        f'{_did_you_mean(key, known)}{_removal_cure(origin)}',
    )


def _removal_cure(origin: Origin) -> str:
    return 'delete the line' if origin.kind == 'file' else 'unset it'


def _known(registry: Registry, conf: cfg.ConfigOpts) -> set[str]:
    # A service that adopts its options one by one has others in the group.
    names = {option for one in registry for option in one.options}
    names.update(conf[oslo_internals.GROUP])
    return names | {key for section, key in _former(conf) if _is_ours(section)}


def _former(conf: cfg.ConfigOpts) -> set[tuple[str, str]]:
    """Return the sections and keys that options had before."""
    group = oslo_internals.GROUP
    return {
        (old.group or group, old.name or name)
        for name in conf[group]
        for old in oslo_internals.get_registered_opt(
            conf, name
        ).deprecated_opts
    }


def _did_you_mean(key: str, known: set[str]) -> str:
    near = difflib.get_close_matches(key.replace('-', '_').lower(), known)
    return f'did you mean {" or ".join(near)}? If not, ' if near else ''


def _misplaced(
    registry: Registry,
    conf: cfg.ConfigOpts,
    files: ConfigFiles,
) -> Iterator[Finding]:
    """Find options of ours in sections that are not ours."""
    former = _former(conf)
    for entry in files.entries:
        owner = registry.find_owner(entry.key)
        if (
            owner is None
            or _is_ours(entry.section)
            or _is_near(entry.section)
            or (entry.section, entry.key) in former
            or _has_option(conf, entry.section, entry.key)
        ):
            continue
        live = isinstance(owner, Workaround)
        is_name = _text.is_name(entry.section)
        section = f'[{entry.section}]' if is_name else 'this section'
        yield Finding(
            diagnostics.MISPLACED,
            'warning',
            Origin('file', entry.file, entry.line),
            f'{entry.key} has no effect in {section}; '
            + ('move it to [workarounds]' if live else 'delete the line'),
            owner.name,
        )


def _has_option(conf: cfg.ConfigOpts, section: str, key: str) -> bool:
    """Tell whether the service has an option of that name there."""
    if section == 'DEFAULT':
        return key in conf
    try:
        found = conf[section]
    except (ValueError, cfg.Error):
        # Not a group: an option of that name, with a value that is wrong.
        return False
    return isinstance(found, cfg.ConfigOpts.GroupAttr) and key in found


def _near_sections(
    conf: cfg.ConfigOpts, files: ConfigFiles
) -> Iterator[Finding]:
    for section in files.sections:
        if _is_near(section.name) and section.name not in conf:
            yield Finding(
                diagnostics.UNKNOWN_SECTION,
                'warning',
                Origin('file', section.file, section.line),
                f'nothing reads the section [{section.name}]; write '
                f'[workarounds]',
            )


def _repeated(registry: Registry, files: ConfigFiles) -> Iterator[Finding]:
    for file in files.files:
        headers = [one for one in file.sections if _is_ours(one.name)]
        for again in headers[1:]:
            yield Finding(
                diagnostics.SECTION_TWICE,
                'note',
                Origin('file', again.file, again.line),
                f'the file has [workarounds] already in line '
                f'{headers[0].line}; oslo.config reads both as one',
            )
        lines: dict[str, list[int]] = {}
        for entry in file.entries:
            if _is_ours(entry.section):
                lines.setdefault(entry.key, []).append(entry.line)
        for key, places in lines.items():
            if len(places) > 1:
                owner = registry.find_owner(key)
                shown = _shown(key) if owner is None else key
                yield Finding(
                    diagnostics.SET_TWICE,
                    'warning',
                    Origin('file', file.path, places[-1]),
                    f'{shown} is set {len(places)} times, in the lines '
                    f'{_numbers(places)}; the last one counts, delete the '
                    f'others',
                    owner.name if owner is not None else '',
                )


def _shown(key: str) -> str:
    return key if _text.is_name(key) else 'this key'


def _numbers(places: Sequence[int]) -> str:
    *others, last = map(str, places)
    if len(others) > _FEW:
        others = [*others[:_FEW], '...']
    return f'{", ".join(others)} and {last}'


def _is_ours(section: str) -> bool:
    return config_files.same_section(section, oslo_internals.GROUP)


def _is_near(section: str) -> bool:
    """Tell whether a section was probably meant to be ours, and is not."""
    plain = section.strip().lower().replace('-', '').replace('_', '')
    near = difflib.get_close_matches(
        plain, [oslo_internals.GROUP], cutoff=0.85
    )
    return bool(near) and not _is_ours(section)
