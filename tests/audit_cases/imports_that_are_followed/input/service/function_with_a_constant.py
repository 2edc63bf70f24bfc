from service.utils import enabled
from service import constants


def function():
    enabled(constants.FLUSH)
