# SPDX-License-Identifier: Apache-2.0
"""The JSON schemas of host files, data files and assessments."""
