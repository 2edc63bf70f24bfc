# SPDX-License-Identifier: Apache-2.0
"""The sentences about assessments.

A sentence is made from a reason and its fields alone. All of it is escaped,
because declarations and data files may contain control characters.
``tests/advice/sentences.txt`` shows all sentences.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from workarounds import _text
from workarounds.advice.evaluate.assessment import Assessment
from workarounds.advice.render import phrases
from workarounds.advice.render.phrases import Fields

_FROM_PYPI = 'installed from PyPI: {title} {reported}'
_PROGRAM = '{title} reports version {reported}, {has_fix}{installed_too}'
_REQUIRED = (
    '{service} requires {title} {minimum} or later, {has_fix}{installed_too}'
)
#: ``{known}`` is the fact that would decide if the package were the platform's
#: own.
_SENTENCES: Mapping[str, str] = {
    # Of packages and platforms.
    'first-shipped-at-or-past-fix': '{included}{installed_too}',
    'first-shipped-not-affected': '{included}{installed_too}',
    'fix-may-be-backported': '{older}, {lacks_fix}; the fix may have been '
    'backported',
    'fixed-version-not-known': '{undecided}',
    'lower-bound-at-or-past-fix': '{bounded}{installed_too}',
    'lower-bound-not-affected': '{bounded}{installed_too}',
    'minimum-version-past-affected': _REQUIRED,
    'minimum-version-past-fix': _REQUIRED,
    'minor-release-not-known': '{stated}; {platform} may '
    'have the fix in another version',
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
    'version-not-comparable': '{version} is not {valid_version}',
    # Of all platforms together.
    'no-supported-platform': '{none_supported}',
    'platforms-have-fix': 'every supported platform has the fix or was '
    'never affected',
    'platforms-not-fixed': '{blocked}',
    'platforms-not-known': '{undecided}',
    # Of packages that may not be the platform's own.
    'first-package-not-known': '{known}; but {installed} may come from '
    'another release: its version does not show the release, and no data file '
    'says which package version {platform} first shipped',
    'package-from-backports': '{known}; but {installed} is a backport from a '
    'later release ({mark})',
    'package-from-cloud-archive': '{known}; but {installed} is from the '
    'Ubuntu Cloud Archive ({mark})',
    'package-from-personal-archive': '{known}; but {installed} is from a '
    'personal archive ({mark})',
    'package-manager-differs': '{known}; but this host uses '
    '{package_manager}, and {platform} does not',
    'package-may-be-rebuilt': '{known}; but {installed} does not follow the '
    'version scheme of {platform}; it may be a rebuild',
    'package-not-installed': '{known}; but {package} is not installed',
    'package-not-known': '{known}; but {detail}',
    'package-not-published': '{known}; but {installed} may come from '
    'another release: {platform} first shipped {first_package_version} and '
    'did not publish this revision',
    'package-of-another-platform': '{known}; but {installed} is from another '
    'platform: its release does not contain {marks}',
    'package-of-another-release': '{known}; but {installed} is from '
    '{published_for}',
    'package-of-another-vendor': '{known}; but {installed} was built by '
    '{installed_vendor}, not by {vendor}',
    'package-origin-not-known': '{known}; but {installed} may be a '
    'rebuild: no data file says how to recognise the packages of {platform}',
    # Of programs.
    'program-at-or-past-fix': _PROGRAM,
    'program-before-fix': '{program} belongs to no package and reports '
    'version {reported}, {lacks_fix}',
    'program-contradicts-package': '{known}; but {title} reports version '
    '{reported}',
    'program-hides-package': '{program} belongs to no package and hides '
    'the packaged program; it reports version {reported}',
    'program-of-another-package': '{known}; but {program} belongs to the '
    'package {owner}',
    'program-not-affected': _PROGRAM,
    'program-version-not-known': 'the version of {title} is not known: '
    '{detail}; neither the declaration (packages=) nor a data file says which '
    'version {platform} has; state it in a host file (components, '
    '{component})',
    'python-package-at-or-past-fix': f'{_FROM_PYPI}, {{has_fix}}',
    'python-package-before-fix': f'{_FROM_PYPI}, {{lacks_fix}}',
    'python-package-not-affected': f'{_FROM_PYPI}, {{has_fix}}',
    'running-kernel-not-known': '{otherwise}; but {running}',
    # Of releases of the service.
    'configuration-needs-it': '{affected_where}, so this host is affected',
    'configuration-not-known': 'only hosts where {affected_where} are '
    'affected; cannot tell: {detail}',
    'configuration-rules-it-out': '{condition}, so this host is not affected',
    'depends-on-configuration': 'hosts where {affected_where} are affected; '
    'this depends on the configuration of each host',
    'depends-on-host': 'hosts where {affected_where} are affected; this '
    'depends on each host',
    'file-needs-it': '{affected_where}, so this host is affected',
    'file-not-known': 'only hosts where {affected_where} are affected; cannot '
    'tell: {detail}',
    'file-rules-it-out': '{condition}, so this host is not affected',
    'later-release-not-known': 'no release up to {open_in}{of_project} has a '
    'fix; whether {release} has one is not known',
    'oldest-peer-before-fix': 'other hosts may still run release '
    '{oldest_peer}{of_project}, which is before the fix in {fixed_in} '
    '({oldest_peer_source})',
    'oldest-peer-not-known': 'every host must run release {fixed_in}'
    '{of_project} or later; no data file says how old a release other hosts '
    'may run',
    'oldest-peer-past-fix': 'release {fixed_in}{of_project} has the fix, and '
    'no host may run a release before {oldest_peer}: {oldest_peer_source}',
    'open-as-of-release': 'no release up to {open_in}{of_project} has a fix',
    'other-hosts-not-known': 'every host must run release {fixed_in}'
    '{of_project} or later; this host runs {release}, so check the others',
    'release-at-or-past-fix': 'release {release}{of_project} includes the fix '
    '({fixed_in})',
    'release-before-fix': 'release {release}{of_project} is before the fix in '
    '{fixed_in}{everywhere}',
    'release-not-known': '{fixed_or_open}; {release_unknown}',
    # Of any fix.
    'cannot-be-seen-from-host': 'cannot be seen from a host; check by hand: '
    '{detail}',
    'fix-reopened': '{otherwise}; but that fix did not hold: {reopened}',
    'not-in-this-release': 'release {release} does not have this '
    'workaround; it was introduced in {introduced}',
    'option-ignored': '{option} is still accepted and does nothing; removed '
    'in {removed_in} ({detail})',
    'option-release-not-known': '{option} was removed in {removed_in} '
    '({detail}); cannot tell whether this release still reads it: {compared}',
    'option-removed': '{option} was removed in {removed_in} ({detail}) and '
    'has no effect',
    'option-still-read': 'release {release} still reads {option}; release '
    '{removed_in} removes it ({detail}), and the loaded catalogue no longer '
    'describes it',
    'preference': 'this is a choice, not a defect: {detail}',
    'will-not-be-fixed': 'the bug will never be fixed: {detail}',
}
_MISSING = dict.fromkeys(('needed', 'blocked', 'unfixed'), 'missing')
_MEANINGS = {**_MISSING, 'unknown': 'not confirmed'}


def explain(assessment: Assessment) -> str:
    """Return a sentence that gives the reason of an assessment.

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
        return f'every fix is in place: {sentences}'
    verb = 'is' if len(deciding) == 1 else 'are'
    sentence = (
        f'{len(deciding)} of {len(fixes)} required fixes {verb} '
        f'{_MEANINGS[assessment.status]}: {sentences}'
    )
    unknown = [fix for fix in fixes if fix['status'] == 'unknown']
    if assessment.status in ('needed', 'blocked') and unknown:
        sentence = f'{sentence}. Not confirmed: {_of_fixes(unknown)}'
    closed = [
        fix
        for fix in fixes
        if fix['bug'] and fix['status'] not in (*_MEANINGS, 'choice')
    ]
    if closed:
        sentence = f'{sentence}. In place: {_of_fixes(closed)}'
    return sentence


