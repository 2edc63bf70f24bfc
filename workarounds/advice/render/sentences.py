# SPDX-License-Identifier: Apache-2.0
"""The sentences about assessments, which have no words of their own.

A sentence is made from a reason and its fields alone. Everything in it is
escaped: a terminal obeys what a declaration or a data file may contain.
``tests/advice/sentences.txt`` shows all of them.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from workarounds import _text
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.render import phrases
from workarounds.advice.render.phrases import Fields

#: ``{known}`` is what would decide, were the package the platform's own.
_SENTENCES: Mapping[str, str] = {
    # Of packages and platforms.
    'first-shipped-at-or-past-fix': '{included}{installed_too}',
    'first-shipped-not-affected': '{included}{installed_too}',
    'fix-may-be-backported': '{older}, {lacks_fix}; the fix may have been '
    'backported',
    'fixed-version-not-known': '{undecided}',
    'lower-bound-at-or-past-fix': '{bounded}{installed_too}',
    'lower-bound-not-affected': '{bounded}{installed_too}',
    'minimum-version-past-affected': '{service} requires {title} {minimum} '
    'or later, {has_fix}{installed_too}',
    'minimum-version-past-fix': '{service} requires {title} {minimum} or '
    'later, {has_fix}{installed_too}',
    'minor-release-not-known': '{stated}; {platform} may '
    'have the fix in a version of its own',
    'package-at-or-past-fix': '{stated}{installed_too}',
    'package-before-fix': '{stated}{installed_older}',
    'platform-end-of-life': '{stated}{installed_too}',
    'platform-fix-not-known': 'no data file says which {title} the platform '
    'first shipped, or which of its packages has the fix',
    'platform-has-fix': '{stated}',
    'platform-never-affected': '{stated}{installed_too}',
    'platform-newer-than-facts': '{platform} is newer than the {of_facts}',
    'platform-not-fixed': '{stated}{installed_too}',
    'platform-will-not-fix': '{stated}{installed_too}',
    'version-not-comparable': '{version} is not a version by the rules of '
    '{scheme}',
    # Of all platforms together.
    'no-supported-platform': '{none_supported}',
    'platforms-have-fix': 'every supported platform has the fix or never '
    'needed it',
    'platforms-not-fixed': '{blocked}',
    'platforms-not-known': '{undecided}',
    # Of packages that may not be the platform's own.
    'first-package-not-known': '{known}; but the version of {installed} '
    'names no release, and no data file says with which version {platform} '
    'began; it may come from another release',
    'package-from-backports': '{known}; but {installed} is a backport from a '
    'later release ({mark})',
    'package-from-cloud-archive': '{known}; but {installed} is from the '
    'Ubuntu Cloud Archive ({mark})',
    'package-from-personal-archive': '{known}; but {installed} is from a '
    'personal archive ({mark})',
    'package-manager-differs': '{known}; but the packages of this host are '
    'those of {package_manager}, which {platform} does not use',
    'package-may-be-rebuilt': '{known}; but {installed} does not follow the '
    'version scheme of {platform}; it may be a rebuild',
    'package-not-installed': '{known}; but {package} is not installed',
    'package-not-known': '{known}; but {detail}',
    'package-not-published': '{known}; but {platform} began with '
    '{first_package_version}, and the revision of {installed} is not one '
    'that it published; it may come from another release',
    'package-of-another-platform': '{known}; but the release of {installed} '
    'does not contain {marks}; it is a package of another platform',
    'package-of-another-release': '{known}; but {installed} is a package of '
    '{published_for}',
    'package-of-another-vendor': '{known}; but {installed} was built by '
    '{installed_vendor}, not by {vendor}',
    'package-origin-not-known': '{known}; but no data file says how to '
    'recognise the packages of {platform}; {installed} may be a rebuild',
    # Of programs.
    'program-at-or-past-fix': '{title} reports version {reported}, '
    '{has_fix}{installed_too}',
    'program-before-fix': '{program} belongs to no package and reports '
    'version {reported}, {lacks_fix}',
    'program-contradicts-package': '{known}; but {title} reports version '
    '{reported}',
    'program-hides-package': '{program} belongs to no package, reports '
    'version {reported}, and hides the packaged one',
    'program-of-another-package': '{known}; but {program} belongs to the '
    'package {owner}',
    'program-not-affected': '{title} reports version {reported}, '
    '{has_fix}{installed_too}',
    'program-version-not-known': 'the version of {title} is not known '
    '({detail}), and no data file says which one {platform} has',
    'python-package-at-or-past-fix': '{title} is at {reported} from PyPI, '
    '{has_fix}',
    'python-package-before-fix': '{title} is at {reported} from PyPI, '
    '{lacks_fix}',
    'python-package-not-affected': '{title} is at {reported} from PyPI, '
    '{has_fix}',
    'running-kernel-not-known': '{otherwise}; but {running}',
    # Of releases of the service.
    'configuration-needs-it': 'the configuration does not rule it out, as it '
    'would where {condition}',
    'configuration-not-known': 'it is ruled out where {condition}, and the '
    'configuration does not tell',
    'configuration-rules-it-out': '{condition}, which rules it out',
    'depends-on-configuration': 'it is ruled out only where {condition}, '
    'which depends on the configuration of each host',
    'depends-on-host': 'it is ruled out only where {condition}, which depends '
    'on each host',
    'file-needs-it': 'it would be ruled out if {condition}, which is not so',
    'file-not-known': 'it is ruled out if {condition}, and that is not known: '
    '{detail}',
    'file-rules-it-out': '{condition}, which rules it out',
    'later-release-not-known': 'it is open as of release {open_in}'
    '{of_project}; whether {release} has a fix is not known',
    'oldest-peer-before-fix': 'release {oldest_peer}{of_project}, which is '
    'before the fix in {fixed_in}, may still run beside this one '
    '({oldest_peer_source})',
    'oldest-peer-not-known': 'every host must run release {fixed_in}'
    '{of_project} or later, and no data file says which releases may run '
    'beside this one',
    'oldest-peer-past-fix': 'every release{of_project} that may run beside '
    'this one is {oldest_peer} or later ({oldest_peer_source}), which '
    'includes the fix ({fixed_in})',
    'open-as-of-release': 'it is open as of release {open_in}{of_project}',
    'other-hosts-not-known': 'every host must run release {fixed_in}'
    '{of_project} or later; this one runs {release}, so check the others',
    'release-at-or-past-fix': 'release {release}{of_project} includes the fix '
    '({fixed_in})',
    'release-before-fix': 'release {release}{of_project} is before the fix in '
    '{fixed_in}{everywhere}',
    'release-not-known': '{fixed_or_open}, and the release is not known'
    '{because}',
    # Of any fix.
    'cannot-be-seen-from-host': 'this cannot be seen from a host; check by '
    'hand: {detail}',
    'fix-reopened': '{otherwise}; but that fix did not hold: {reopened}',
    'not-in-this-release': 'release {release} does not have it: it came in '
    '{introduced}',
    'option-release-not-known': '{option} was removed in {removed_in} '
    '({detail}); whether this release still reads it is not known '
    '({compared})',
    'option-removed': '{option} was removed in {removed_in} ({detail}) and '
    'has no effect',
    'option-still-read': '{option} is live in {release}; removed in '
    '{removed_in} ({detail}); the loaded catalogue no longer describes it',
    'preference': 'it is a choice, not a defect: {detail}',
    'will-not-be-fixed': 'it will never be fixed: {detail}',
}
_MEANINGS = {
    'needed': 'missing',
    'blocked': 'missing',
    'unfixed': 'missing',
    'unknown': 'not known to be there',
}


def explain(assessment: Assessment) -> str:
    """Return a sentence that says why an assessment is as it is.

    :param assessment: of a host, of a platform, or of all platforms
    """
    return _text.printable(' '.join(_sentence(assessment).split()))


def _sentence(assessment: Assessment) -> str:
    fixes = assessment.fields.get('fixes')
    if not fixes:
        return _of_reason(assessment.reason, assessment.fields)
    deciding = [fix for fix in fixes if fix['status'] == assessment.status]
    sentences = _of_fixes(deciding)
    if assessment.status == 'choice':
        return sentences
    if assessment.status not in _MEANINGS:
        return f'all {len(fixes)} fixes are there: {sentences}'
    verb = 'is' if len(deciding) == 1 else 'are'
    sentence = (
        f'of {len(fixes)} fixes, which are all needed, {len(deciding)} {verb} '
        f'{_MEANINGS[assessment.status]}: {sentences}'
    )
    unknown = [fix for fix in fixes if fix['status'] == 'unknown']
    if assessment.status in ('needed', 'blocked') and unknown:
        sentence = f'{sentence}; not known: {_of_fixes(unknown)}'
    closed = [
        fix
        for fix in fixes
        if fix['bug'] and fix['status'] not in (*_MEANINGS, 'choice')
    ]
    if closed:
        sentence = f'{sentence}; there: {_of_fixes(closed)}'
    return sentence


def _of_fixes(fixes: Sequence[Fields]) -> str:
    """Return their sentences, each with its bug and none twice."""
    sentences = []
    for fix in fixes:
        sentence = _of_reason(fix['reason'], fix['fields'])
        sentences.append(
            f'{sentence} ({fix["bug"]})' if fix['bug'] else sentence
        )
    return '; '.join(dict.fromkeys(sentences))


def _of_reason(reason: str, fields: Fields) -> str:
    sentence = _SENTENCES[reason].format_map(_Parts(fields))
    if 'alternatives' in fields:
        others = [
            _of_reason(other['reason'], other['fields'])
            for other in fields['alternatives']
        ]
        alone = {k: v for k, v in fields.items() if k != 'alternatives'}
        return (
            f'one of {len(others) + 1} fixes would be enough: '
            f'{"; ".join([_of_reason(reason, alone), *others])}'
        )
    if 'reopened' in fields and reason != 'fix-reopened':
        # "before the fix in 27.0.0" alone reads like a promise of 27.0.0.
        sentence += f'; that fix did not hold: {fields["reopened"]}'
    return sentence


class _Parts(Mapping[str, str]):
    """The parts of sentences: made from fields, or fields as they are."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

    def __getitem__(self, name: str) -> str:
        if name in _PHRASES:
            return _PHRASES[name](self.fields)
        return str(self.fields[name])

    def __iter__(self) -> Iterator[str]:
        return iter({**_PHRASES, **self.fields})

    def __len__(self) -> int:
        return len({**_PHRASES, **self.fields})


