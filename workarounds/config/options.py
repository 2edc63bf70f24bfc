# SPDX-License-Identifier: Apache-2.0
"""The options of declarations, all of which are created here."""

from collections.abc import Iterable
import copy
from typing import Any

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import help_text
from workarounds.config import oslo_internals
from workarounds.config import registered
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import GROUP
from workarounds.declarations.toggle import OptionName

Listing = list[tuple[cfg.OptGroup, list[cfg.Opt]]]
#: Options that a service lists itself, by group or by its name; ``None`` is
#: ``DEFAULT``.
OwnListing = Iterable[tuple[cfg.OptGroup | str | None, Iterable[cfg.Opt]]]

_TITLE = 'Workarounds'
# One line: oslo-config-generator wraps it.
_HELP = (
    'Temporary code for bugs, most of them in other software. The help of '
    'each option says what its workaround does, what True means, the bug, '
    'where it is fixed, and when it must be reviewed. Change an option only '
    'for the reason that its help gives, and remove it from your file when '
    'the bug is fixed on your hosts.'
)


def group() -> cfg.OptGroup:
    """Return a new option group.

    Configuration objects that register the same group object share its options
    and overrides.
    """
    return cfg.OptGroup(GROUP, title=_TITLE, help=_HELP)


def toggle(workaround: Workaround) -> cfg.Opt | None:
    """Return the option that turns a workaround on or off, if any.

    A service's own option is returned as the same object: oslo.config rejects
    a copy even if only its help differs.
    """
    declared = workaround.toggle
    if isinstance(declared, cfg.Opt):
        return declared
    if not isinstance(declared, str):
        return None
    opt = cfg.BoolOpt(
        declared,
        default=False,
        mutable=workaround.mutable,
        deprecated_for_removal=workaround.deprecated_since is not None,
        deprecated_since=workaround.deprecated_since,
        deprecated_reason=workaround.deprecated_reason,
    )
    opt.help = help_text.toggle(workaround, opt)
    return opt


def options_in(
    workaround: Workaround, group: str
) -> list[tuple[OptionName, cfg.Opt]]:
    """Return the options of a workaround for one group of its toggle.

    The toggle comes first, if it is an option.
    """
    opts = [workaround.param(key)[1] for key in workaround.params]
    opt = toggle(workaround)
    if opt is not None:
        opts.insert(0, opt)
    return list(zip(workaround.option_names_in(group), opts, strict=True))


def register_opts(conf: cfg.ConfigOpts, registry: Registry) -> None:
    """Register the options of all live workarounds.

    :raises workarounds.exceptions.OptionConflictError: the service has
        registered an option of the same name with another type, default,
        bounds or mutability, or the declared object in another group; the
        error lists all such options
    """
    oslo_internals.check_conf(conf)
    conf.register_group(group())
    _raise_conflicts(
        _register_opt(conf, workaround, option, opt)
        for workaround in registry
        for name in workaround.groups_on(conf)
        for option, opt in options_in(workaround, name)
    )
    for workaround in registry:
        registered.add_groups(conf, workaround)


def check_groups(conf: cfg.ConfigOpts, registry: Registry) -> None:
    """Check that the service has not registered an option elsewhere later.

    :raises workarounds.exceptions.OptionConflictError: the declared object is
        in another group; the error lists all such options
    """
    oslo_internals.check_conf(conf)
    own = registered.options_of(conf)
    _raise_conflicts(
        _find_elsewhere(conf, workaround, option, opt)
        for workaround in registry
        for name in registered.groups_of(conf, workaround)
        for option, opt in options_in(workaround, name)
        if option in own
    )


def _raise_conflicts(found: Iterable[str]) -> None:
    conflicts = list(filter(None, found))
    if conflicts:
        raise exceptions.OptionConflictError('\n'.join(conflicts))


def _register_opt(
    conf: cfg.ConfigOpts,
    workaround: Workaround,
    option: OptionName,
    opt: cfg.Opt,
) -> str:
    """Register an option; return why it conflicts with one of the service."""
    present = oslo_internals.find_registered_opt(conf, option)
    own = registered.options_of(conf)
    if present is None or option in own:
        conflict = _find_elsewhere(conf, workaround, option, opt)
        if conflict:
            return conflict
    if present is None:
        argument = oslo_internals.group_argument(option.group)
        conf.register_opt(opt, argument)
        own.add(option)
        return ''
    if _is_alike(present, opt):
        return ''
    return (
        f'option {opt.name!r} is registered by the service as '
        f'{_describe(present)} but declared by the workaround '
        f'{workaround.name} as {_describe(opt)} so that they differ; make '
        f'them the same, or pass the registered object to the declaration'
    )


