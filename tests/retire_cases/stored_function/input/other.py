import app

app.is_on = lambda: True
