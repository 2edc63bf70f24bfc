# SPDX-License-Identifier: Apache-2.0
"""The help text of options, for operators."""

from collections.abc import Iterable
from typing import Any

from oslo_config import cfg
from oslo_config import types

from workarounds import _text
from workarounds.config import line_text
from workarounds.declarations import expiry
from workarounds.declarations import releases
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import Always
from workarounds.declarations.toggle import Detected
from workarounds.declarations.toggle import Toggle

_NOT_OFF = 'No single line of a configuration file turns it off.'


def toggle(workaround: Workaround, opt: cfg.Opt) -> str:
    """Return everything about a workaround, as the help of its toggle."""
    return join(
        workaround.summary,
        polarity(workaround, opt),
        _former_defaults(workaround),
        workaround.description,
        security(workaround),
        *_facts(workaround),
    )


def param(workaround: Workaround) -> str:
    """Return the workaround of a parameter, as the help of the parameter."""
    return join(
        f'Parameter of the workaround {workaround.name} (see the option '
        f'{workaround.option}). Removed together with it.',
        *_facts(workaround),
    )


def polarity(workaround: Workaround, opt: cfg.Opt) -> str:
    """Return the default of the toggle, and what its values mean."""
    default = declaration_toggle.default_of(opt)
    state = 'On' if workaround.is_on(default) else 'Off'
    if workaround.off_values:
        off = ' or '.join(_off_texts(workaround, opt, default))
        if not off:
            return f'{state} by default. {_NOT_OFF}'
        return f'{state} by default. {off} turns this workaround off.'
    is_list = declaration_toggle.is_list(opt)
    yes = 'A list that is not empty' if is_list else 'True'
    turns = 'on' if workaround.polarity == 'enabled_by' else 'off'
    text = f'{state} by default. {yes} turns this workaround {turns}.'
    is_on = turns == 'on' and state == 'On'
    if is_on and line_text.find_toggle_text(workaround, opt, on=False) is None:
        return f'{text} {_NOT_OFF}'
    return text


def default(workaround: Workaround, value: object) -> str:
    """Return what a default makes of a workaround: on or off.

    The value is shown too, if the toggle is not boolean.
    """
    state = 'on' if workaround.is_on(value) else 'off'
    opt = workaround.toggle
    if not isinstance(opt, cfg.Opt) or isinstance(opt.type, types.Boolean):
        return state
    shown = 'not set' if value is None else _text.excerpt(value) or 'empty'
    return f'{state} ({shown})'


def former_defaults(workaround: Workaround) -> tuple[str, ...]:
    """Return what was the default before which release, the oldest first."""
    return tuple(
        f'{default(workaround, value)} before {since}'
        for since, value in workaround.former_defaults.items()
    )


def defaults(workaround: Workaround, opt: cfg.Opt) -> str:
    """Return the default of each release, as a phrase."""
    newest = default(workaround, declaration_toggle.default_of(opt))
    return f'{", ".join(former_defaults(workaround))} and {newest} since'


def _former_defaults(workaround: Workaround) -> str:
    formers = ', '.join(former_defaults(workaround))
    return f'Former default: {formers}.' if formers else ''


def _off_texts(
    workaround: Workaround, opt: cfg.Opt, default: Any
) -> dict[str, None]:
    """Return how a file can turn a workaround off."""
    texts: dict[str, None] = {}
    is_off_unset = False
    values = [*workaround.off_values]
    if declaration_toggle.is_list(opt):
        values.insert(0, [])
    for value in values:
        text = next(line_text.find_texts(opt, value), None)
        items = line_text.find_items(opt, value)
        if text is None and items:
            text = f'{" and ".join(items)}, each on a line of its own,'
        if text is not None:
            texts[text or 'No value'] = None
        elif value == default:
            is_off_unset = True
    if is_off_unset and 'No value' not in texts:
        return {'No line': None, **texts}
    return texts


def no_option(toggle: Toggle) -> str:
    """Return what turns on a workaround without an option, else nothing."""
    match toggle:
        case Always(reason):
            return f'Always on: {reason}'
        case Detected(_, description):
            return f'On where the service detects: {description}'
    return ''


def security(workaround: Workaround) -> str:
    """Return a warning if a workaround weakens security."""
    if workaround.weakens_security:
        return 'Warning: this workaround weakens security while it is on.'
    return ''


def bugs(workaround: Workaround) -> tuple[str, ...]:
    """Return the URLs of the bugs; none if the project states none."""
    if isinstance(workaround.bugs, Unstated):
        return ()
    return tuple(workaround.bugs)


