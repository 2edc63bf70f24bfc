import app

app.Driver()._Driver__sync()
