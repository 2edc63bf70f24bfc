# SPDX-License-Identifier: Apache-2.0
"""Errors have one base class, are also built-in errors, and can be pickled."""

import pickle

import pytest

from workarounds import exceptions

FITTING = {
    exceptions.DeclarationError: ValueError,
    exceptions.DuplicateDeclarationError: ValueError,
    exceptions.UnknownWorkaroundError: LookupError,
    exceptions.RemovedWorkaroundError: LookupError,
    exceptions.UnknownParamError: LookupError,
    exceptions.UnknownGroupError: LookupError,
    exceptions.UnresolvedGroupsError: LookupError,
    exceptions.NoToggleError: LookupError,
    exceptions.NotRegisteredError: RuntimeError,
    exceptions.OptionConflictError: ValueError,
    exceptions.InvalidValueError: ValueError,
    exceptions.UnresolvedReferenceError: ValueError,
    exceptions.PluginError: RuntimeError,
    exceptions.CatalogueError: ImportError,
    exceptions.UnknownCatalogueError: LookupError,
    exceptions.UnusedCatalogueError: ValueError,
    exceptions.ConfigFileError: ValueError,
    exceptions.DataFileError: ValueError,
    exceptions.UnreadableDataFileError: ValueError,
    exceptions.InvalidVersionError: ValueError,
    exceptions.ProbeError: RuntimeError,
    exceptions.SeveralServicesError: ValueError,
    exceptions.SourceError: ValueError,
    exceptions.LeakedOverrideError: AssertionError,
}
KINDS = [
    kind
    for kind in vars(exceptions).values()
    if isinstance(kind, type) and issubclass(kind, Exception)
]
PROBLEMS = ('name is missing; give one', "fix is empty; say 'why'")


def error() -> exceptions.DeclarationError:
    return exceptions.DeclarationError('Workaround x', list(PROBLEMS))


def test_every_error_is_in_the_table() -> None:
    assert {*FITTING, exceptions.WorkaroundError} == set(KINDS)


@pytest.mark.parametrize(('kind', 'built_in'), FITTING.items())
def test_an_error_has_the_base_and_the_fitting_built_in(
    kind: type[Exception], built_in: type[Exception]
) -> None:
    assert issubclass(kind, exceptions.WorkaroundError)
    assert issubclass(kind, built_in)


def test_the_base_is_no_built_in_but_exception() -> None:
    assert exceptions.WorkaroundError.__bases__ == (Exception,)


@pytest.mark.parametrize('kind', KINDS)
def test_an_error_is_named_as_one_and_says_when_it_comes(
    kind: type[Exception],
) -> None:
    assert kind.__name__.endswith('Error')
    assert vars(kind)['__doc__'].rstrip().partition('\n')[0].endswith('.')


@pytest.mark.parametrize(
    'kind', sorted({*KINDS} - {exceptions.DeclarationError}, key=str)
)
def test_a_message_is_shown_as_it_was_written(kind: type[Exception]) -> None:
    message = "no workaround is called 'fsnyc'; did you mean fsync?"
    assert str(kind(message)) == message


def test_a_declaration_error_lists_all_problems_below_the_name() -> None:
    assert str(error()) == (
        'Workaround x: 2 problems:\n'
        '  - name is missing; give one\n'
        "  - fix is empty; say 'why'"
    )


def test_a_declaration_error_holds_what_it_says() -> None:
    assert error().name == 'Workaround x'
    assert error().problems == PROBLEMS


def test_a_declaration_error_comes_back_from_another_process() -> None:
    copy = pickle.loads(pickle.dumps(error()))
    assert type(copy) is exceptions.DeclarationError
    assert str(copy) == str(error())
    assert copy.problems == PROBLEMS


def test_a_data_file_error_has_a_line_for_each_problem() -> None:
    error = exceptions.DataFileError('a.yaml:1: oops', 'a.yaml:2: no')
    assert str(error) == 'a.yaml:1: oops\na.yaml:2: no'
