# SPDX-License-Identifier: Apache-2.0
"""Each kind of fix reports its mistakes, and which version has the fix."""

import pickle
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest

import workarounds

BUG = 'https://bugs.launchpad.net/qemu/+bug/1368815'
STATES = {
    'unfixed': 'not fixed yet',
    'not-affected': 'never affected',
    'wont-fix': 'will not be fixed',
    'end-of-life': 'support ended without a fix',
    'undetermined': 'not known',
}
NO_URL = "'/bug/1' is not an absolute http(s) URL; write the whole address"
NO_VERSION = (
    "'v2' is not a version, which starts with a digit; write one like '2.2.0'"
)
ONE_OF_TWO = 'give one of fixed_in and state'


def package(**fields: Any) -> workarounds.Package:
    return workarounds.Package(
        **({'name': 'qemu-utils', 'fixed_in': '1:2.1+dfsg-5'} | fields)
    )


def package_fix(**fields: Any) -> workarounds.PackageFix:
    return workarounds.PackageFix(
        **({'component': 'qemu', 'version': '2.2.0'} | fields)
    )


def release_fix(**fields: Any) -> workarounds.ReleaseFix:
    return workarounds.ReleaseFix(**({'version': '20.0.0'} | fields))


def test_a_package_with_a_version_says_it() -> None:
    assert list(package().problems()) == []
    assert package().describe() == 'qemu-utils 1:2.1+dfsg-5'


@pytest.mark.parametrize(('state', 'words'), STATES.items())
def test_a_package_with_a_state_says_it_in_words(
    state: str, words: str
) -> None:
    made = package(fixed_in=None, state=state)
    assert list(made.problems()) == []
    assert made.describe() == f'qemu-utils: {words}'


@pytest.mark.parametrize('state', [None, *STATES])
def test_evidence_goes_with_a_version_and_with_every_state(
    state: str | None,
) -> None:
    fixed_in = None if state else '1:2.1'
    made = package(fixed_in=fixed_in, state=state, evidence=BUG)
    assert list(made.problems()) == []
    assert made.evidence == BUG


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        ({'state': 'unfixed'}, ONE_OF_TWO),
        ({'fixed_in': None}, ONE_OF_TWO),
        (
            {'fixed_in': None, 'state': 'fixed'},
            "state 'fixed' is not one of unfixed, not-affected, wont-fix, "
            'end-of-life, undetermined',
        ),
        ({'fixed_in': 'v2'}, f'fixed_in {NO_VERSION}'),
        ({'evidence': '/bug/1'}, f'evidence {NO_URL}'),
        (
            {'name': ' '},
            "name ' ' is not a name of letters, digits and . _ + : -; "
            'write one like qemu',
        ),
        (
            {'sate': 'unfixed'},
            "'sate' is not a field of Package; did you mean 'state'?",
        ),
    ],
)
def test_a_problem_of_a_package_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    assert list(package(**fields).problems()) == [problem]


def test_a_package_reports_all_its_problems_together() -> None:
    fields: dict[str, Any] = {'state': 'fixed', 'evidence': '/bug/1'}
    problems = list(workarounds.Package(**fields).problems())
    assert [problem.partition(' ')[0] for problem in problems] == [
        'name',
        'state',
        'evidence',
    ]


def test_a_package_fix_needs_a_component_and_a_version() -> None:
    fields: dict[str, Any] = {}
    assert list(workarounds.PackageFix(**fields).problems()) == [
        'component is missing; write component=...',
        'version is missing; write version=... or affected=...',
    ]


@pytest.mark.parametrize(
    'platform',
    [
        'debian:12',
        'ubuntu:24.04',
        'rhel:9.4',
        'opensuse-leap:15.6',
        'openEuler:24.03',
    ],
)
def test_a_platform_is_what_os_release_says(platform: str) -> None:
    made = package_fix(packages={platform: package()})
    assert list(made.problems()) == []


