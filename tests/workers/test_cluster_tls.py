"""An encrypted cluster: with certificates of one's own the run is that of a local one."""

import datetime as dt
import ipaddress

import dask
import distributed  # noqa: F401  brings its own settings, which ours are put over
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from dask_cluster import Cluster
from PIL import Image

from brandguard.engine import Request, measure_all
from brandguard.measures.everything import Wanted
from brandguard.model.errors import ClusterError
from brandguard.workers.local import Outcome


def certificate(folder):
    """A certificate that is its own authority, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "farm")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    encoding = serialization.Encoding.PEM
    (folder / "cert.pem").write_bytes(made.public_bytes(encoding))
    (folder / "key.pem").write_bytes(
        key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return str(folder / "cert.pem"), str(folder / "key.pem")


def known_by(cert, key):
    """What the environment says to a program that starts now; ours has read it long ago."""
    return {
        "distributed.comm.tls.ca-file": cert,
        "distributed.comm.tls.client.cert": cert,
        "distributed.comm.tls.client.key": key,
    }


@pytest.fixture
def encrypted(tmp_path, monkeypatch):
    cert, key = certificate(tmp_path)
    settings = {"DASK_DISTRIBUTED__COMM__TLS__CA_FILE": cert}
    for who in ("SCHEDULER", "WORKER", "CLIENT"):
        settings[f"DASK_DISTRIBUTED__COMM__TLS__{who}__CERT"] = cert
        settings[f"DASK_DISTRIBUTED__COMM__TLS__{who}__KEY"] = key
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    made = Cluster(tmp_path, protocol="tls")
    made.scheduler()
    made.worker()
    with dask.config.set(known_by(cert, key)):
        yield made
    made.stop()


def test_an_encrypted_cluster_measures(encrypted, tmp_path):
    Image.new("RGB", (60, 60), "#D7263D").save(tmp_path / "a.png")
    request = Request(paths=(str(tmp_path / "a.png"),), cluster=encrypted.address)
    wanted = Wanted(voice=False, facts=False)
    (got,) = [e.result for e in measure_all(request, wanted) if isinstance(e, Outcome)]
    assert encrypted.address.startswith("tls://")
    assert got.pages[0].palette[0].hex == "#D7263D"


def test_a_client_that_nobody_vouches_for_gets_no_answer(encrypted, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    cert, key = certificate(other)
    Image.new("RGB", (60, 60), "#D7263D").save(tmp_path / "a.png")
    request = Request(paths=(str(tmp_path / "a.png"),), cluster=encrypted.address)
    strange = known_by(cert, key)
    with dask.config.set(strange), pytest.raises(ClusterError, match="no scheduler answers"):
        list(measure_all(request, Wanted()))
