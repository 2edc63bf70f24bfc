# SPDX-License-Identifier: Apache-2.0
"""Assessments: is it needed on a host, may the code be removed."""
