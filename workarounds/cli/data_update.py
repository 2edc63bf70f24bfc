# SPDX-License-Identifier: Apache-2.0
"""``workarounds data update``: newer facts, and their effect."""

import argparse
import datetime
import os
import tempfile
from typing import Any

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import dataset as facts_dataset
from workarounds.advice.facts import documents
from workarounds.advice.facts import inventory
from workarounds.advice.facts import sources
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.updates import distro_info
from workarounds.advice.facts.updates import endoflife
from workarounds.advice.facts.updates import releases
from workarounds.advice.facts.updates import shipped
from workarounds.advice.facts.updates.releases import Release
from workarounds.cli import comparison
from workarounds.cli import inputs
from workarounds.cli import loading
from workarounds.cli import whole_file


class Update(comparison.Comparison):
    """Write a data file with newer facts, and show which assessments differ.

    The facts come from distro-info-data and the package lists of this machine,
    and with --endoflife from endoflife.date. Exit 1 if an assessment differs.
    """

    examples = (
        'workarounds --namespace nova data update update.yaml',
        'workarounds --namespace nova data update update.yaml --host h.json',
    )

    def get_parser(self, prog_name: str) -> argparse.ArgumentParser:
        """Add the file to write, and the sources of facts."""
        parser = super().get_parser(prog_name)
        parser.add_argument(
            'file',
            metavar='FILE',
            help=f'the data file to write, such as '
            f'{inputs.DATA_DIRECTORY}/update.yaml; unless there is '
            f'an error, its old content is replaced',
        )
        parser.add_argument(
            '--distro-info',
            metavar='DIR',
            help=f'the directory with debian.csv and ubuntu.csv (default: '
            f'{distro_info.DIRECTORY})',
        )
        parser.add_argument(
            '--endoflife',
            metavar='URL',
            help='fetch the other distributions from this address, such as '
            'https://endoflife.date/api/v1 (default: fetch nothing)',
        )
        return parser

    def take_action(self, parsed_args: argparse.Namespace) -> Any:
        """Collect newer facts, write the file, and compare."""
        path = os.path.abspath(parsed_args.file)
        files = inputs.data_files(self.app, loading.catalogues(self.app))
        others = [file for file in files if os.path.abspath(file) != path]
        known = facts_dataset.read_data(others)
        newest = max(
            (inventory.read_contents(file).as_of for file in others),
            default=None,
        )
        found = self._releases(parsed_args, known)
        rows = releases.new_rows(found, known.platforms, newest)
        ships = self._versions(known)
        before = facts_dataset.read_data(files)
        content = self._content(found, rows, ships)
        if content is None and not found:
            raise exceptions.UnreadableDataFileError(
                f'no source lists releases: {distro_info.DIRECTORY} is '
                f'missing; install distro-info-data, or give --distro-info or '
                f'--endoflife'
            )
        if content is None:
            self.app.warn(
                f'nothing is newer than the data files; '
                f'{_text.printable(parsed_args.file)} is not written'
            )
            return self.rows(before, before, parsed_args)
        text = documents.write_text(content)
        after = self._read_with(text, others, path)
        answer = self.rows(before, after, parsed_args)
        whole_file.write(path, text)
        self._report(parsed_args.file, path, content)
        return answer

    def _releases(
        self, parsed_args: argparse.Namespace, known: Dataset
    ) -> list[Release]:
        directory = parsed_args.distro_info or distro_info.DIRECTORY
        found: list[Release] = []
        # Other distributions do not have the package.
        if parsed_args.distro_info or os.path.isdir(directory):
            found = distro_info.read_releases(directory)
        if parsed_args.endoflife is None:
            return found
        there = {release.id.partition(':')[0] for release in found}
        names = {name.partition(':')[0] for name in known.platforms}
        fetched = endoflife.fetch_releases(
            parsed_args.endoflife, sorted(names - there), self.app.today
        )
        # Debian and Ubuntu know their own releases best.
        return found + [
            release
            for release in fetched
            if release.id not in known.platforms
            or not release.id.startswith(('debian:', 'ubuntu:'))
        ]

    def _versions(self, known: Dataset) -> dict[str, Any]:
        try:
            return shipped.new_rows(Machine('/', os.environ), known)
        except exceptions.ProbeError as error:
            self.app.warn(f'no versions of packages: {error}')
            self.exit_code = 2
            return {}

    def _content(
        self,
        found: list[Release],
        platforms: dict[str, dict[str, Any]],
        ships: dict[str, Any],
    ) -> dict[str, Any] | None:
        """Return the content of a data file with the rows, if any."""
        if not platforms and not ships:
            return None
        days = [release.as_of for release in found if release.id in platforms]
        as_of: datetime.date = min(days, default=self.app.today)
        sections = {'platforms': platforms, 'ships': ships}
        return {
            'schema': '1',
            'as_of': as_of.isoformat(),
            **{name: rows for name, rows in sections.items() if rows},
        }

    def _read_with(self, text: str, others: list[str], path: str) -> Dataset:
        """Read the data files as they will be with the new one."""
        with tempfile.TemporaryDirectory() as directory:
            # Messages name the new file, not the temporary one.
            draft = os.path.join(directory, os.path.basename(path))
            with open(draft, 'w', encoding='utf-8') as file:
                file.write(text)
            order = sources.insert(others, path, inputs.data_directories())
            return facts_dataset.read_data(
                draft if file_name == path else file_name
                for file_name in order
            )

    def _report(self, shown: str, path: str, content: dict[str, Any]) -> None:
        platforms = len(content.get('platforms', {}))
        versions = sum(map(len, content.get('ships', {}).values()))
        message = (
            f'{_text.printable(shown)} is written; new or changed platforms: '
            f'{platforms}, versions: {versions}'
        )
        if os.path.dirname(path) not in inputs.data_directories():
            message += '; it is read only where --data names it'
        self.app.warn(message)