def _otherwise(fields: Fields) -> str:
    # What is said of the fix itself follows once.
    rest = {k: v for k, v in fields.items() if k != 'reopened'}
    return _of_reason(fields['otherwise'], rest)


def _blocked(fields: Fields) -> str:
    blockers = fields['blocked_by']
    verb = 'does' if len(blockers) == 1 else 'do'
    parts = [f'{" and ".join(blockers)} {verb} not have the fix']
    if 'until' in fields:
        whose = 'its' if len(blockers) == 1 else 'their'
        parts.append(f'{whose} support ends on {fields["until"]}')
    return '; '.join([*parts, *_doubts(fields)])


def _none_supported(fields: Fields) -> str:
    if 'ended' in fields:
        return (
            f'the support of {" and ".join(fields["ended"])} has ended, and '
            f'no other supported platform is known'
        )
    return 'no data file names a supported platform for this release'


def _undecided(fields: Fields) -> str:
    if 'unknown_on' in fields:
        return '; '.join(_doubts(fields))
    what = f'version of {fields["title"]}' if 'title' in fields else 'release'
    return f'the {what} with the fix is not known: {fields["detail"]}'


def _doubts(fields: Fields) -> Iterator[str]:
    """Say why platforms are unknown: each reason once, with the platforms."""
    sentences: dict[str, list[str]] = {}
    for doubt in fields.get('unknown_on', ()):
        sentence = _of_reason(doubt['reason'], doubt['fields'])
        sentences.setdefault(sentence, []).append(doubt['platform'])
    for sentence, platforms in sentences.items():
        everywhere = len(platforms) == len(fields['platforms'])
        yield (
            sentence if everywhere else f'{sentence} ({", ".join(platforms)})'
        )


_PHRASES: Mapping[str, Callable[[Fields], str]] = {
    **phrases.PHRASES,
    'blocked': _blocked,
    'none_supported': _none_supported,
    'otherwise': _otherwise,
    'undecided': _undecided,
}
