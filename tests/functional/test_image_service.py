# SPDX-License-Identifier: Apache-2.0
"""The image service of the documentation.

strace shows whether the service flushed: it records system calls and changes
nothing. Where ptrace is not allowed, a wrapper of ``os.fsync`` records them.
"""

from collections.abc import Iterator
import contextlib
import functools
from http import server
import os
import pathlib
import re
import select
import signal
import socket
import subprocess
import sys
import threading

import pytest

ROOT = pathlib.Path(__file__).parents[2]
EXAMPLE = str(ROOT / 'doc/source/examples/image_service/image_service')
OPTION = 'disable_fsync_before_convert'
PATIENCE = 30  # seconds
PIPE = subprocess.PIPE
RAW = os.urandom(1 << 18) + bytes(1 << 20) + os.urandom(1 << 18)

#: With -D the child is the service itself, and strace watches from aside.
STRACE = ['strace', '-Dfy', '-s4096', '-etrace=write,fsync,fdatasync,execve']
#: A sitecustomize.py that writes what strace would write.
RECORDER = """
import json, os, sys
log = open(os.path.dirname(__file__) + '/trace', 'a', buffering=1)

def fsync(fd, fsync=os.fsync):
    path, result = os.readlink(f'/proc/self/fd/{fd}'), -1
    try:
        result = fsync(fd) or 0
    finally:
        print(os.getpid(), f'fsync({fd}<{path}>) = {result}', file=log)

def on_event(event, args):
    if event == 'subprocess.Popen':
        print(f'execve("{args[0]}", {json.dumps(args[1])}, ) = 0', file=log)

os.fsync = fsync
sys.addaudithook(on_event)
"""
CONVERTED = re.compile(r'.*qemu-img", \[.*"(.+)", ".+"\], .* = 0$')
TOUCHED = re.compile(r'(\d+) +(\w+)\(\d+<(.+?)>.* = (-?\d+)')


class Service:
    """The example as a child process, and the record of its calls."""

    def __init__(self, home: pathlib.Path, wrapper: list[str]) -> None:
        self.home = home
        self.stderr = home / 'stderr'
        self.wrapper = wrapper
        self.configure(f'#{OPTION} =')

    def configure(self, line: str) -> None:
        text = f'[images]\ncache_dir={self.home}/cache\n[workarounds]\n{line}'
        (self.home / 'test.conf').write_text(text)

    @contextlib.contextmanager
    def run(self) -> Iterator[None]:
        command = [*self.wrapper, sys.executable, f'{EXAMPLE}.py']
        for conf in EXAMPLE, f'{self.home}/test':
            command += ['--config-file', f'{conf}.conf']
        with self.stderr.open('w') as stderr:
            self.child = subprocess.Popen(
                command, stdin=PIPE, stdout=PIPE, stderr=stderr, text=True
            )
        with self.child:
            try:
                yield
                self.child.communicate(timeout=PATIENCE)
            finally:
                self.child.kill()
        assert self.child.returncode == 0

    def tell(self, line: str) -> None:
        print(line, file=self.child.stdin, flush=True)

    def hear(self) -> pathlib.Path:
        stdout = self.child.stdout
        assert stdout
        ready, _, _ = select.select([stdout], [], [], PATIENCE)
        line = stdout.readline() if ready else ''
        assert line, f'no answer; {self.stderr.read_text()}'
        return pathlib.Path(line.rstrip())

    def get(self, url: str) -> bytes:
        self.tell(url)
        return self.hear().read_bytes()

    def events(self) -> dict[str, list[str]]:
        """Return how syncing each path ended and when it was converted."""
        events: dict[str, list[str]] = {}
        for line in (self.home / 'trace').read_text().splitlines():
            if found := CONVERTED.match(line):
                events.setdefault(found[1], []).append('converted')
            found = TOUCHED.match(line)
            # qemu-img syncs as well, what it likes.
            if found and int(found[1]) == self.child.pid:
                if found[2] != 'write':
                    events.setdefault(found[3], []).append(found[4])
                elif found[3] in events:
                    events[found[3]].append('written too late')
        return events

    def has_flushed(self) -> list[bool]:
        """Return for each image whether it was on disk when qemu-img ran."""
        answers = {('0', 'converted'): True, ('converted',): False}
        return [answers[tuple(seen)] for seen in self.events().values()]

    def errors(self) -> list[str]:
        return re.findall('(?m)^http:.*', self.stderr.read_text())


class Handler(server.SimpleHTTPRequestHandler):
    def send_header(self, keyword: str, value: str) -> None:
        # The connection ends before an image of this length does.
        is_cut = (self.path, keyword) == ('/cut', 'Content-Length')
        super().send_header(keyword, '1000000' if is_cut else value)


