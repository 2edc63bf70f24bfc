# SPDX-License-Identifier: Apache-2.0
"""The origin of the value of an option."""

import dataclasses
import os
import re
from typing import Any
from typing import Literal

from oslo_config import cfg
from oslo_config import types

from workarounds import _text
from workarounds import exceptions
from workarounds.config import help_text
from workarounds.config import indented
from workarounds.config import oslo_internals
from workarounds.config import reading
from workarounds.config.files import ConfigFiles
from workarounds.config.files import Entry
from workarounds.config.indented import Run
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.toggle import OptionName

#: As in oslo.config's templates; also a group, a dot and an option.
_REFERENCE = re.compile(r'\$\{?([_a-z][._a-z0-9]*)', re.IGNORECASE)

Kind = Literal[
    'default', 'file', 'environment', 'command line', 'override', 'remote'
]


@dataclasses.dataclass(frozen=True)
class Origin:
    """The origin of an option's value.

    :param kind: kind of the origin
    :param detail: file, variable, line of code or address
    :param line: line of the file, counted from 1
    :param end_line: its last line, if indented lines continue the value
    :param runs: the lines that look like their own, and what is between them
    """

    kind: Kind
    detail: str = ''
    line: int | None = None
    end_line: int | None = None
    runs: tuple[Run, ...] = ()

    @property
    def value_end(self) -> int | None:
        """The last line before those that look like lines of their own."""
        return self.runs[0].first - 1 if self.runs else self.end_line

    def __str__(self) -> str:
        # The name of a variable can contain control characters.
        detail = _text.printable(self.detail)
        if self.line is not None:
            return f'{detail}:{self.line}'
        if self.kind in ('file', 'remote'):
            return detail or 'a file that can no longer be read'
        return f'{self.kind} {detail}'.rstrip()


def environment_variable(option: OptionName) -> str:
    """Return the environment variable that oslo.config reads."""
    return f'OS_{option.group}__{option.name}'.upper()


def find_origin(
    conf: cfg.ConfigOpts, option: OptionName, files: ConfigFiles
) -> Origin:
    """Return the origin of a registered option's value.

    :param files: files that ``conf`` has read
    """
    in_file = _find_in_file(conf, option, files)
    group = oslo_internals.group_argument(option.group)
    try:
        location = conf.get_location(option.name, group)
    except (ValueError, RecursionError, cfg.Error):
        # The value cannot be parsed, so oslo.config names no location.
        if environment_variable(option) in os.environ:
            return Origin('environment', environment_variable(option))
        if in_file is None and _has_reference_as_default(conf, option):
            return Origin('default')
        return in_file or _find_other_origin(conf, '')
    if location is None:
        return Origin('default')
    detail = location.detail or ''
    # oslo.config keeps the location of an override or a default after it was
    # cleared.
    if oslo_internals.get_override(conf, option) is not oslo_internals.NOT_SET:
        return Origin('override', detail)
    kinds: dict[cfg.Locations, Origin] = {
        cfg.Locations.environment: Origin('environment', detail),
        cfg.Locations.command_line: Origin('command line'),
        cfg.Locations.user: in_file or _find_other_origin(conf, detail),
    }
    changed = oslo_internals.get_changed_default(conf, option)
    if changed is not oslo_internals.NOT_SET:
        kinds[cfg.Locations.set_default] = Origin(
            'default', f'changed by the service {detail}'.rstrip()
        )
    return kinds.get(location.location, Origin('default'))


def _has_reference_as_default(
    conf: cfg.ConfigOpts, option: OptionName
) -> bool:
    changed = oslo_internals.get_changed_default(conf, option)
    if changed is not oslo_internals.NOT_SET:
        return '$' in str(changed)
    return '$' in str(oslo_internals.get_registered_opt(conf, option).default)


def _find_other_origin(conf: cfg.ConfigOpts, detail: str) -> Origin:
    """Return a remote source, or a file that was deleted after it was read."""
    if not conf.config_source:
        return Origin('file', detail)
    # oslo.config names the temporary file of a download.
    addresses = [_read_address(conf, source) for source in conf.config_source]
    known = ' or '.join(filter(None, addresses))
    return Origin('remote', known or 'a remote source')


def _read_address(conf: cfg.ConfigOpts, source: str) -> str:
    try:
        return _text.address(conf[source].uri or '')
    except (ValueError, RecursionError, cfg.Error):
        # Another driver has no uri, and an invalid one was not read.
        return ''


def names_in_files(group: str, opt: cfg.Opt) -> list[OptionName]:
    """Return the names by which a file sets an option, the preferred first."""
    return [
        OptionName(group, opt.dest),
        *declaration_toggle.former_names([group], opt),
    ]


