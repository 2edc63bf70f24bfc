from ._compat import enabled
