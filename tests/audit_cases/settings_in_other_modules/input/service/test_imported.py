from unittest import mock

from service import names
from service import utils
from elsewhere import CONF as settings
from elsewhere import conf


class Test(Base):
    def test_imported(self):
        CONF.set_override(names.OPTION, True, 'workarounds')
        settings.workarounds.flush_images = True
        conf.workarounds.flush_images = True
        mock.patch.object(conf.workarounds, names.OPTION, True)
        utils.workarounds.flush_images = True