@pytest.mark.parametrize(
    'platform',
    ['', 'debian', 'debian:', ':12', 'debian 12', 'a:b:c', 12],
)
def test_what_is_no_platform_is_reported_with_an_example(
    platform: object,
) -> None:
    made = package_fix(packages={platform: package()})
    assert list(made.problems()) == [
        f'platform {platform!r} is not ID:VERSION_ID of an os-release file; '
        f"write one like 'debian:12'"
    ]


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        (
            {'component': ''},
            "component '' is not a name of letters, digits and . _ + : -; "
            'write one like qemu',
        ),
        (
            {'component': 'pip:redis'},
            "component 'pip:redis' has an unknown kind; write one of "
            'firmware, pypi before the colon',
        ),
        ({'version': 'v2'}, f'version {NO_VERSION}'),
        *(
            (
                {'affected': affected},
                f'affected {affected!r} is not a specifier set; write one '
                "like '<=1.2.2'",
            )
            for affected in ('1.2.2', '', '<=1.2.2,', '=>1', 12)
        ),
        (
            {'version': workarounds.Undetermined(' ')},
            "version: Undetermined: reason is ' ', not text; say why",
        ),
        ({'bug': '/bug/1'}, f'bug {NO_URL}'),
        (
            {'packages': [package()]},
            "packages is not a mapping; write {'debian:12': Package(...)}",
        ),
        (
            {'packages': {'debian:12': '1:2.1'}},
            "debian:12: '1:2.1' is not a Package; write "
            "Package(name='qemu-utils', fixed_in='...')",
        ),
        (
            {'packages': {'debian:12': package(fixed_in=None)}},
            f'debian:12: {ONE_OF_TWO}',
        ),
    ],
)
def test_a_problem_of_a_package_fix_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    assert list(package_fix(**fields).problems()) == [problem]


def test_the_packages_of_all_platforms_are_checked() -> None:
    made = package_fix(
        packages={
            'debian:11': package(fixed_in=None),
            'debian:12': package(),
            'debian:13': package(fixed_in='v2'),
        }
    )
    assert list(made.problems()) == [
        f'debian:11: {ONE_OF_TWO}',
        f'debian:13: fixed_in {NO_VERSION}',
    ]


def test_a_package_fix_says_where_it_is_fixed() -> None:
    made = package_fix(
        packages={
            'debian:11': package(fixed_in=None, state='wont-fix'),
            'debian:12': package(),
        }
    )
    assert made.summary() == 'qemu 2.2.0'
    assert list(made.details()) == [
        'qemu 2.2.0 upstream',
        'debian:11: qemu-utils: will not be fixed',
        'debian:12: qemu-utils 1:2.1+dfsg-5',
    ]


def test_a_package_fix_of_no_known_version_says_why() -> None:
    made = package_fix(version=workarounds.Undetermined('bisected to none'))
    assert list(made.problems()) == []
    assert made.summary() == 'qemu, version not known'
    assert list(made.details()) == [
        'qemu: the fixed version is not known (bisected to none)'
    ]


@pytest.mark.parametrize(
    ('affected', 'opposite'),
    [
        ('<=1.2.2', '>1.2.2'),
        ('<1.2.2', '>=1.2.2'),
        ('>= 8', '< 8'),
        ('>8.0', '<=8.0'),
        ('==4.0.2', '!=4.0.2'),
        ('!=4.0.2', '==4.0.2'),
        ('>=8.0.0, <8.1.3', 'outside >=8.0.0, <8.1.3'),
        ('==1.2.*', 'outside ==1.2.*'),
        ('~=8.1', 'outside ~=8.1'),
    ],
)
def test_a_package_fix_says_what_is_affected(
    affected: str, opposite: str
) -> None:
    made = workarounds.PackageFix(component='pypi:redis', affected=affected)
    assert list(made.problems()) == []
    assert made.summary() == f'pypi:redis {opposite}'
    assert list(made.details()) == [f'pypi:redis {affected} has the bug']
    assert list(package_fix(affected=affected).details()) == [
        'qemu 2.2.0 upstream',
        f'qemu {affected} has the bug',
    ]


def test_packages_handed_over_and_changed_later_change_nothing() -> None:
    packages = {'debian:12': package()}
    made = package_fix(packages=packages)
    packages['debian:13'] = package()
    assert dict(made.packages) == {'debian:12': package()}


def test_packages_cannot_be_written() -> None:
    packages: Any = package_fix(packages={'debian:12': package()}).packages
    with pytest.raises(TypeError, match='item assignment'):
        packages['debian:12'] = package(fixed_in='9')


def test_two_package_fixes_do_not_share_their_packages() -> None:
    package_fix(packages={'debian:12': package()})
    assert dict(package_fix().packages) == {}


