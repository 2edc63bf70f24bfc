# SPDX-License-Identifier: Apache-2.0
"""Traces of workarounds in source code, which is read and never imported."""
