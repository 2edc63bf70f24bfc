import json

from app import *

HERE = os.sep
SIZE = json.loads('3')
