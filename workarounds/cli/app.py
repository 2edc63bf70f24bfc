# SPDX-License-Identifier: Apache-2.0
"""The command's global options, and what its subcommands share."""

from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import datetime
import functools
from importlib import metadata
import io
import logging
import os
import sys
import traceback
from typing import Any

from cliff import app
from oslo_config import cfg

from workarounds import _text
from workarounds import exceptions
from workarounds.cli import extra
from workarounds.cli import global_options
from workarounds.cli import layout
from workarounds.cli import local_catalogue
from workarounds.cli import subcommands
from workarounds.cli import suggestions
from workarounds.config import operator_groups
from workarounds.config import options
from workarounds.config import sources as config_sources
from workarounds.declarations import discovery
from workarounds.declarations.registry import Registry

_VERSION = metadata.version('workarounds')
_DESCRIPTION = """
Reports on the workarounds of OpenStack-like services: which exist, what sets
them on this host, what is wrong in the configuration, which you may turn off
here, and which code may be deleted.
Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or unreadable input.
"""


class Application(app.App):
    """The command: its global options, and what the subcommands read."""

    CONSOLE_MESSAGE_FORMAT = 'workarounds: %(message)s'

    def __init__(self) -> None:
        super().__init__(
            description=_DESCRIPTION,
            version=_VERSION,
            command_manager=subcommands.Subcommands('workarounds.commands'),
            deferred_help=True,
        )
        #: Some input could not be read, so an empty answer proves nothing.
        self.is_incomplete = False
        #: The answer is about another machine, so local files do not count.
        self.is_elsewhere = False

    def build_option_parser(self, *args: Any, **kwargs: Any) -> Any:
        """Add the global options to cliff's own."""
        parser = super().build_option_parser(*args, **kwargs)
        global_options.add(parser)
        return parser

    def configure_logging(self) -> None:
        """Silence the log messages of other libraries."""
        try:
            super().configure_logging()
        except OSError as error:
            self.parser.error(f'--log-file: {error}')
        # Their messages quote values of options, and addresses with passwords.
        for name in ('oslo_config', 'urllib3'):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        if self.options.verbose_level <= 1:
            # The command itself reports plug-ins that cannot be loaded.
            logging.getLogger('stevedore').setLevel(logging.CRITICAL)

    def warn(self, message: object) -> None:
        """Write a message, of one or more lines, to standard error."""
        lines = map(_text.printable, str(message).split('\n'))
        self.stderr.write('workarounds: ' + '\n'.join(lines) + '\n')

    def warn_incomplete(self, message: object) -> None:
        """Warn that the answer is incomplete, and make the exit code 2."""
        self.is_incomplete = True
        self.warn(message)

    def warn_missing_package(
        self, subcommand: str, error: ModuleNotFoundError
    ) -> None:
        """Warn that a package which a subcommand needs is not installed."""
        self.warn(
            f'{subcommand} needs {error.name}; install it with: '
            f'{extra.install_command()}'
        )

    def warn_internal_error(self, error: BaseException) -> int:
        """Warn of an error of the command itself, and return the exit code."""
        # The text of the error can quote the value of an option.
        place = traceback.extract_tb(error.__traceback__)[-1]
        self.warn(
            f'internal error, please report it with the output of --debug: '
            f'{type(error).__name__} in '
            f'{os.path.basename(place.filename)}:{place.lineno}'
        )
        return 255

    @functools.cached_property
    def registry(self) -> Registry:
        """The catalogues; those that cannot be loaded are warned about.

        :raises workarounds.exceptions.UnknownCatalogueError: there is none
            of that name
        """
        if not self.options.namespace:
            self.options.namespace = [self._local_catalogue()]
        registry, errors = discovery.load_catalogues(self.options.namespace)
        for error in errors:
            self._warn_of_catalogue(error)
        return operator_groups.read_from_files(registry)

    def _warn_of_catalogue(self, error: exceptions.CatalogueError) -> None:
        """Warn of a catalogue that cannot be loaded."""
        self.warn_incomplete(error)
        if self.options.debug and error.__cause__ is not None:
            lines = traceback.format_exception(error.__cause__)
            self.warn(''.join(lines).rstrip())

    def _local_catalogue(self) -> str:
        """Choose the catalogue with configuration files here, and say so."""
        files = self.options.config_file or self.options.config_dir
        name, place = local_catalogue.choose(
            self._warn_of_catalogue,
            self.options.prog,
            is_elsewhere=self.is_elsewhere or bool(files),
        )
        self.warn(f'using the catalogue {name}: {place} exists')
        return name

    def configuration(
        self,
        registry: Registry,
        *,
        needs_files: bool = False,
        needs_lines: bool = False,
    ) -> cfg.ConfigOpts:
        """Read the service's configuration files.

        :param needs_files: raise if there is no file
        :param needs_lines: warn of sources whose lines cannot be looked at
        :raises workarounds.exceptions.ConfigFileError: one cannot be read,
            or there is none and ``needs_files``
        """
        catalogue = registry.catalogue
        sources = config_sources.find_sources(
            catalogue.config if catalogue and not self.is_elsewhere else None,
            self.options.config_file,
            self.options.config_dir,
            self.options.prog,
        )
        if not sources.is_any:
            looked_for = sources.looked_for
            if self.is_elsewhere:
                looked_for = 'those of this machine are not read'
            missing_files = (
                f'no configuration file found ({looked_for}); give '
                f'--config-file'
            )
            if needs_files:
                raise exceptions.ConfigFileError(missing_files)
            self.warn(f'{missing_files}. Showing the defaults')
        conf = cfg.ConfigOpts()
        static = [item for item in registry if not callable(item.group)]
        options.register_opts(conf, registry.restricted_to(static))
        unread = config_sources.parse_sources(
            conf,
            sources,
            fetch=self.options.fetch_sources,
            needs_lines=needs_lines,
        )
        for problem in unread:
            self.warn_incomplete(problem)
        # Functions that name groups read the configuration, so they come last.
        options.register_opts(conf, registry)
        self._warn_of_unknown_groups(registry, conf)
        return conf

    def _warn_of_unknown_groups(
        self, registry: Registry, conf: cfg.ConfigOpts
    ) -> None:
        unresolved = []
        for workaround, error in operator_groups.find_errors(registry, conf):
            if isinstance(error, exceptions.UnresolvedGroupsError):
                unresolved.append(workaround.name)
            else:
                self.warn_incomplete(error)
        if unresolved:
            self.warn(
                f'cannot find out all groups of {", ".join(unresolved)}: the '
                f'function that returns them reads an option that only the '
                f'service registers. Showing the groups in which a file or a '
                f'variable sets an option of the workaround; * stands for all '
                f'other groups'
            )

    @property
    def today(self) -> datetime.date:
        """Today's date in UTC."""
        return datetime.datetime.now(datetime.UTC).date()

    def interact(self) -> None:
        """Refuse to run without a subcommand; cliff would open a shell."""
        self.parser.error('no command given; see workarounds --help')

    def print_help_if_requested(self) -> None:
        """Print the help, and exit."""
        with self._plain_output():
            super().print_help_if_requested()

    @contextlib.contextmanager
    def _plain_output(self) -> Iterator[None]:
        """Keep escape sequences from a terminal that wants no colours.

        cliff underlines a title on any terminal.
        """
        if self.is_coloured or not self.stdout.isatty():
            yield
            return
        terminal, text = self.stdout, io.StringIO()
        self.stdout = text
        try:
            yield
        finally:
            self.stdout = terminal
            terminal.write(text.getvalue())

    def run_subcommand(self, argv: list[str]) -> int:
        """Run a subcommand, or report why it cannot be run."""
        names = [name for name, _ in self.command_manager]
        try:
            self.command_manager.find_command(argv)
        except subcommands.LoadError as error:
            if isinstance(error.__cause__, ModuleNotFoundError):
                self.warn_missing_package(argv[0], error.__cause__)
                return 2
            if self.options.debug:
                raise
            return self.warn_internal_error(error.__cause__ or error)
        except ValueError:
            message = suggestions.instead_of(argv[0], names, self.parser)
            self.parser.error(message)
        if argv[0] == 'help':
            for word in argv[1:2]:
                # cliff lists the commands that begin with the word.
                known = [name for name in names if name.startswith(word)]
                if not known and not word.startswith('-'):
                    self.parser.error(suggestions.unknown_command(word, names))
            with self._plain_output():
                return super().run_subcommand(argv)
        return super().run_subcommand(argv)

    @property
    def terminal_width(self) -> int | None:
        """The columns of the terminal, ``None`` where the output is a pipe."""
        if not self.stdout.isatty():
            return None
        return os.get_terminal_size(self.stdout.fileno()).columns

    @property
    def is_coloured(self) -> bool:
        """Whether the output is a terminal that wants colours."""
        return layout.is_coloured(self.stdout)


def run(argv: Sequence[str]) -> int:
    """Run the command with these arguments, and return the exit code."""
    if sys.stdout is None:
        # The caller has closed it, so the output is discarded.
        with open(os.devnull, 'w', encoding='utf-8') as sys.stdout:
            return Application().run(list(argv))
    for stream in (sys.stdout, sys.stderr):
        # A file can contain characters that the terminal cannot show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors='backslashreplace')
    try:
        code = Application().run(list(argv))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has closed the pipe, as ``head`` does.
        code = 0
    except OSError as error:
        sys.stderr.write(f'workarounds: the output is incomplete: {error}\n')
        code = 2
    else:
        return code
    # Python would report it again when it flushes its output at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
