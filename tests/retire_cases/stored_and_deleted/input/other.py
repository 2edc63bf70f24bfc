import app

del app.ON
