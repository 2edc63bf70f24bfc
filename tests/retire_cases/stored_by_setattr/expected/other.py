import app

setattr(app, 'ON', True)
