# SPDX-License-Identifier: Apache-2.0
"""Options of workarounds: made, read, and traced to file and line."""
