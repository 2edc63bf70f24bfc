# SPDX-License-Identifier: Apache-2.0
"""The pytest fixture ``workaround``."""

from collections.abc import Callable
from collections.abc import Generator
from typing import Any

from oslo_config import cfg
import pytest

from workarounds import _api
from workarounds.config.overrides import Overrides

_OVERRIDES = pytest.StashKey[Overrides]()


@pytest.fixture
def workaround_conf() -> cfg.ConfigOpts:
    """Return the configuration object that ``workaround`` changes.

    This is oslo.config's global one. A project with its own object overrides
    this fixture in its ``conftest.py``.
    """
    return cfg.CONF


@pytest.fixture
def workaround(
    request: pytest.FixtureRequest, workaround_conf: cfg.ConfigOpts
) -> Generator[Callable[..., None], None, None]:
    """Turn workarounds on or off for one test.

    ``workaround('fsync_image_before_convert', False)`` turns one off,
    whatever its polarity; ``workaround('announce', True, count=5)`` sets a
    parameter as well. The end of the test restores the former values. A test
    fails if it changes the option of any workaround by other means and does
    not restore it.
    """
    overrides = Overrides(_api.REGISTRY, workaround_conf)
    request.node.stash[_OVERRIDES] = overrides
    yield overrides.set_workaround
    overrides.restore()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Check for leaked overrides after every fixture has cleaned up."""
    result = yield
    overrides = item.stash.get(_OVERRIDES, None)
    if overrides is not None:
        overrides.check_restored()
    return result
