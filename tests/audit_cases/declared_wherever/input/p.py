from w import is_on
is_on('own_one')
