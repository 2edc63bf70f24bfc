# SPDX-License-Identifier: Apache-2.0
"""The codes of ``workarounds retire``: WA3xx, on the rewriting of source."""

from typing import Final

from workarounds._code import Code
from workarounds._code import Severity

ROWS: Final = (
    Code(
        'WA301',
        'read-left',
        Severity.WARNING,
        'a read of the workaround is left as it is',
        'change it by hand, and run retire again',
    ),
    Code(
        'WA302',
        'declaration-left',
        Severity.WARNING,
        'the declaration of the workaround, or its option, is kept',
        'remove what reads it, and run retire again',
    ),
    Code(
        'WA303',
        'setting-left',
        Severity.WARNING,
        'a setting of the workaround is left as it is',
        'remove the setting by hand',
    ),
    Code(
        'WA304',
        'test-removed',
        Severity.WARNING,
        'a test of the removed code is removed',
        'write it anew if it tests anything else',
    ),
    Code(
        'WA305',
        'setting-removed',
        Severity.WARNING,
        'a test no longer sets a value of its own',
        'check what the test expects',
    ),
    Code(
        'WA306',
        'test-emptied',
        Severity.WARNING,
        'a test only set the workaround, and is empty now',
        'delete it, or let it test something',
    ),
    Code(
        'WA307',
        'constant-left',
        Severity.WARNING,
        'a function or a name has become constant, and is still used',
        'write its value where it is used, if nothing replaces it',
    ),
    Code(
        'WA308',
        'unused-left',
        Severity.WARNING,
        'nothing in the paths uses a definition any more, and it is kept',
        'delete it, unless something else uses it',
    ),
    Code(
        'WA309',
        'option-left',
        Severity.WARNING,
        'an option is created outside of the declaration',
        'remove it by hand',
    ),
    Code(
        'WA310',
        'mention-left',
        Severity.NOTE,
        'a comment or text still mentions the workaround',
        'change it if it is about the removed code',
    ),
    Code(
        'WA311',
        'options-not-known',
        Severity.ERROR,
        'not all options of the workaround are known without running code',
        'create them in a module of the paths, or name the catalogue with '
        '--namespace',
    ),
    Code(
        'WA312',
        'edit-refused',
        Severity.WARNING,
        'an edit is not made, because of what else it would change',
        'make it by hand if it is right',
    ),
    Code(
        'WA313',
        'hard-link-left',
        Severity.WARNING,
        'a changed file has other names, which keep the old text',
        'make them links to the new file',
    ),
    Code(
        'WA314',
        'value-written',
        Severity.WARNING,
        'a constant is written where its value may matter',
        'simplify what it is a part of, or what uses it, if it can be',
    ),
    Code(
        'WA315',
        'import-removed',
        Severity.WARNING,
        'an import is removed, whose module may do something',
        'import the module elsewhere if the rest needs what it does',
    ),
    Code(
        'WA316',
        'body-emptied',
        Severity.WARNING,
        'a function, a loop or another statement is empty now',
        'delete it, unless something else uses it or it still has an effect',
    ),
)
