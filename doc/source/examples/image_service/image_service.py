# SPDX-License-Identifier: Apache-2.0
"""A small image service: downloads qcow2 images and converts them to raw.

Each line on standard input is a URL; the answer is the path of the raw image,
or one line on standard error. "URL PATH" writes the image as it is to a file,
a named pipe or a UNIX socket instead.

Give it URLs that you trust: a qcow2 image can name files of this host as
parts of itself, and nothing here looks for that. Nova does.
"""

import errno
import hashlib
import http.client
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from typing import BinaryIO
import urllib.parse
import urllib.request

import declarations
from oslo_config import cfg
from oslo_log import log as logging

import workarounds

CONF = cfg.CONF
LOG = logging.getLogger(__name__)

CACHE_DIR = cfg.StrOpt(
    'cache_dir',
    default='/var/lib/image_service',
    help='Where the raw images are kept.',
)
#: Seconds of silence after which a download has failed.
TIMEOUT = 60


class ImageError(Exception):
    """There is no image, for a reason to tell the caller."""


def download(url: str, sink: BinaryIO) -> None:
    """Write what is behind a URL to any file object."""
    if urllib.parse.urlsplit(url).scheme not in ('http', 'https'):
        # urllib would also read the files of this host.
        raise ImageError('not an HTTP URL')
    with urllib.request.urlopen(url, timeout=TIMEOUT) as response:
        shutil.copyfileobj(response, sink)
        if response.length:
            # A lost connection looks like the end of the image.
            raise ImageError(f'{response.length} bytes are missing')


def _flush(sink: BinaryIO) -> None:
    """Wait until what was written is on disk, if it goes to a disk."""
    # First out of Python's own buffer, of which fsync knows nothing.
    sink.flush()
    try:
        os.fsync(sink.fileno())
    except OSError as error:
        # So answer pipes, sockets and terminals. Any other error, such as
        # EIO or ENOSPC, means that the image is not on disk.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def fetch(url: str, sink: BinaryIO) -> None:
    """Download an image and, with the workaround on, flush it to disk."""
    download(url, sink)
    # Ask every time and keep no answer: operators may change it meanwhile.
    if workarounds.enabled('fsync_image_before_convert'):
        _flush(sink)


def convert(source: pathlib.Path, target: pathlib.Path) -> None:
    """Convert a qcow2 image to raw."""
    # Without -f, qemu-img takes anything it does not know for a raw image.
    command = ['qemu-img', 'convert', '-O', 'raw', '-f', 'qcow2']
    command += [str(source), str(target)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise ImageError(done.stderr or f'qemu-img gave {done.returncode}')


def add_to_cache(url: str) -> pathlib.Path:
    """Download and convert an image, and return the path of the raw one."""
    cache = pathlib.Path(CONF.images.cache_dir)
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / hashlib.sha256(url.encode()).hexdigest()
    # Inside the cache, because a rename cannot leave the file system.
    with tempfile.TemporaryDirectory(dir=cache) as work:
        image, raw = pathlib.Path(work, 'image'), pathlib.Path(work, 'raw')
        with image.open('wb') as sink:
            fetch(url, sink)
        convert(image, raw)
        raw.replace(path)
    return path


def open_sink(path: str) -> BinaryIO:
    """Open a file, a named pipe or a UNIX socket for writing."""
    if not pathlib.Path(path).is_socket():
        return open(path, 'wb')
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
        # It stays connected until this file is closed.
        return connection.makefile('wb')


def serve(line: str) -> None:
    """Do what a line asks for, and answer with one line."""
    url, _, path = line.strip().partition(' ')
    try:
        if path:
            with open_sink(path) as sink:
                fetch(url, sink)
        else:
            path = str(add_to_cache(url))
    except (ImageError, OSError, ValueError, http.client.HTTPException) as e:
        print(f'{url}:', *str(e).split(), file=sys.stderr, flush=True)
    else:
        print(path, flush=True)


def reload_if_asked() -> None:
    """Read the configuration anew if SIGHUP came since the last time."""
    if signal.sigtimedwait([signal.SIGHUP], 0) is None:
        return
    try:
        CONF.mutate_config_files()
    except cfg.Error as error:
        # A slip in the file must not stop a running service.
        LOG.error('The configuration stays as it was: %s', error)


def main() -> None:
    """Serve until standard input ends."""
    # SIGHUP waits until reload_if_asked() looks for it, between two images.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])
    logging.register_options(CONF)
    # The log would go to standard output, which is for the answers.
    CONF.set_default('use_stderr', True)
    CONF.register_opt(CACHE_DIR, group='images')
    workarounds.register(*declarations.DECLARATIONS)
    workarounds.register_opts(CONF)
    CONF(sys.argv[1:], project='image_service')
    logging.setup(CONF, 'image_service')
    workarounds.log_status(CONF)
    for line in sys.stdin:
        reload_if_asked()
        serve(line)


if __name__ == '__main__':
    main()
