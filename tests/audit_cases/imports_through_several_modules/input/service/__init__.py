from .utils import enabled