def introduced(workaround: Workaround) -> str:
    """Return the releases that introduced a workaround; may be empty."""
    return ', '.join(releases.listed(workaround.introduced))


def fixes(workaround: Workaround) -> tuple[str, ...]:
    """Return in a few words what each fix is, all of them required."""
    # "Not known" is said once for several fixes.
    return tuple(dict.fromkeys(fix.summary() for fix in workaround.fixes))


def details(workaround: Workaround) -> tuple[str, ...]:
    """Return for each fix and platform which version has the fix."""
    return tuple(line for fix in workaround.fixes for line in fix.details())


def removal(
    option: str,
    removed: RemovedWorkaround,
    service_version: str | None,
) -> tuple[bool | None, str]:
    """Return whether a release ignores a removed option.

    :param service_version: the release
    :returns: whether it does, because the option is removed there or not
        introduced yet, ``None`` if that is not known; and a clause about it
    """
    is_removed = releases.has_reached(service_version, removed.removed_in)
    reason = removed.reason_in(service_version)
    since = f'removed in {removed.removed_in} ({reason})'
    if is_removed and removed.still_registered:
        return True, f'{option} is still accepted and does nothing; {since}'
    if is_removed:
        return True, f'{option} was {since} and has no effect'
    if is_removed is not None and removed.is_in(service_version):
        return False, (
            f'release {service_version} still reads {option}; release '
            f'{removed.removed_in} removes it ({reason})'
        )
    if is_removed is not None:
        first = releases.next_with(
            service_version, releases.listed(removed.introduced)
        )
        return True, (
            f'release {service_version} does not read {option}; it was '
            f'introduced in {first} and {since}'
        )
    why = 'its version is not known'
    if service_version is not None:
        why = (
            f'{service_version!r} and {removed.removed_in!r} cannot be '
            f'compared'
        )
    return None, (
        f'{option} was {since}; cannot tell whether this release still reads '
        f'it: {why}'
    )


def fields(workaround: Workaround) -> dict[str, Any]:
    """Return the facts as plain data."""
    return {
        'name': workaround.name,
        'summary': workaround.summary,
        'polarity': workaround.polarity,
        'option': workaround.option,
        'params': [workaround.param(key)[1].dest for key in workaround.params],
        'bugs': list(bugs(workaround)),
        'fix': list(details(workaround)),
        'expires': expiry.summary(workaround.expires),
        'introduced': list(releases.listed(workaround.introduced)),
        'deprecated_since': workaround.deprecated_since,
        'weakens_security': workaround.weakens_security,
    }


def accepted(opt: cfg.Opt) -> str:
    """Return which values an option accepts."""
    lines = ', on each of several lines' if opt.multi else ''
    return f'{_accepted_in_line(opt)}{lines}'


def _accepted_in_line(opt: cfg.Opt) -> str:
    """Return which values one line of an option accepts."""
    match opt.type:
        case types.Boolean():
            return 'true or false'
        case types.List(item_type=types.String(choices=choices)) if choices:
            return f'a comma-separated list of {", ".join(choices)}'
        case types.List():
            return 'a comma-separated list'
        case types.String(choices=choices) if choices:
            return f'one of {", ".join(map(str, choices))}'
        case types.Integer() | types.Float():
            kind = opt.type.type_name.removesuffix(' value')
            least = '' if opt.type.min is None else f' from {opt.type.min}'
            most = '' if opt.type.max is None else f' up to {opt.type.max}'
            return f'{_article(kind)}{least}{most}'
    return _article(getattr(opt.type, 'type_name', str(opt.type)))


def join(*paragraphs: str | None) -> str:
    """Join paragraphs, without the empty ones."""
    return '\n\n'.join(
        paragraph.strip() for paragraph in paragraphs if paragraph
    )


def _facts(workaround: Workaround) -> Iterable[str]:
    if isinstance(workaround.bugs, Unstated):
        yield f'Bugs: none stated ({_text.clause(workaround.bugs.reason)}).'
    else:
        yield _listed('Bugs', workaround.bugs)
    is_one = len(workaround.fixes) == 1
    yield _listed(
        'Fix' if is_one else 'Fixes, all of them required', details(workaround)
    )
    yield f'Expires: {expiry.describe(workaround.expires)}.'


def _listed(title: str, lines: Iterable[str]) -> str:
    return '\n'.join([f'{title}:', '', *(f'* {line}' for line in lines)])


def _article(noun: str) -> str:
    # By the sound: an integer, an IP address, a URI.
    return f'{"an" if noun[0] in "aeioI" else "a"} {noun}'
