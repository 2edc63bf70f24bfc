from decimal import Decimal
from fractions import Fraction
import json
from os import path
from typing import cast

import workarounds

__all__ = ['convert', 'path']


def convert(size: 'Decimal', part):
    if workarounds.enabled('fsync'):
        json.dumps([Decimal(1), Fraction(1), path.sep])
    return cast('Fraction', part) + size
