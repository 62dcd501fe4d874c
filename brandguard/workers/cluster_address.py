"""Where a cluster's scheduler is, and the way to it: encrypted, unless it never leaves the machine.

Whoever can speak to a Dask scheduler can run any program on its workers: that is how Dask works.
So plain tcp:// is for one's own machine alone (or an SSH tunnel that begins there).
"""

from __future__ import annotations

import ipaddress
import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from brandguard.model.cure import installed_by
from brandguard.model.errors import ClusterError, UsageError

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 15
TLS_SETTINGS = "DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT and …__CLIENT__KEY"


def checked(address: str) -> str:
    """Give the address back; raises UsageError where it is none, or would go unencrypted."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in {"tcp", "tls"} and parts.hostname and parts.port
    except ValueError:
        known = None
    if not known:
        raise UsageError(
            f"--cluster {address}: name a Dask scheduler as tls://HOST:8786, "
            "or tcp://127.0.0.1:8786 on this machine"
        )
    if parts.username is not None or parts.path.strip("/"):
        raise UsageError(f"--cluster {parts.scheme}://…: an address is only a host and a port")
    if parts.scheme == "tcp" and not _is_this_machine(parts.hostname or ""):
        raise UsageError(
            f"--cluster {address}: anybody on the network could run programs on such a cluster. "
            f"Start it with certificates and name it tls://{parts.netloc}, "
            f"or go through a tunnel: ssh -L 8786:{parts.netloc} HOST («Clusters» in the manual)"
        )
    return address


def _is_this_machine(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def connect(address: str) -> Client:
    """Connect to a scheduler. Raises UsageError or ClusterError, each with its cure."""
    checked(address)
    try:
        import distributed
    except ImportError as error:
        cure = installed_by("brandguard[cluster]")
        raise UsageError(f"--cluster: Dask is not installed here; {cure}") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say it in our own words
    security = _security(distributed) if address.startswith("tls://") else None
    try:
        make: Any = distributed.Client  # Dask is typed in parts
        client: Client = make(
            address, security=security, timeout=CONNECT_SECONDS, set_as_default=False
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise ClusterError(
            f"--cluster {address}: no scheduler answers there ({type(error).__name__}). "
            "Start one with «dask scheduler», or correct the address"
        ) from error
    return client


def _security(distributed: Any) -> Any:  # noqa: ANN401  Dask has no types
    security = distributed.Security(require_encryption=True)
    if not security.tls_ca_file or not security.tls_client_cert:
        raise UsageError(
            "--cluster tls://…: no certificates are set. Name them in "
            f"{TLS_SETTINGS}, or in Dask's configuration («Clusters» in the manual)"
        )
    return security
