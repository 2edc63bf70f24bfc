from .. import enabled
