"""An address → the bytes behind it, safely: http and https, no private hosts, limits on size and time."""

import ipaddress
import os
import socket
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from time import monotonic
from typing import IO
from urllib.parse import urljoin, urlsplit

from timeline.articles.facts import Raw
from timeline.errors import ArticleError

LARGEST = 20_000_000
"""Bytes of the largest source that is read."""
TIMEOUT = 20.0
"""Seconds that an address may take to answer."""
PATIENCE = 3
"""How many times longer its whole answer may take."""
ALLOW_PRIVATE = "TIMELINE_ALLOW_PRIVATE_ADDRESSES"
"""Set to 1, addresses of this machine and its network may be read."""
_REDIRECTS = 5
_AGENT = "CrisisTimeline/1 (reads one article at a person's request)"


def fetch(url: str) -> Raw:
    """What an address answers; ArticleError, in one sentence, where it answers no article."""
    address = url
    for _ in range(_REDIRECTS + 1):
        check(address)
        try:
            request = urllib.request.Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 - checked
            with _OPENER.open(request, timeout=TIMEOUT) as answer:
                target = (
                    answer.headers.get("Location") if answer.status in (301, 302, 303, 307, 308) else None
                )
                if target is None:
                    return _body(answer, url)
                address = urljoin(address, target)
        except urllib.error.HTTPError as why:
            raise ArticleError(
                f"{url} answers {why.code} {why.reason}; check the address, or paste the text"
            ) from None
        except TimeoutError:
            raise ArticleError(
                f"{url} does not answer within {TIMEOUT:.0f} seconds; try again, or paste the text"
            ) from None
        except (OSError, HTTPException, ValueError) as why:
            if isinstance(getattr(why, "reason", None), TimeoutError | socket.timeout):
                raise ArticleError(
                    f"{url} does not answer within {TIMEOUT:.0f} seconds; try again, or paste the text"
                ) from None
            reason = getattr(why, "reason", why)
            raise ArticleError(
                f"{url} cannot be reached ({reason}); check the address, or paste the text"
            ) from None
    raise ArticleError(f"{url} redirects without end")


def online() -> bool:
    """Whether this machine has any way to the internet; it asks its own routes, and sends nothing."""
    if os.environ.get(ALLOW_PRIVATE) == "1" or urllib.request.getproxies():
        return True
    for family, address in ((socket.AF_INET, "192.88.99.1"), (socket.AF_INET6, "2001:500::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect((address, 53))  # of a datagram socket, this only looks up the route
        except OSError:
            continue
        return True
    return False


def _body(answer: IO[bytes], url: str) -> Raw:
    headers: HTTPMessage = answer.headers  # type: ignore[attr-defined]
    data = bytearray()
    deadline = monotonic() + PATIENCE * TIMEOUT
    while len(data) <= LARGEST and (part := answer.read1(65_536)):  # type: ignore[attr-defined]
        data += part
        if monotonic() > deadline:
            raise TimeoutError
    if len(data) > LARGEST:
        raise ArticleError(
            f"{url} is larger than {LARGEST // 1_000_000} MB; paste the article's text instead"
        )
    kind = headers.get_content_type()
    if kind.startswith(("image/", "video/", "audio/")):
        raise ArticleError(f"{url} is no article but {kind}")
    return Raw(bytes(data), url, headers.get_content_charset())


def check(url: str) -> None:
    """Refuse what is no public web address."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as why:
        raise ArticleError(f"{url!r} is no web address ({why}); check it") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ArticleError(f"{url!r} is no web address; it must begin with http:// or https://")
    if os.environ.get(ALLOW_PRIVATE) == "1":
        return
    try:
        found = socket.getaddrinfo(parts.hostname, port)
    except (OSError, UnicodeError):
        raise ArticleError(f"{url} cannot be reached: there is no host {parts.hostname!r}") from None
    for entry in found:
        if not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global:
            raise ArticleError(f"{url} is an address of a private network, which is not read")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Redirects are followed by `fetch`, which checks each target."""

    def http_error_302(
        self, req: object, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> IO[bytes]:
        return fp

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


_OPENER = urllib.request.build_opener(_NoRedirects)
