# SPDX-License-Identifier: Apache-2.0
"""Which files a run may write: those inside of the given paths."""

from collections.abc import Sequence
import os

from workarounds import _text
from workarounds import exceptions
from workarounds.retire import project_files


class Targets:
    """The files that a run may write.

    :ivar paths: the real paths that the run was given
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = [os.path.realpath(path) for path in paths]

    def allows(self, path: str, *, is_new: bool) -> bool:
        """Return whether a file may be written.

        :param path: its real path
        :param is_new: it is created, as a release note is, which may be
            outside of the paths but not of the project
        """
        if is_new and os.path.dirname(path) in self._note_directories():
            return True
        return any(
            os.path.commonpath([given, path]) == given for given in self.paths
        )

    def _note_directories(self) -> set[str]:
        """Return the directories of release notes that are no links."""
        found = map(project_files.find_notes_directory, self.paths)
        names = {str(directory) for directory in found if directory}
        return {name for name in names if os.path.realpath(name) == name}


def refuse_links(paths: Sequence[str]) -> None:
    """Refuse a given path that is a link to what is not given by itself.

    A pattern such as ``*.py`` or ``*/`` gives every link that is in the tree.

    :raises workarounds.exceptions.SourceError: it is one
    """
    # With a slash at its end, it would be what it leads to.
    links = [path for path in paths if os.path.islink(path.rstrip('/'))]
    others = Targets([path for path in paths if path not in links])
    for path in links:
        target = os.path.realpath(path)
        if not others.allows(target, is_new=False):
            raise exceptions.SourceError(
                f'{_text.printable(path)}: a link to '
                f'{_text.printable(target)}, outside the given paths; give '
                f'that path instead'
            )
