from decimal import Decimal
from fractions import Fraction
from os import path
from typing import cast

__all__ = ['convert', 'path']


def convert(size: 'Decimal', part):
    return cast('Fraction', part) + size
