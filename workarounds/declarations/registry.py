# SPDX-License-Identifier: Apache-2.0
"""The registry, in which each name and each option exists once."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import operator
import threading
import types

from workarounds import _text
from workarounds import exceptions
from workarounds.declarations import conflicts
from workarounds.declarations import validation
from workarounds.declarations.catalogue import Catalogue
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.former_names import former_names
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName

Registrable = Declaration | Sequence[Declaration] | Catalogue


class Registry:
    """Declarations by name, in the order in which they were registered.

    Readers take no lock: a registration builds a new table and then replaces
    the old one, so that readers see all of it or nothing.

    :param declarations: declarations to register first
    :param project: Python distribution of the code; ``None`` for the service
    :ivar catalogues: the registered catalogues, each with its name
    :raises workarounds.exceptions.DeclarationError: ``project`` cannot be the
        name of a distribution
    :raises workarounds.exceptions.DuplicateDeclarationError: as
        :meth:`register`
    """

    def __init__(
        self, *declarations: Registrable, project: str | None = None
    ) -> None:
        self._declarations: Mapping[str, Declaration] = types.MappingProxyType(
            {}
        )
        if project is not None:
            problems = list(validation.check_package('project', project))
            if problems:
                raise exceptions.DeclarationError('Registry', problems)
        self.project = project
        self.catalogues: tuple[tuple[str, Catalogue], ...] = ()
        self._catalogue_of: dict[str, Catalogue] = {}
        self._writing = threading.Lock()
        self.register(*declarations)

    def register(self, *declarations: Registrable) -> None:
        """Add declarations: all of them, or none if one is refused.

        :param declarations: declarations, lists of them, and catalogues
        :raises workarounds.exceptions.DuplicateDeclarationError: another
            declaration has the name or an option; the error lists all
            conflicts
        """
        self._register(list(_flatten(declarations)))
        for item in declarations:
            if isinstance(item, Catalogue):
                self._add(item.project or '', item)

    def add(self, name: str, catalogue: Catalogue) -> None:
        """Register a catalogue under another name than its project."""
        self._register(catalogue.declarations)
        self._add(name, catalogue)

    def _add(self, name: str, catalogue: Catalogue) -> None:
        self.catalogues += ((name, catalogue),)
        for declaration in catalogue.declarations:
            self._catalogue_of.setdefault(declaration.name, catalogue)

    def _register(self, declarations: Sequence[Declaration]) -> None:
        with self._writing:
            by_name = dict(self._declarations)
            owners = {
                option.key: other
                for other in by_name.values()
                for option in other.option_names
            }
            found: list[str] = []
            for declaration in declarations:
                if by_name.get(declaration.name) == declaration:
                    continue
                new_conflicts = list(
                    conflicts.find_conflicts(declaration, by_name, owners)
                )
                if not new_conflicts:
                    by_name[declaration.name] = declaration
                    owners |= {
                        option.key: declaration
                        for option in declaration.option_names
                    }
                found += new_conflicts
            if found:
                raise exceptions.DuplicateDeclarationError('\n'.join(found))
            self._declarations = types.MappingProxyType(by_name)

    def get(self, name: str) -> Workaround:
        """Return the live workaround of a name.

        :raises workarounds.exceptions.UnknownWorkaroundError: no workaround
            has the name; the error gives the nearest names
        :raises workarounds.exceptions.RemovedWorkaroundError: the workaround
            was removed; the error gives the release
        """
        declaration = self._declarations.get(name)
        if isinstance(declaration, Workaround):
            return declaration
        if declaration is not None:
            raise exceptions.RemovedWorkaroundError(
                f'workaround {name!r} was removed in '
                f'{declaration.removed_in} '
                f'({_text.clause(declaration.reason)}); '
                f'delete the code that reads it'
            )
        raise exceptions.UnknownWorkaroundError(
            f'no workaround is called {name!r}; {self._hint(name)}'
        )

    def _hint(self, name: str) -> str:
        if not self._declarations:
            return (
                'no workaround is registered; call workarounds.register() '
                'with the declarations first'
            )
        owner = self.find_owner_by_name(name)
        if isinstance(owner, RemovedWorkaround):
            return (
                f'{owner.name} had such an option; it was removed in '
                f'{owner.removed_in}'
            )
        if owner is not None:
            is_former = name in {former for _, former in former_names(owner)}
            verb = 'was' if is_former else 'is'
            return f'did you mean {owner.name} (its option {verb} {name})?'
        import difflib  # Only for an error: it takes a millisecond.

        near = difflib.get_close_matches(
            str(name or '').lower(), [workaround.name for workaround in self]
        )
        if near:
            return f'did you mean {" or ".join(near)}?'
        return (
            'check the spelling (workarounds list shows the names), or '
            'declare it'
        )

    def find_owner(self, option: OptionName) -> Declaration | None:
        """Return the declaration of an option, live or former."""
        for declaration in self._declarations.values():
            if any(name.matches(option) for name in declaration.option_names):
                return declaration
        return None

    def find_owner_by_name(self, option: str) -> Declaration | None:
        """Return the first declaration with an option of that name."""
        for names_of in (operator.attrgetter('option_names'), former_names):
            for declaration in self._declarations.values():
                if any(option == name for _, name in names_of(declaration)):
                    return declaration
        return None

    def find_declaration(self, name: str) -> Declaration:
        """Return a declaration, live or removed, by its name or an option.

        :raises workarounds.exceptions.UnknownWorkaroundError: no declaration
            has the name; the error gives the nearest names
        """
        declaration = self._declarations.get(name) or self.find_owner_by_name(
            name
        )
        return self.get(name) if declaration is None else declaration

    @property
    def catalogue(self) -> Catalogue | None:
        """The service's catalogue: the first with files, or the first."""
        catalogues = [catalogue for _, catalogue in self.catalogues]
        with_files = (c for c in catalogues if c.config is not None)
        return next(with_files, next(iter(catalogues), None))

    def library_of(self, declaration: Declaration) -> str | None:
        """Return the library whose releases a declaration counts in.

        :returns: its distribution; ``None`` for the service itself
        """
        catalogue = self._catalogue_of.get(declaration.name)
        if catalogue is None or catalogue is self.catalogue:
            return None
        return catalogue.project

    def namespace_of(self, declaration: Declaration) -> str:
        """Return the name of the catalogue that has a declaration.

        :returns: as ``--namespace`` takes it; empty if it is in none
        """
        owner = self._catalogue_of.get(declaration.name)
        names = (name for name, item in self.catalogues if item is owner)
        return next(names, '')

    def restricted_to(self, declarations: Sequence[Declaration]) -> 'Registry':
        """Return a registry of some of the declarations."""
        registry = Registry(*declarations, project=self.project)
        for name, catalogue in self.catalogues:
            registry._add(name, catalogue)
        return registry

    def services(self) -> list['Registry']:
        """Return a registry for each service, as its configuration has them.

        It holds the service's catalogue and those of the libraries that the
        service uses. A catalogue that is named as ``module:attribute`` and has
        no files belongs to each service.

        :raises workarounds.exceptions.UnusedCatalogueError: no service uses
            the catalogue of a library
        """
        configs = dict.fromkeys(
            catalogue.config
            for _, catalogue in self.catalogues
            if catalogue.config is not None
        )
        services = [self._service(config) for config in configs]
        taken = [pair for service in services for pair in service.catalogues]
        for name, catalogue in self.catalogues if services else ():
            if (name, catalogue) not in taken:
                names = ' and '.join(configs)
                raise exceptions.UnusedCatalogueError(
                    f'catalogue {name}: {names} does not use it and does not '
                    f'read its options; name it alone, or with a service '
                    f'whose '
                    f"catalogue says uses=['{name}']"
                )
        return services or [self]

    def _service(self, config: str) -> 'Registry':
        service = Registry()
        waiting = [
            pair for pair in self.catalogues if pair[1].config == config
        ]
        waiting += [
            pair
            for pair in self.catalogues
            if ':' in pair[0] and pair[1].config is None
        ]
        for name, catalogue in waiting:
            service.add(name, catalogue)
            waiting += [
                pair
                for pair in self.catalogues
                if pair[0] in catalogue.uses and pair not in waiting
            ]
        return service

    @property
    def removed(self) -> tuple[RemovedWorkaround, ...]:
        """The removed workarounds."""
        return tuple(
            declaration
            for declaration in self._declarations.values()
            if isinstance(declaration, RemovedWorkaround)
        )

    def __iter__(self) -> Iterator[Workaround]:
        """Iterate over the live workarounds."""
        for declaration in self._declarations.values():
            if isinstance(declaration, Workaround):
                yield declaration

    def __contains__(self, name: object) -> bool:
        """Return whether a live workaround has the name."""
        return isinstance(self._declarations.get(str(name)), Workaround)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _flatten(items: Sequence[Registrable]) -> Iterator[Declaration]:
    for item in items:
        if isinstance(item, Catalogue):
            yield from item.declarations
        elif isinstance(item, Declaration):
            yield item
        elif isinstance(item, Sequence) and not isinstance(item, str):
            yield from _flatten(item)
        else:
            raise TypeError(
                f'{item!r} is neither a declaration nor a catalogue; register '
                f'a Workaround, a RemovedWorkaround or a Catalogue'
            )
