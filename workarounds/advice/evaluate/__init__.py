# SPDX-License-Identifier: Apache-2.0
"""Assessments of hosts, of platforms, and of code to delete."""
