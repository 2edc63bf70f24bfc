from app.flags import flushes

print(flushes())
