#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
