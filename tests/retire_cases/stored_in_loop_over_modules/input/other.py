import app

for module in [app]:
    module.ON = True
