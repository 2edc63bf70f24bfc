# SPDX-License-Identifier: Apache-2.0
"""The check of a configuration: what is wrong in files and variables."""