@pytest.fixture(params=['strace', 'recorder'])
def service(
    tmp_path: pathlib.Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Service:
    monkeypatch.setenv('PYTHONPATH', ':'.join([str(tmp_path), *sys.path]))
    monkeypatch.setenv('no_proxy', '127.0.0.1')
    if request.param == 'strace':
        return Service(tmp_path, [*STRACE, f'-o{tmp_path}/trace'])
    (tmp_path / 'sitecustomize.py').write_text(RECORDER)
    return Service(tmp_path, [])


@pytest.fixture(scope='module')
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    www = tmp_path_factory.mktemp('www')
    (www / 'raw').write_bytes(RAW)
    # The last byte is still in Python's buffer when the service syncs.
    command = 'qemu-img convert -f raw -O qcow2 raw good && echo >> good'
    subprocess.run(command, shell=True, cwd=www, check=True)
    for bad in 'corrupt', 'cut':
        (www / bad).write_bytes(b'QFI\xfb' + bytes(1000))
    handler = functools.partial(Handler, directory=www)
    with server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever).start()
        yield f'http://127.0.0.1:{httpd.server_port}'
        httpd.shutdown()


def test_flushes_by_default(service: Service, url: str) -> None:
    with service.run():
        # Byte for byte what it was before it became a qcow2 image.
        assert service.get(f'{url}/good') == RAW
    assert service.has_flushed() == [True]


@pytest.mark.parametrize('first', [True, False])
def test_file_changes(service: Service, url: str, first: bool) -> None:
    service.configure(f'{OPTION} = {first}')
    with service.run():
        service.get(f'{url}/good')
        for disable in not first, first:
            service.configure(f'{OPTION} = {disable}')
            service.get(f'{url}/good')  # as before: no SIGHUP yet
            service.child.send_signal(signal.SIGHUP)
            service.get(f'{url}/good')
    disabled = [first, first, not first, not first, first]
    assert service.has_flushed() == [not value for value in disabled]


def test_file_breaks(service: Service, url: str) -> None:
    with service.run():
        service.get(f'{url}/good')
        service.configure(f'{OPTION} = true\n[')
        service.child.send_signal(signal.SIGHUP)
        service.get(f'{url}/good')
    assert service.has_flushed() == [True, True]
    assert 'stays as it was' in service.stderr.read_text()


@pytest.mark.parametrize('disable', [True, False])
def test_environment_overrides_file(
    service: Service, url: str, disable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.configure(f'{OPTION} = {not disable}')
    monkeypatch.setenv(f'OS_WORKAROUNDS__{OPTION.upper()}', str(disable))
    with service.run():
        service.get(f'{url}/good')
    assert service.has_flushed() == [not disable]


def test_pipe_cannot_be_synced(service: Service, url: str) -> None:
    pipe = service.home / 'pipe'
    os.mkfifo(pipe)
    with service.run():
        service.tell(f'{url}/raw {pipe}')
        image = subprocess.check_output(['cat', pipe], timeout=PATIENCE)
        assert service.hear() == pipe
    assert image == RAW
    assert service.events() == {str(pipe): ['-1']}


def test_socket_cannot_be_synced(service: Service, url: str) -> None:
    path = str(service.home / 'socket')
    listener = socket.create_server(path, family=socket.AF_UNIX)
    listener.settimeout(PATIENCE)
    with listener, service.run():
        service.tell(f'{url}/raw {path}')
        peer, _ = listener.accept()
        peer.settimeout(PATIENCE)
        with peer, peer.makefile('rb') as image:
            assert image.read() == RAW
        assert str(service.hear()) == path
    assert [*service.events().values()] == [['-1']]


def test_goes_on_after_failures(service: Service, url: str) -> None:
    with service.run():
        for bad in 'missing', 'cut', 'corrupt':
            service.tell(f'{url}/{bad}')
            service.get(f'{url}/good')
    missing, cut, corrupt = service.errors()
    assert missing == f'{url}/missing: HTTP Error 404: File not found'
    assert cut == f'{url}/cut: 998996 bytes are missing'
    assert re.match(f'{url}/corrupt: .*Unsupported qcow2 version 0', corrupt)
    assert len(list((service.home / 'cache').iterdir())) == 1


@pytest.mark.parametrize('service', ['strace'], indirect=True)
@pytest.mark.parametrize('error', ['EIO', 'ENOSPC'])
def test_disk_fails(service: Service, url: str, error: str) -> None:
    service.wrapper.append(f'-einject=fsync:error={error}:when=1')
    with service.run():
        service.tell(f'{url}/good')
        service.get(f'{url}/good')
    assert [*service.events().values()] == [['-1'], ['0', 'converted']]
    assert len(service.errors()) == 1
