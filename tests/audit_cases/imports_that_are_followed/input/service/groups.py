from service import utils
from service.utils import Context
from service.utils import GROUP
from service.utils import settings


def groups():
    settings.workarounds.flush_images
    settings.workarounds.flsh_images
    utils.GROUP.flush_images
    utils.GROUP_OF_ANOTHER.flush_images
    getattr(GROUP, 'flush_images')
    Context.it.workarounds.flush_images
    settings.workarounds
