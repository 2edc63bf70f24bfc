import app

app.ON |= True
