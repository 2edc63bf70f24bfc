# SPDX-License-Identifier: Apache-2.0
"""Groups that only operators name, for a command that is not the service.

The function that names them reads options of the service, such as Cinder's
``enabled_backends``, which only the service registers.
"""

from collections.abc import Iterator
import os

from oslo_config import cfg

from workarounds import exceptions
from workarounds.config import options
from workarounds.config import origin
from workarounds.config import oslo_internals
from workarounds.config import reading
from workarounds.config.files import Entry
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations import validation
from workarounds.declarations.catalogue import Catalogue
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import OptionName


class FromFiles:
    """The groups that a function names, or the groups that are set.

    A group is set if a file or a variable sets an option of the workaround in
    it; :data:`~workarounds.declarations.toggle.ANY_GROUP` is any other group.

    :param workaround: the workaround as declared, with the function
    """

    def __init__(self, workaround: Workaround) -> None:
        self._declared = workaround

    def __call__(self, conf: cfg.ConfigOpts) -> tuple[str, ...]:
        """Return the groups of a configuration that has read its files."""
        if self.find_error(conf) is None:
            return self._declared.groups_on(conf)
        return (*self._find_groups(conf), ANY_GROUP)

    def find_error(
        self, conf: cfg.ConfigOpts
    ) -> exceptions.UnknownGroupError | None:
        """Return why the function names no groups; ``None`` if it does."""
        try:
            self._declared.groups_on(conf)
        except exceptions.UnknownGroupError as error:
            return error
        return None

    def _find_groups(self, conf: cfg.ConfigOpts) -> Iterator[str]:
        seen = set()
        for group in (*self._in_files(conf), *self._in_environment(conf)):
            key = declaration_toggle.group_key(group)
            if key not in seen and validation.is_group(group):
                seen.add(key)
                yield group

    def _in_files(self, conf: cfg.ConfigOpts) -> Iterator[str]:
        names = [
            name
            for option, opt in options.options_in(self._declared, ANY_GROUP)
            for name in origin.names_in_files(option.group, opt)
        ]

        def sets_option(entry: Entry) -> bool:
            option = OptionName(entry.section, entry.key)
            return any(
                name.group == ANY_GROUP and name.matches(option)
                for name in names
            )

        for entry in reading.read_config_files(conf).entries:
            if sets_option(entry):
                yield entry.section

    def _in_environment(self, conf: cfg.ConfigOpts) -> Iterator[str]:
        if not oslo_internals.uses_environment(conf):
            return
        for option in self._declared.option_names_in(ANY_GROUP):
            variable = origin.environment_variable(option)
            before, star, after = variable.partition(ANY_GROUP)
            for name in os.environ if star else ():
                if name.startswith(before) and name.endswith(after):
                    yield name.removeprefix(before).removesuffix(after).lower()


def read_from_files(registry: Registry) -> Registry:
    """Return a registry whose functions fall back to :class:`FromFiles`."""
    fallback = Registry(project=registry.project)
    for name, catalogue in registry.catalogues:
        declarations = [
            Workaround(**vars(declared) | {'group': FromFiles(declared)})
            if isinstance(declared, Workaround) and callable(declared.group)
            else declared
            for declared in catalogue.declarations
        ]
        fields = {**vars(catalogue), 'declarations': declarations}
        fallback.add(name, Catalogue(**fields))
    return fallback


def find_errors(
    registry: Registry, conf: cfg.ConfigOpts
) -> Iterator[tuple[Workaround, exceptions.UnknownGroupError]]:
    """Yield the workarounds whose functions name no groups, and why."""
    for workaround in registry:
        if isinstance(workaround.group, FromFiles):
            error = workaround.group.find_error(conf)
            if error is not None:
                yield workaround, error
