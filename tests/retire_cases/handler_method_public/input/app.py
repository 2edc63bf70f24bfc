import http.server

import workarounds


def make():
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def do_GET(self):
            if workarounds.enabled('fsync'):
                self.log_message('x')
    return Handler
