import datetime

NEXT = datetime.date(2027, 1, 1)
