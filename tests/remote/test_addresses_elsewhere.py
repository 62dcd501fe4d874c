import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.errors import UnreadableCreativeError, UsageError
from brandguard.remote import library
from brandguard.remote.address import SCHEMES, is_remote, redacted, refuse_if_wrong
from brandguard.walk import Filter, collect
from brandguard.writers.links import uri
from brandguard.writers.sarif import _artifact

WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=6, max_size=12)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_known_addresses_are_elsewhere(scheme):
    assert is_remote(f"{scheme}://bucket/a.png")
    assert is_remote(f"{scheme.upper()}://bucket/a.png")


@pytest.mark.parametrize(
    "path", ["a.png", "/s3/a.png", "C:\\a.png", "https://example.com/a.png", "s3:a", "-", ""]
)
def test_everything_else_is_not(path):
    assert not is_remote(path)


@given(user=WORD, secret=WORD, scheme=st.sampled_from(sorted(SCHEMES)))
def test_a_password_in_an_address_is_refused_and_never_repeated(user, secret, scheme):
    secret = f"Q{secret}Q"
    for address in (
        f"{scheme}://{user}:{secret}@host/a.png",
        f"{scheme}://host/a.png?sig={secret}",
        f"{scheme}://host/a.png?x=1&X-Amz-Signature={secret}",
        f"{scheme}://host/a.png?access_token={secret}&y=2",
    ):
        with pytest.raises(UsageError) as refused:
            refuse_if_wrong(address)
        assert secret not in str(refused.value)
        assert secret not in redacted(f"could not open {address} now")


def test_a_user_without_a_password_is_no_secret():
    refuse_if_wrong("sftp://ann@host/library")


def test_an_unknown_kind_names_the_nearest():
    with pytest.raises(UsageError, match=r"did you mean sftp://\?"):
        collect(["sftpp://host/x"], None, Filter())


def test_the_web_stays_refused():
    with pytest.raises(UsageError, match="download it first"):
        collect(["https://example.com/a.png"], None, Filter())


class Shelf:
    """A file system of one file, which announces and gives what a test says."""

    def __init__(self, announced, given):
        self.announced, self.given = announced, given

    def info(self, _path):
        return {"type": "file", "size": self.announced}

    def open(self, _path, _mode, **_options):
        import io

        return io.BytesIO(self.given)


@pytest.mark.parametrize(
    ("announced", "given_", "code"),
    [
        (0, b"", "SYS002"),
        (11, b"x" * 11, "SYS005"),
        (None, b"x" * 11, "SYS005"),
        (5, b"x" * 6, "SYS012"),
        (None, b"", "SYS002"),
    ],
)
def test_a_download_has_a_limit_whatever_is_announced(monkeypatch, announced, given_, code):
    monkeypatch.setattr(library, "_open", lambda _url: (Shelf(announced, given_), "x"))
    with pytest.raises(UnreadableCreativeError) as refused:
        library.fetch("s3://b/x", 10)
    assert refused.value.note.code == code


def test_a_download_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(library, "_open", lambda _url: (Shelf(5, b"xxxxx"), "x"))
    with pytest.raises(UnreadableCreativeError) as refused:
        library.fetch("s3://b/x", 10, seconds=-1)
    assert refused.value.note.facts["cause"] == "network"


def test_a_missing_driver_names_its_package(monkeypatch):
    def no_driver(_url):
        raise ImportError("gcsfs")

    monkeypatch.setattr(library, "_open", no_driver)
    with pytest.raises(UsageError, match=r"pip install.*gcsfs"):
        list(library.listed("gs://b/x"))


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_no_report_links_to_another_machine(scheme):
    assert uri(f"{scheme}://bucket/a.png") is None


def test_sarif_names_an_address_as_it_is():
    assert _artifact("s3://bucket/più bello.png") == {"uri": "s3://bucket/pi%C3%B9%20bello.png"}
