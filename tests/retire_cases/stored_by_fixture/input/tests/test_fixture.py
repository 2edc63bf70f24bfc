import fixtures


class OnFixture(fixtures.Fixture):
    def setUp(self):
        super().setUp()
        self.useFixture(fixtures.MonkeyPatch('app._is_on', lambda: True))
