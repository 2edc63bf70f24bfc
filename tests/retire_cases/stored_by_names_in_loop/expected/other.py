import app

for name, value in {'ON': True}.items():
    setattr(app, name, value)
