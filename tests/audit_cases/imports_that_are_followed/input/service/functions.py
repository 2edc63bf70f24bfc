from service import constants
from service import utils
from service import utils as u
from service.utils import enabled as is_on


def functions():
    is_on(name='flsh_it')
    utils.enabled('flush_it')
    u.tune('flush_it', 'delay')
    utils.tune('flush_it')
    utils.tune('flush_it', key)
    utils.tune('flush_it', constants.UNHEARD_OF)
    utils.value_of('flush_it')
    utils.w.enabled('flush_it')