def _of_fixes(fixes: Sequence[Fields]) -> str:
    """Return the sentences of fixes, each with its bug and none twice."""
    sentences = []
    for fix in fixes:
        sentence = _of_reason(fix['reason'], fix['fields'])
        sentences.append(
            f'{fix["bug"]}: {sentence}' if fix['bug'] else sentence
        )
    return _numbered(list(dict.fromkeys(sentences)))


def _numbered(sentences: Sequence[str]) -> str:
    # Sentences have semicolons of their own.
    if len(sentences) == 1:
        return sentences[0]
    return '; '.join(
        f'({n}) {sentence}' for n, sentence in enumerate(sentences, 1)
    )


def _of_reason(reason: str, fields: Fields) -> str:
    sentence = _SENTENCES[reason].format_map(_Parts(fields))
    if 'alternatives' in fields:
        others = [
            _of_reason(other['reason'], other['fields'])
            for other in fields['alternatives']
        ]
        alone = {k: v for k, v in fields.items() if k != 'alternatives'}
        return (
            f'none of the {len(others) + 1} possible fixes is confirmed (one '
            f'is enough): '
            f'{_numbered([_of_reason(reason, alone), *others])}'
        )
    if 'reopened' in fields and reason != 'fix-reopened':
        # "before the fix in 27.0.0" alone would promise that 27.0.0 has it.
        sentence += f'; that fix did not hold: {fields["reopened"]}'
    return sentence


class _Parts(Mapping[str, str]):
    """The parts of sentences: phrases made from fields, or plain fields."""

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
    # The sentence of ``fix-reopened`` says it once, at its end.
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
            f'support for {" and ".join(fields["ended"])} has ended; no other '
            f'supported platform is known'
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
