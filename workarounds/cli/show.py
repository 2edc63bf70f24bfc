# SPDX-License-Identifier: Apache-2.0
"""``workarounds show``: everything about one workaround."""

import argparse
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Any

from cliff import show
from oslo_config import cfg

from workarounds.cli import command
from workarounds.cli import loading
from workarounds.cli.help_format import ConfigurationHelpFormatter
from workarounds.config import help_text
from workarounds.config import options
from workarounds.declarations import expiry
from workarounds.declarations import releases
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.former_names import former_names
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import Detected
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


class Show(command.Display, show.ShowOne):
    """Show everything about one workaround."""

    help_formatter = ConfigurationHelpFormatter
    examples = (
        'workarounds --namespace nova show disable_rootwrap',
        'workarounds --namespace nova show disable_rootwrap -f json',
    )

    @property
    def formatter_namespace(self) -> str:
        """The entry points of the output formats."""
        return 'workarounds.formatters.show'

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the argument."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'name',
            help='the name of a workaround, or of one of its current or '
            'former options',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Compute the fields."""
        services = loading.services(self.app)
        # All services, so that an error can suggest names of any.
        declaration = self.app.registry.find_declaration(parsed_args.name)
        registry = next(
            registry
            for registry in services
            if declaration in (*registry, *registry.removed)
        )
        version = loading.release(self.app, registry).version
        if isinstance(declaration, RemovedWorkaround):
            release = loading.release_of(self.app, registry, declaration)
            fields = self._removed(declaration, release)
        else:
            conf = self.app.configuration(registry)
            status = loading.status(self.app, registry, conf, version)
            statuses = [
                status
                for status in status.workarounds
                if status.workaround is declaration
            ]
            fields = {'Name': declaration.name, **self._set(statuses)}
            release = statuses[0].release if statuses else version
            opt = options.toggle(declaration)
            if statuses and statuses[0].toggle:
                # With the default of the release.
                opt = statuses[0].toggle.opt
            fields |= self._live(declaration, release, opt)
        return tuple(fields), tuple(fields.values())

    def _removed(
        self, removed: RemovedWorkaround, version: str | None
    ) -> dict[str, Any]:
        delete = 'delete the lines with these options'
        later = f'{removed.removed_in} or later'
        to_dos = {
            True: delete,
            False: f'{delete} when you upgrade to {later}; {version} reads '
            f'them',
            None: f'{delete} if the service is at {later}',
        }
        to_do = to_dos[releases.has_reached(version, removed.removed_in)]
        is_in = removed.is_in(version)
        state = f'live in {version}' if is_in else 'removed'
        if is_in is False and removed.still_registered:
            state = 'still accepted, does nothing'
        if is_in is False and not releases.has_reached(
            version, removed.removed_in
        ):
            state = f'not in {version}'
            to_do = f'{delete}, or leave them for the upgrade'
        return {
            'Name': removed.name,
            'State': state,
            'Introduced': self.lines(releases.listed(removed.introduced)),
            'Removed in': removed.removed_in,
            'Reason': removed.reason_in(version),
            'Options': self.lines(removed.options),
            'Former names': self._former_names(removed),
            'To do': to_do,
        }

    def _former_names(self, declaration: Declaration) -> Any:
        return self.lines(map(str, former_names(declaration)))

    def _set(self, statuses: Sequence[WorkaroundStatus]) -> dict[str, Any]:
        """Return the state in each group of the toggle."""
        state: Any
        if len(statuses) == 1:
            state = self.word(statuses[0].state)
        else:
            state = self.lines(
                (f'[{status.group}] {status.state}' for status in statuses),
                'the toggle is in no group',
            )
        toggles = [status.toggle for status in statuses if status.toggle]
        params = [param for status in statuses for param in status.params]
        return {
            'State': state,
            'Option': self._each(str(toggle.option) for toggle in toggles),
            'Value': self._each(map(_value, toggles)),
            'Set in': self._each(status.set_in for status in statuses),
            'Detection': _detection(statuses[0]) if statuses else '',
            'Params': self.lines(
                f'{param.option} = {_value(param)} ({param.origin})'
                for param in params
            ),
        }

    def _each(self, texts: Iterable[str]) -> Any:
        """Return a text for each group; most toggles have one group."""
        shown = list(texts)
        return shown[0] if len(shown) == 1 else self.lines(shown, 'none')

    def _live(
        self,
        workaround: Workaround,
        release: str | None,
        opt: cfg.Opt | None,
    ) -> dict[str, Any]:
        is_expired = expiry.is_over(
            workaround.expires, today=self.app.today, service_version=release
        )
        introduced = list(releases.listed(workaround.introduced))
        if workaround.is_in(release) is False:
            introduced.append(f'not in {release}')
        return {
            'Summary': workaround.summary,
            'Meaning': help_text.no_option(workaround.toggle)
            if opt is None
            else help_text.polarity(workaround, opt),
            'Former default': self.lines(
                help_text.former_defaults(workaround)
            ),
            'Security': help_text.security(workaround) or 'not weakened',
            'Bugs': self.lines(help_text.bugs(workaround), 'none stated'),
            'Fix': self.lines(help_text.details(workaround)),
            'Expires': expiry.describe(workaround.expires)
            + (' (expired)' if is_expired else ''),
            'Renewed from': self.lines(
                map(expiry.summary, workaround.renewed_from)
            ),
            'Introduced': self.lines(introduced),
            'Deprecated': _deprecated(workaround),
            'Former names': self._former_names(workaround),
            'Takes effect': _takes_effect(opt),
            'Read by': self.lines(workaround.read_by),
            'Owner': workaround.owner or '',
            'Description': workaround.description,
        }


def _detection(status: WorkaroundStatus) -> str:
    """Return the result of the project's own predicate, if it has one."""
    toggle, detection = status.workaround.toggle, status.detection
    if detection is None or not isinstance(toggle, Detected):
        return ''
    if detection.error:
        return (
            f'{toggle.check_name} raised {detection.error}, so the workaround '
            f'counts as on; it looks for: {toggle.description}'
        )
    found = 'found' if detection.is_on else 'not found'
    return f'{found}; it looks for: {toggle.description}'


def _takes_effect(opt: cfg.Opt | None) -> str:
    if opt is None:
        return ''
    if opt.mutable:
        return 'when the service reads its files again'
    return 'when the service starts'


def _deprecated(workaround: Workaround) -> str:
    if workaround.deprecated_since is None:
        return ''
    return f'{workaround.deprecated_since}: {workaround.deprecated_reason}'


def _value(setting: Setting) -> str:
    if setting.is_unresolved:
        return f'unknown: {setting.error}'
    if setting.error is not None:
        return f'invalid: {setting.error}'
    return setting.shown
