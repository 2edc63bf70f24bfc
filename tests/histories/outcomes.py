# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of modules, and prints what came of each as JSON.

Run by ``tests.histories.unit_tests`` in the environment of another project, so
it needs nothing but Python. The arguments are names of modules.
"""

import contextlib
import json
import sys
from typing import Any
import unittest


class Outcomes(unittest.TestResult):
    """Records a word for each test; of a test with several, the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}

    def addSuccess(self, test: Any) -> None:
        """Record that a test passed."""
        self.words.setdefault(test.id(), 'passes')

    def addError(self, test: Any, *_: Any, **__: Any) -> None:
        """Record that a test raised."""
        self.words[test.id()] = 'fails'

    def addFailure(self, test: Any, *_: Any, **__: Any) -> None:
        """Record that an assertion of a test failed."""
        self.words[test.id()] = 'fails'

    def addSkip(self, test: Any, *_: Any, **__: Any) -> None:
        """Record that a test was skipped."""
        self.words[test.id()] = 'is skipped'

    def addExpectedFailure(self, test: Any, *_: Any, **__: Any) -> None:
        """Record that a test failed as it should."""
        self.words[test.id()] = 'fails as expected'

    def addUnexpectedSuccess(self, test: Any, *_: Any, **__: Any) -> None:
        """Record that a test passed although it should fail."""
        self.words[test.id()] = 'passes against expectation'


def main(modules: list[str]) -> None:
    """Run the tests of some modules."""
    outcomes = Outcomes()
    # What the tests print is not the answer.
    with contextlib.redirect_stdout(sys.stderr):
        unittest.defaultTestLoader.loadTestsFromNames(modules).run(outcomes)
    print(json.dumps(outcomes.words))


if __name__ == '__main__':
    main(sys.argv[1:])
