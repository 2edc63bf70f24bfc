# SPDX-License-Identifier: Apache-2.0
"""The errors of the library.

All have one base class, and each is also a built-in error.
"""

from collections.abc import Sequence


class WorkaroundError(Exception):
    """The base class of every error that this library raises."""


class DeclarationError(WorkaroundError, ValueError):
    """A declaration has problems; the message lists each with a hint.

    :ivar name: the kind and the name of the declaration
    :ivar problems: one sentence for each problem
    """

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        super().__init__(name, problems)
        self.name = name
        self.problems = tuple(problems)

    def __str__(self) -> str:
        lines = ''.join(f'\n  - {problem}' for problem in self.problems)
        plural = '' if len(self.problems) == 1 else 's'
        return f'{self.name}: {len(self.problems)} problem{plural}:{lines}'


class DuplicateDeclarationError(WorkaroundError, ValueError):
    """A name or an option is already taken by another declaration."""


class UnknownWorkaroundError(WorkaroundError, LookupError):
    """No workaround of that name is declared."""


class RemovedWorkaroundError(WorkaroundError, LookupError):
    """The workaround was removed."""


class UnknownParamError(WorkaroundError, LookupError):
    """The workaround has no such parameter."""


class NotRegisteredError(WorkaroundError, RuntimeError):
    """The workaround's options are not registered on this configuration."""


class OptionConflictError(WorkaroundError, ValueError):
    """The service registered an option that differs from the declared one."""


class UnknownGroupError(WorkaroundError, LookupError):
    """A toggle has several groups, and the lookup names none of them."""


class UnresolvedGroupsError(UnknownGroupError):
    """The groups depend on an option that is not registered in this process.

    The service may have that option, so only the service knows the groups.
    """


class NoToggleError(WorkaroundError, LookupError):
    """A workaround has no option, and so no value."""


class InvalidValueError(WorkaroundError, ValueError):
    """The configuration has a value that the option does not accept.

    :ivar cure: what to do about the indented lines of a value that the option
        accepts without them; empty for another value
    """

    cure = ''


class UnresolvedReferenceError(InvalidValueError):
    """A value refers to an option that is not registered in this process.

    The service may have that option, so only the service knows the value.
    """


class PluginError(WorkaroundError, RuntimeError):
    """A plug-in cannot be loaded or has failed; the message is the cause."""


class CatalogueError(WorkaroundError, ImportError):
    """A catalogue cannot be loaded."""


class UnknownCatalogueError(WorkaroundError, LookupError):
    """No catalogue of that name is installed."""


class UnusedCatalogueError(WorkaroundError, ValueError):
    """A catalogue is named together with a service that does not use it."""


class ConfigFileError(WorkaroundError, ValueError):
    """A configuration file cannot be read; the message names the line."""


class DataFileError(WorkaroundError, ValueError):
    """A host file or a data file cannot be used.

    The arguments are the problems, each with its place and a hint.
    """

    def __str__(self) -> str:
        return '\n'.join(self.args)


class UnreadableDataFileError(DataFileError):
    """A host file or a data file is missing, not text, or not YAML."""


class SourceError(WorkaroundError, ValueError):
    """Source code cannot be read; the message has the path and a hint."""


class SeveralServicesError(WorkaroundError, ValueError):
    """Workarounds of several services cannot be assessed together."""


class InvalidVersionError(WorkaroundError, ValueError):
    """A version does not follow the rules for its comparison."""


class ProbeError(WorkaroundError, RuntimeError):
    """A probe has no answer; the message is the reason, as a clause."""


class LeakedOverrideError(WorkaroundError, AssertionError):
    """A test changed a workaround's option and did not restore it."""