@given(strategies.permutations(['debian:11', 'debian:12', 'rhel:9']))
@settings(deadline=None)
def test_the_order_of_platforms_does_not_matter(platforms: list[str]) -> None:
    known = {platform: package() for platform in sorted(platforms)}
    first = package_fix(packages=known)
    second = package_fix(packages={name: known[name] for name in platforms})
    assert first == second
    assert hash(first) == hash(second)


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        ({'version': '20'}, None),
        ({'scope': 'host'}, None),
        ({'scope': 'deployment'}, None),
        ({'bug': BUG}, None),
        ({'project': 'neutron'}, None),
        ({'project': ''}, "project '' is not a name of"),
        ({'open_in': '34.0.0'}, 'give one of version and open_in'),
        ({'version': None, 'open_in': '34.0.0'}, None),
        (
            {'version': None, 'open_in': 'Train'},
            "open_in 'Train' is not a version",
        ),
        ({'version': 20}, 'version 20 is not a version'),
        ({'version': 'Train'}, "version 'Train' is not a version"),
        (
            {'version': workarounds.Undetermined('')},
            "version: Undetermined: reason is '', not text; say why",
        ),
        (
            {'scope': 'everywhere'},
            "scope 'everywhere' is not one of host, deployment",
        ),
        ({'bug': '/bug/1'}, f'bug {NO_URL}'),
    ],
)
def test_a_problem_of_a_release_fix_is_reported(
    fields: dict[str, Any], problem: str | None
) -> None:
    problems = list(release_fix(**fields).problems())
    if problem is None:
        assert problems == []
    else:
        assert len(problems) == 1
        assert problems[0].startswith(problem)


def test_a_release_fix_needs_a_version() -> None:
    fields: dict[str, Any] = {}
    assert list(workarounds.ReleaseFix(**fields).problems()) == [
        'give one of version and open_in'
    ]


@pytest.mark.parametrize(
    ('fields', 'summary', 'detail'),
    [
        ({}, 'release 20.0.0', 'release 20.0.0 of the service on this host'),
        (
            {'scope': 'deployment'},
            'release 20.0.0 on every host',
            'release 20.0.0 of the service on every host',
        ),
        (
            {'bug': BUG},
            'release 20.0.0',
            f'release 20.0.0 of the service on this host ({BUG})',
        ),
        (
            {'project': 'neutron'},
            'neutron release 20.0.0',
            'release 20.0.0 of neutron on this host',
        ),
        (
            {'version': None, 'open_in': '34.0.0', 'bug': BUG},
            'none up to release 34.0.0',
            f'no release of the service up to 34.0.0 ({BUG})',
        ),
        (
            {'version': workarounds.Undetermined('nobody looked')},
            'release not known',
            'the release of the service with the fix is not known: nobody '
            'looked',
        ),
        (
            {'version': workarounds.Undetermined('open'), 'bug': BUG},
            'release not known',
            f'the release of the service with the fix is not known ({BUG}): '
            f'open',
        ),
    ],
)
def test_a_release_fix_says_which_release_and_where(
    fields: dict[str, Any], summary: str, detail: str
) -> None:
    made = release_fix(**fields)
    assert made.summary() == summary
    assert list(made.details()) == [detail]


def test_a_manual_fix_says_what_to_look_at() -> None:
    made = workarounds.ManualFix('the kernel of each guest is 4.9 or newer')
    assert list(made.problems()) == []
    assert made.summary() == (
        'check by hand: the kernel of each guest is 4.9 or newer'
    )
    assert list(made.details()) == [
        'cannot be seen from a host; check by hand: the kernel of each guest '
        'is 4.9 or newer'
    ]


ANY = workarounds.AnyOf(package_fix(), release_fix())


def test_alternatives_say_what_each_is() -> None:
    assert list(ANY.problems()) == []
    assert ANY.summary() == 'qemu 2.2.0 or release 20.0.0'
    assert list(ANY.details()) == [
        'one of these is enough:',
        'qemu 2.2.0 upstream',
        'release 20.0.0 of the service on this host',
    ]
    assert pickle.loads(pickle.dumps(ANY)) == ANY


