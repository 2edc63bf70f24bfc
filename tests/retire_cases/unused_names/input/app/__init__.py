from app.images import convert
from app.volumes import check
import workarounds

if workarounds.enabled('fsync'):
    print(check, convert)
