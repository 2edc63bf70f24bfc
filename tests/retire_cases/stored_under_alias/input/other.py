import app as images

images.ON = not images.ON
