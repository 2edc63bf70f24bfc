import app

vars(app).update(ON=True)
app.__dict__['ON'] = True