@pytest.mark.parametrize(
    ('fixes', 'problem'),
    [
        ([package_fix()], 'give two fixes or more'),
        ([package_fix(), ANY], f'{ANY!r} is not a single fix; write '),
        ([package_fix(), '2.2.0'], "'2.2.0' is not a single fix; write "),
        (
            [package_fix(), release_fix(version='v2')],
            f'ReleaseFix: version {NO_VERSION}',
        ),
    ],
)
def test_a_problem_of_alternatives_is_reported(
    fixes: list[Any], problem: str
) -> None:
    [found] = workarounds.AnyOf(*fixes).problems()
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ('fields', 'summary', 'details'),
    [
        ({}, 'is set', 'needed only where [libvirt] images_type is not set'),
        (
            {'equals': 'raw'},
            'is raw',
            'needed only where [libvirt] images_type is not raw',
        ),
        (
            {'other_than': True},
            'is not true',
            'needed only where [libvirt] images_type is true',
        ),
        (
            {'since': '22.0.0'},
            'is set since 22.0.0',
            'since release 22.0.0 needed only where [libvirt] images_type is '
            'not set',
        ),
    ],
)
def test_a_condition_says_what_rules_the_bug_out(
    fields: dict[str, Any], summary: str, details: str
) -> None:
    made = workarounds.ConfigFix('libvirt', 'images_type', **fields)
    assert list(made.problems()) == []
    assert made.summary() == f'where [libvirt] images_type {summary}'
    assert list(made.details()) == [details]


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        ({'equals': 'a', 'other_than': 'b'}, 'equals and other_than are both'),
        ({'equals': 3}, 'equals is 3, neither text nor a bool'),
        ({'since': 'Train'}, "since 'Train' is not a version"),
        ({'group': ''}, "group is '', not text; name the group"),
        ({'option': 'a-b'}, "option 'a-b' is not a name of"),
        ({'bug': '/1'}, "bug '/1' is not an absolute"),
    ],
)
def test_a_problem_of_a_condition_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    made = workarounds.ConfigFix(
        **({'group': 'libvirt', 'option': 'images_type'} | fields)
    )
    [found] = made.problems()
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ('fields', 'shows_fix', 'shows_bug'),
    [
        (
            {'lacks': 'pkg_resources'},
            "tool does not contain 'pkg_resources'",
            "tool contains 'pkg_resources'",
        ),
        (
            {'contains': 'fsync('},
            "tool contains 'fsync('",
            "tool does not contain 'fsync('",
        ),
    ],
)
def test_a_file_says_what_shows_the_fix(
    fields: dict[str, Any], shows_fix: str, shows_bug: str
) -> None:
    made = workarounds.FileFix('tool', **fields)
    assert list(made.problems()) == []
    assert made.summary() == f'where {shows_fix}'
    assert list(made.details()) == [f'needed only where {shows_bug}']


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        ({'file': ''}, "file is '', not text; name a program"),
        ({'contains': 'a'}, 'give one of contains and lacks'),
        ({'lacks': None}, 'give one of contains and lacks'),
        ({'lacks': ' '}, "lacks is ' ', not text; quote a line"),
        ({'bug': '/1'}, "bug '/1' is not an absolute"),
    ],
)
def test_a_problem_of_a_file_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    made = workarounds.FileFix(**({'file': 'tool', 'lacks': 'a'} | fields))
    [found] = made.problems()
    assert found.startswith(problem)


def test_a_choice_says_what_is_chosen() -> None:
    made = workarounds.Choice('the old way to count, or the new one')
    assert list(made.problems()) == []
    assert made.summary() == 'none (a choice, not a defect)'
    assert list(made.details()) == [
        'a choice, not a defect: the old way to count, or the new one'
    ]


def test_no_fix_says_why() -> None:
    made = workarounds.NoFix('operators choose')
    assert list(made.problems()) == []
    assert made.summary() == 'never'
    assert list(made.details()) == ['never: operators choose']


@pytest.mark.parametrize(
    ('made', 'problem'),
    [
        (
            workarounds.ManualFix(''),
            "description is '', not text; say what to check",
        ),
        (
            workarounds.NoFix('\n'),
            "reason is '\\n', not text; say why",
        ),
        (
            workarounds.Choice(''),
            "reason is '', not text; say what operators choose",
        ),
        (
            workarounds.Undetermined(''),
            "reason is '', not text; say why",
        ),
    ],
)
def test_words_that_say_nothing_are_reported(made: Any, problem: str) -> None:
    assert list(made.problems()) == [problem]


@pytest.mark.parametrize(
    ('kind', 'field'),
    [
        (workarounds.ManualFix, 'description'),
        (workarounds.NoFix, 'reason'),
        (workarounds.Undetermined, 'reason'),
    ],
)
def test_words_that_are_missing_are_reported_once(
    kind: Any, field: str
) -> None:
    (problem,) = kind().problems()
    assert problem.startswith(f'{field} is missing; ')


@pytest.mark.parametrize(
    ('made', 'field'),
    [
        (package(), 'fixed_in'),
        (package_fix(), 'version'),
        (release_fix(), 'scope'),
        (workarounds.ManualFix('look'), 'description'),
        (workarounds.NoFix('why'), 'reason'),
        (workarounds.Undetermined('why'), 'reason'),
    ],
)
def test_a_fix_is_frozen(made: Any, field: str) -> None:
    before = getattr(made, field)
    with pytest.raises(AttributeError, match=f'{field} is read-only'):
        setattr(made, field, 'other')
    with pytest.raises(AttributeError, match=f'{field} is read-only'):
        delattr(made, field)
    assert getattr(made, field) == before


def test_kinds_with_the_same_words_are_not_equal() -> None:
    words = 'because'
    kinds = (
        workarounds.Choice(words),
        workarounds.NoFix(words),
        workarounds.Undetermined(words),
        workarounds.Never(words),
        workarounds.Unstated(words),
    )
    assert len(set(kinds)) == len(kinds)
