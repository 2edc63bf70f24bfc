# SPDX-License-Identifier: Apache-2.0
"""What all tests share."""

import hypothesis

pytest_plugins = ['pytester']

# How long an example takes depends on what else the machine is doing. CI's
# own profile, which newer releases load there, says the same.
hypothesis.settings.register_profile(
    'any-speed', hypothesis.settings.default, deadline=None
)
hypothesis.settings.load_profile('any-speed')
