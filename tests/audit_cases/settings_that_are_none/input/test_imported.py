from tests.fixture import WorkaroundFixture


def test_another_fixture():
    WorkaroundFixture(flush_images=True)