def _find_elsewhere(
    conf: cfg.ConfigOpts,
    workaround: Workaround,
    option: OptionName,
    opt: cfg.Opt,
) -> str:
    """Return the other group in which the service has the object, if any."""
    own_groups = {
        group
        for group, name in registered.options_of(conf)
        if name == option.name
    }.union([option.group], registered.groups_of(conf, workaround))
    for other in oslo_internals.groups_with(conf, opt):
        if other not in own_groups:
            return (
                f'option {opt.name!r} of the workaround {workaround.name} is '
                f'declared in [{option.group}] and registered by the service '
                f'in [{other}]; declare it with group={other!r}, or declare '
                f'a new option in [{option.group}] with '
                f'deprecated_group={other!r}'
            )
    return ''


def list_opts(registry: Registry, own: OwnListing = ()) -> Listing:
    """List all options, with the complete help for operators.

    For ``oslo-config-generator``. A service's own options are copied, and
    their help is extended. The machine-readable formats show the field
    ``workaround`` of each. Options whose groups only operators name are left
    out, because no sample file has them.

    :param own: options that the service lists itself; a declared one is
        replaced
    """
    groups: dict[str, cfg.OptGroup] = {}
    samples: dict[str, dict[str, cfg.Opt]] = {}
    for listed, opts in own:
        name = _name_of(listed)
        if isinstance(listed, cfg.OptGroup):
            groups[name] = listed
        samples.setdefault(name, {}).update((opt.dest, opt) for opt in opts)
    for workaround in registry:
        for declared in workaround.groups:
            for option, opt in options_in(workaround, declared):
                if option.group != ANY_GROUP:
                    of_group = samples.setdefault(_name_of(option.group), {})
                    of_group[option.name] = _sample(workaround, opt)
    return [
        (groups.get(name) or _group_of(name), list(of_group.values()))
        for name, of_group in samples.items()
    ]


def _name_of(listed: cfg.OptGroup | str | None) -> str:
    """Return the name under which oslo-config-generator writes a group.

    The generator writes a group twice if both the object and the name are
    listed.
    """
    name = listed.name if isinstance(listed, cfg.OptGroup) else listed
    name = name or 'DEFAULT'
    return name if name == 'DEFAULT' else name.lower()


def _group_of(name: str) -> cfg.OptGroup:
    return group() if name == GROUP else cfg.OptGroup(name)


def _sample(workaround: Workaround, opt: cfg.Opt) -> cfg.Opt:
    if opt.dest == workaround.option:
        return _sample_toggle(workaround, opt)
    return _sample_param(workaround, opt)


def _sample_toggle(workaround: Workaround, opt: cfg.Opt) -> cfg.Opt:
    sample = copy.copy(opt)
    if opt is workaround.toggle:
        sample.help = help_text.join(
            opt.help, help_text.toggle(workaround, opt)
        )
        if workaround.deprecated_since is not None:
            sample.deprecated_for_removal = True
            sample.deprecated_since = workaround.deprecated_since
            sample.deprecated_reason = workaround.deprecated_reason
    return _with_fields(sample, workaround)


def _sample_param(workaround: Workaround, opt: cfg.Opt) -> cfg.Opt:
    sample = copy.copy(opt)
    sample.help = help_text.join(opt.help, help_text.param(workaround))
    return _with_fields(sample, workaround)


def _with_fields(sample: cfg.Opt, workaround: Workaround) -> cfg.Opt:
    # oslo-config-generator shows every public attribute of an option.
    fields: dict[str, Any] = help_text.fields(workaround)
    vars(sample)['workaround'] = fields
    return sample


def _is_alike(opt: cfg.Opt, other: cfg.Opt) -> bool:
    # The option must be mutable if the declaration says so.
    return (
        opt.type == other.type
        and opt.multi == other.multi
        and declaration_toggle.default_of(opt)
        == declaration_toggle.default_of(other)
        and opt.mutable >= other.mutable
    )


def _describe(opt: cfg.Opt) -> str:
    return (
        f'{type(opt).__name__}(default={opt.default!r}, '
        f'mutable={opt.mutable}), which accepts '
        f'{help_text.accepted(opt)},'
    )
