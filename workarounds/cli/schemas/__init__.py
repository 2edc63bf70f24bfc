# SPDX-License-Identifier: Apache-2.0
"""The JSON schemas of diagnostics and references."""
