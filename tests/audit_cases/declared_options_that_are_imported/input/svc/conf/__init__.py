from svc.conf.opts import *
from svc.conf.opts import RETRIES as RENAMED
