"""Which addresses of the network are public."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SOCK_STREAM, gaierror, getaddrinfo

from crossread.errors import ReadError

Address = IPv4Address | IPv6Address

_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64 (RFC 6052): its last 32 bits are an IPv4 address


def public_addresses(host: str, port: int) -> tuple[Address, ...]:
    """Look a host up, and return its addresses.

    Raises ReadError if it has none, or one that is not public: of this machine, of a private network, of a link.
    """
    try:
        found = getaddrinfo(host, port, type=SOCK_STREAM)
    except (gaierror, UnicodeError, OSError) as error:
        raise ReadError(f"the host {host} is not known") from error
    addresses = tuple(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
    if not addresses:
        raise ReadError(f"the host {host} is not known")
    for address in addresses:
        if not is_public(address):
            raise ReadError(f"{host} is the address of a machine that is not public ({address}), and is not fetched")
    return addresses


def is_public(address: Address) -> bool:
    """Tell whether an address is a public machine's, also where an IPv4 address is wrapped in it."""
    if isinstance(address, IPv6Address):
        wrapped = _wrapped(address)
        if wrapped is not None:
            return is_public(wrapped)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.teredo is not None:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour
