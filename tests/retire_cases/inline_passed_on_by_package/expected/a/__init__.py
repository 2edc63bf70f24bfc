from a.utils import is_on
