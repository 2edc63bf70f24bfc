from app import images

images.ON = True
