import os
import subprocess


def test_setenv(monkeypatch):
    monkeypatch.setenv('OS_IPMI__DISABLE_BOOT_TIMEOUT', 'true')


def test_process():
    # OS_IPMI__DISABLE_BOOT_TIMEOUT is read by oslo.config.
    environment = dict(os.environ, OS_IPMI__DISABLE_BOOT_TIMEOUT='true')
    subprocess.run(['boot'], check=True, env=environment)
