from app import Driver

Driver.ON = True
