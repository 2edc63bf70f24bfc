# SPDX-License-Identifier: Apache-2.0
"""Catalogues: the declarations of one project, and the release they cover."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import ClassVar

from workarounds.declarations import base
from workarounds.declarations import releases
from workarounds.declarations import validation
from workarounds.declarations.base import Checked
from workarounds.declarations.declaration import Declaration


class Catalogue(Checked):
    """The declarations of one project.

    For example::

        Catalogue(
            project='nova',
            covers='34.0.0',
            declarations=[...],
            config='nova',
            uses=['oslo-messaging'],
        )

    :param project: Python distribution of the code, as pip names it;
        ``None`` for declarations that several services share, which are
        assessed by the release of each service
    :param declarations: declarations of the project, without those of
        ``uses``
    :param covers: newest release that the declarations describe, which
        explains lines with unknown options; ``None`` if not stated
    :param config: oslo.config's name of the project, which locates its files:
        ``nova`` reads ``/etc/nova/nova.conf``; ``None`` for a library, which
        has no files of its own
    :param uses: catalogues of the libraries whose options the project
        registers, by name
    :raises workarounds.exceptions.DeclarationError: the catalogue has
        problems; the error lists all of them
    """

    project: str | None
    declarations: Sequence[Declaration]
    covers: str | None = None
    config: str | None = None
    uses: Sequence[str] = ()

    _identifier: ClassVar = 'project'
    _hints: ClassVar = {
        'project': "name the distribution, such as 'nova', or write None if "
        'several services share the declarations',
        'declarations': 'list the live and the removed workarounds',
    }

    def problems(self) -> Iterator[str]:
        """Yield one sentence for each problem, with a hint."""
        yield from super().problems()
        for field in ('project', 'config'):
            value = getattr(self, field)
            if value is not None:
                yield from validation.check_package(field, value)
        if self.covers is not None and not releases.is_release(self.covers):
            yield (
                f'covers {self.covers!r} is not a release; write the newest '
                f"release that is described, such as '34.0.0'"
            )
        if self.declarations is not base.MISSING:
            yield from _declaration_problems(self.declarations)
        if not validation.is_list(self.uses):
            yield "uses is not a list; write uses=['oslo-messaging']"
            return
        for name in self.uses:
            yield from validation.check_package('uses:', name)


def _declaration_problems(declarations: object) -> Iterator[str]:
    if not isinstance(declarations, Sequence) or isinstance(declarations, str):
        yield f'declarations is not a list; {Catalogue._hints["declarations"]}'
        return
    for declaration in declarations:
        if not isinstance(declaration, Declaration):
            yield (
                f'declarations: {declaration!r} is neither a Workaround nor '
                f'a RemovedWorkaround; remove it'
            )
