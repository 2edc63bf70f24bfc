# SPDX-License-Identifier: Apache-2.0
"""The options of declarations: made here and nowhere else."""

import copy
from typing import Any

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import help_text
from workarounds.config import oslo_internals
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry

Listing = list[tuple[cfg.OptGroup, list[cfg.Opt]]]

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
    """Make the option group.

    A new one each time: configuration objects that are given the same group
    share the options and overrides in it.
    """
    return cfg.OptGroup(oslo_internals.GROUP, title=_TITLE, help=_HELP)


def toggle(workaround: Workaround) -> cfg.Opt:
    """Return the option that turns a workaround on or off.

    A service's own option is returned as the same object: oslo.config rejects
    a copy even if only its help differs.
    """
    if isinstance(workaround.toggle, cfg.Opt):
        return workaround.toggle
    return cfg.BoolOpt(
        workaround.toggle,
        default=False,
        mutable=workaround.mutable,
        help=help_text.toggle(workaround, default=False),
        deprecated_for_removal=workaround.deprecated_since is not None,
        deprecated_since=workaround.deprecated_since,
        deprecated_reason=workaround.deprecated_reason,
    )


def register_opts(conf: cfg.ConfigOpts, registry: Registry) -> None:
    """Register the options of all live workarounds.

    :raises workarounds.exceptions.OptionConflictError: the service has
        registered an option of the same name that differs in type, default
        or bounds, or cannot change while the service runs although the
        declaration says so; the message lists every such option
    """
    conf.register_group(group())
    conflicts = []
    for workaround in registry:
        for opt in (toggle(workaround), *workaround.params):
            if not oslo_internals.is_registered(conf, opt.dest):
                conf.register_opt(opt, oslo_internals.GROUP)
                continue
            present = oslo_internals.get_registered_opt(conf, opt.dest)
            if not _is_alike(present, opt):
                conflicts.append(
                    f'option {opt.name!r} is registered by the service as '
                    f'{_describe(present)} but declared by the workaround '
                    f'{workaround.name} as {_describe(opt)} so that they '
                    f'differ; make them the same, or pass the registered '
                    f'object to the declaration'
                )
    if conflicts:
        raise exceptions.OptionConflictError('\n'.join(conflicts))


def list_opts(registry: Registry) -> Listing:
    """List all options, with the complete help for operators.

    For ``oslo-config-generator``. A service's own options are copied for
    this, and their help is kept and extended. The machine-readable formats
    show the field ``workaround`` of each.
    """
    opts = []
    for workaround in registry:
        opts.append(_sample_toggle(workaround))
        opts += [_sample_param(workaround, opt) for opt in workaround.params]
    return [(group(), opts)] if opts else []


def _sample_toggle(workaround: Workaround) -> cfg.Opt:
    sample = copy.copy(toggle(workaround))
    if isinstance(workaround.toggle, cfg.Opt):
        sample.help = help_text.join(
            workaround.toggle.help,
            help_text.toggle(workaround, default=sample.default),
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


def _is_alike(one: cfg.Opt, other: cfg.Opt) -> bool:
    # The option must be mutable if the declaration says so.
    return (
        one.type == other.type
        and one.default == other.default
        and one.mutable >= other.mutable
    )


def _describe(opt: cfg.Opt) -> str:
    return (
        f'{type(opt).__name__}(default={opt.default!r}, '
        f'mutable={opt.mutable}), which accepts '
        f'{help_text.accepted(opt)},'
    )