def _find_entry(
    conf: cfg.ConfigOpts, option: OptionName, files: ConfigFiles
) -> Entry | None:
    opt = oslo_internals.get_registered_opt(conf, option)
    return files.find_entry(names_in_files(option.group, opt))


def _find_in_file(
    conf: cfg.ConfigOpts, option: OptionName, files: ConfigFiles
) -> Origin | None:
    entry = _find_entry(conf, option, files)
    if entry is None:
        return None
    return Origin('file', entry.file, entry.line, entry.end_line, entry.runs)


def show_value(
    conf: cfg.ConfigOpts,
    option: OptionName,
    value: Any,
    origin: Origin,
    files: ConfigFiles,
    *,
    error: exceptions.InvalidValueError | None = None,
) -> str:
    """Return the part of a value that an output may show.

    A number or a choice is shown as parsed, anything else as written, because
    oslo.config replaces ``$name`` by the value of another option.
    """
    opt = oslo_internals.get_registered_opt(conf, option)
    is_none = value is None and error is None
    if opt.secret and not is_none:
        return '****'
    choices = getattr(getattr(opt.type, 'item_type', opt.type), 'choices', ())
    is_short = (
        is_none or choices or isinstance(value, int | float)
    ) and error is None
    written = _read_raw_value(conf, option, origin, files)
    if is_short and '$' not in str(written):
        return _text.excerpt(value)
    return '...' if written is None else _text.excerpt(written)


def _read_raw_value(
    conf: cfg.ConfigOpts,
    option: OptionName,
    origin: Origin,
    files: ConfigFiles,
) -> Any:
    """Return a value as it was written; ``None`` if that is not known."""
    opt = oslo_internals.get_registered_opt(conf, option)
    match origin.kind:
        case 'default':
            changed = oslo_internals.get_changed_default(conf, option)
            is_changed = changed is not oslo_internals.NOT_SET
            return changed if is_changed else opt.default
        case 'override':
            return oslo_internals.get_override(conf, option)
        case 'environment':
            return os.environ.get(origin.detail)
    if origin.kind != 'file':
        return None
    if opt.multi:
        return [
            entry.value
            for entry in files.find_entries(names_in_files(option.group, opt))
        ] or None
    entry = _find_entry(conf, option, files)
    return None if entry is None else entry.value


def make_invalid_value_error(
    conf: cfg.ConfigOpts, option: OptionName, reference: str = ''
) -> exceptions.InvalidValueError:
    """Return the error for a bad value, with its origin and a hint.

    :param reference: the option that the value refers to, or its group, if
        oslo.config does not know it
    """
    opt = oslo_internals.get_registered_opt(conf, option)
    files = reading.read_config_files(conf)
    origin = find_origin(conf, option, files)
    written = _read_raw_value(conf, option, origin, files)
    is_shown = written is not None and not opt.secret
    excerpt = _text.excerpt(written) if is_shown else ''
    value = f"'{excerpt}'" if is_shown else 'the value'
    # A dollar sign in the lines below belongs to another option.
    if reference and ('$' in excerpt or not is_shown):
        return exceptions.UnresolvedReferenceError(
            f'{option}: {value} from {origin} refers to '
            f'{_shown_reference(reference, excerpt)}, whose value is not '
            f'known here'
        )
    entry = _find_entry(conf, option, files) if origin.line else None
    cure = _indented_cure(opt, entry)
    error = exceptions.InvalidValueError(
        f'{option}: {value} from {origin} is not '
        f'accepted{indented.continuation(origin.line, origin.end_line)}; '
        f'{cure or f"accepted: {help_text.accepted(opt)}"}'
    )
    error.cure = cure
    return error


def _indented_cure(opt: cfg.Opt, entry: Entry | None) -> str:
    """Return what to do if only the indented lines are not accepted."""
    if entry is None or opt.multi or entry.line == entry.end_line:
        return ''
    if entry.runs and _accepts(opt, entry.own_value):
        return indented.cure(entry.runs)
    # The items of a list can be on several lines.
    is_short = isinstance(opt.type, types.Boolean | types.Number)
    if is_short and _accepts(opt, entry.value.split('\n')[0]):
        return (
            f'delete {indented.shown_lines(entry.line + 1, entry.value_end)}'
        )
    return ''


def _accepts(opt: cfg.Opt, text: str) -> bool:
    try:
        opt.type(text)
    except ValueError:
        return False
    return True


def _shown_reference(reference: str, excerpt: str) -> str:
    """Return the reference as written, if the excerpt shows it.

    Otherwise it can be a part of another value, such as a password.
    """
    for name in _REFERENCE.findall(excerpt):
        if name == reference or name.startswith(f'{reference}.'):
            return str(name)
    return 'another option'
