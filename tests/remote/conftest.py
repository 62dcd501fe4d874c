"""A bucket and a WebDAV share on this machine, which count what is asked of them."""

import multiprocessing.forkserver
import threading
from dataclasses import dataclass, field

import pytest
from cheroot import wsgi


@dataclass
class Server:
    port: int
    asked: list = field(default_factory=list)

    def downloads(self, ending=".png"):
        return [path for method, path in self.asked if method == "GET" and path.endswith(ending)]


@pytest.fixture
def fresh_workers():
    """Workers see the environment as it was when their server was started: start it anew."""
    multiprocessing.forkserver._forkserver._stop()
    yield
    multiprocessing.forkserver._forkserver._stop()


@pytest.fixture
def serve(fresh_workers):  # noqa: ARG001  for what it does
    running = []

    def start(app):
        server = Server(0)

        def counting(environ, respond):
            server.asked.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
            return app(environ, respond)

        http = wsgi.Server(("127.0.0.1", 0), counting, numthreads=4)
        http.prepare()
        thread = threading.Thread(target=http.serve, daemon=True)
        thread.start()
        running.append((http, thread))
        server.port = http.bind_addr[1]
        return server

    yield start
    for http, thread in running:
        http.stop()
        thread.join(10)


@pytest.fixture
def bucket(serve, monkeypatch):
    """An empty bucket «library» behind S3, and how to put a file in it."""
    import boto3
    import s3fs
    from moto.core.models import DEFAULT_ACCOUNT_ID  # noqa: F401  loads moto's settings
    from moto.server import DomainDispatcherApplication, create_backend_app

    server = serve(DomainDispatcherApplication(create_backend_app))
    address = f"http://127.0.0.1:{server.port}"
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "AKIATESTTESTTESTTEST"),
        ("AWS_SECRET_ACCESS_KEY", "a-secret-that-nobody-may-read"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", address),
    ):
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()  # one that speaks to an earlier test's server
    client = boto3.client("s3", endpoint_url=address)
    client.create_bucket(Bucket="library")
    server.put = lambda key, data: client.put_object(Bucket="library", Key=key, Body=data)
    yield server
    client.close()


@pytest.fixture
def share(serve, tmp_path, monkeypatch):
    """A folder behind WebDAV with a user and a password."""
    from wsgidav.wsgidav_app import WsgiDAVApp

    folder = tmp_path / "share"
    folder.mkdir()
    app = WsgiDAVApp({
        "provider_mapping": {"/": str(folder)},
        "simple_dc": {"user_mapping": {"*": {"ann": {"password": "s3cret-word"}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False},
        "verbose": 0,
        "logging": {"enable": False},
    })  # fmt: skip
    monkeypatch.setenv("BRANDGUARD_WEBDAV_USER", "ann")
    monkeypatch.setenv("BRANDGUARD_WEBDAV_PASSWORD", "s3cret-word")
    server = serve(app)
    server.folder = folder
    return server
