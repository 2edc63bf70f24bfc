from app import base


class Child(base.Base):
    def _should_wait(self):
        return True
