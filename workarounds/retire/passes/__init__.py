# SPDX-License-Identifier: Apache-2.0
"""What retire changes beside the code that asks for the toggle."""
