# SPDX-License-Identifier: Apache-2.0
"""The options of workarounds: made, read, and traced to file and line."""
