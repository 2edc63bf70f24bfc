from app.images import convert
from app.volumes import check
