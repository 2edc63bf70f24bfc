# SPDX-License-Identifier: Apache-2.0
"""The cases are data, those of their files that look like tests as well."""

collect_ignore_glob = ['*']
