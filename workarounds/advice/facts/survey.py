# SPDX-License-Identifier: Apache-2.0
"""Survey of a machine: probes only what declared fixes need."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any

from workarounds.advice.facts import platforms
from workarounds.advice.facts import probing
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import PackageManager
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Answer
from workarounds.advice.facts.probing import Answers
from workarounds.advice.facts.probing import Probe
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.fixes import FileFix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.declarations.fixes import single_fixes

_MANAGERS: tuple[PackageManager, ...] = ('dpkg', 'rpm')

Probes = Mapping[str, Probe | Unknown]
_Ask = Callable[[str, Sequence[str]], Answers]


def survey(
    workarounds: Iterable[Workaround],
    dataset: Dataset,
    machine: Machine,
    probes: Probes,
    *,
    service_version: str | None,
    distribution: str | None,
    libraries: Iterable[str] = (),
    report: Callable[[str], None],
) -> Host:
    """Find the facts that the assessment of workarounds needs on a machine.

    :param service_version: version of the service, if it is given
    :param distribution: Python distribution of the service, which is asked
        for the version if none is given
    :param libraries: distributions of the libraries that have declared some of
        the workarounds
    :param report: called with the reason for each probe that fails
    """

    def ask(probe: str, questions: Sequence[str]) -> Answers:
        return probing.ask(probe, probes, questions, machine, report=report)

    platform = machine.platform()
    declared = [
        fix
        for workaround in workarounds
        for fix in single_fixes(dataset.fixes_of(workaround))
    ]
    fixes = [fix for fix in declared if isinstance(fix, PackageFix)]
    projects = [
        f'pypi:{fix.project}'
        for fix in declared
        if isinstance(fix, ReleaseFix) and fix.project
    ]
    projects += [f'pypi:{library}' for library in libraries]
    components, version = _components(
        [*(fix.component for fix in fixes), *projects],
        dataset,
        ask,
        None if service_version else distribution,
    )
    names = dict.fromkeys(_packages(fixes, dataset, platform))
    questions = [*names, *_programs(components.values())]
    if questions:
        manager, packages = _ask_manager(questions, dataset, ask, platform)
    else:
        manager, packages = Unknown(_why_none_is_asked(fixes, platform)), {}
    for name, fact in components.items():
        if isinstance(fact, Reported) and fact.program:
            owner = packages.get(fact.program)
            components[name] = Reported(
                fact.version,
                fact.program,
                owner if isinstance(owner, str) else None,
            )
    texts = [
        f'{fix.file}: {fix.text}'
        for fix in declared
        if isinstance(fix, FileFix)
    ]
    contents = ask('content', texts) if texts else {}
    return Host(
        platform,
        manager,
        {
            name: _of_kind(Installed, packages[name])
            for name in names
            if name in packages
        },
        components,
        service_version or version,
        {question: _answer(contents, question, str) for question in texts},
        distribution,
    )


def _components(
    names: Iterable[str],
    dataset: Dataset,
    ask: _Ask,
    distribution: str | None,
) -> tuple[dict[str, Any], Any]:
    """Ask components, and the service, for their versions."""
    asked: dict[str, list[str]] = {}
    if distribution:
        asked['python'] = [distribution]
    known = {name: dataset.component(name) for name in dict.fromkeys(names)}
    for component in known.values():
        if component.probe:
            asked.setdefault(component.probe, []).append(component.ask)
    answers = {
        probe: ask(probe, questions) for probe, questions in asked.items()
    }
    found: dict[str, Any] = {}
    for name, component in known.items():
        no_row = f'no data file says how to ask {name} for its version'
        if not component.probe:
            found[name] = Unknown(no_row)
            continue
        answer = _answer(answers[component.probe], component.ask)
        if isinstance(answer, Unknown) and dataset.is_guessed(name):
            answer = Unknown(f'{no_row}, and {answer.reason}')
        found[name] = answer
    if distribution is None:
        return found, Unknown(
            'no catalogue says which Python distribution the service is'
        )
    version = _answer(answers['python'], distribution)
    return found, getattr(version, 'version', version)


def _answer(answers: Answers, question: str, kind: type = Reported) -> Any:
    if isinstance(answers, Unknown):
        return answers
    return _of_kind(kind, answers[question])


def _of_kind(kind: type, answer: Answer) -> Any:
    """Let through only the kind of answer that was asked for."""
    if isinstance(answer, kind | Unknown):
        return answer
    return Unknown(f'the probe answered {answer!r}'[:200])


def _programs(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        if isinstance(component, Reported) and component.program:
            yield component.program


def _packages(
    fixes: Iterable[PackageFix],
    dataset: Dataset,
    platform: str | Unknown,
) -> Iterator[str]:
    for fix in fixes:
        stated = platforms.related_row(platform, fix.packages)
        if stated:
            yield fix.packages[stated].name
        ships = dataset.ships.get(fix.component, {})
        shipped = platforms.row(platform, ships)
        if shipped:
            yield ships[shipped].package


def _why_none_is_asked(
    fixes: Sequence[PackageFix], platform: str | Unknown
) -> str:
    if fixes and isinstance(platform, Unknown):
        return (
            'which packages to ask for depends on the platform, which is not '
            'known'
        )
    return 'no declaration asks for a package'


def _ask_manager(
    questions: Sequence[str],
    dataset: Dataset,
    ask: _Ask,
    platform: str | Unknown,
) -> tuple[PackageManager | Unknown, dict[str, Any]]:
    known = platforms.row(platform, dataset.platforms)
    managers = _MANAGERS
    if known:
        managers = (dataset.platforms[known].packages,)
    causes = []
    for manager in managers:
        answers = ask(manager, questions)
        if not isinstance(answers, Unknown):
            return manager, dict(answers)
        causes.append(answers.reason)
    return Unknown('; '.join(causes)), {}
