from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import BAD

from crossread.errors import UsageError
from crossread.store import open_store
from crossread.web import Settings, create_app

WORD = "correct horse"


@pytest.fixture
def stranger(settings: Settings) -> Iterator[TestClient]:
    """A browser that was shown nothing."""
    app = create_app(open_store(settings.store), settings)
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        yield client


@pytest.fixture
def browser_client(stranger: TestClient, settings: Settings) -> TestClient:
    """A browser that opened the address with the token."""
    answer = stranger.get("/", params={"token": settings.token})
    assert answer.status_code == 303
    assert settings.token not in answer.headers["location"]
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    return stranger


def test_nobody_comes_in_without_the_token(stranger: TestClient) -> None:
    for path in ("/", "/search", "/api/stories", "/api/openapi.json", "/add", "/assets/x"):
        assert stranger.get(path).status_code == 401
    assert stranger.get("/", params={"token": "wrong"}).status_code == 401
    assert stranger.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert stranger.get("/", headers={"authorization": "Basic !!"}).status_code == 401


def test_the_token_opens(browser_client: TestClient) -> None:
    assert browser_client.get("/").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:81", "", "127.0.0.1.nip.io"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://localhost:81"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_changes_nothing(browser_client: TestClient, settings: Settings, headers: dict[str, str]) -> None:
    answer = browser_client.post("/add", data={"text": "x", "csrf": settings.csrf}, headers=headers)
    assert answer.status_code == 403


def test_a_form_needs_its_token(browser_client: TestClient, settings: Settings) -> None:
    assert browser_client.post("/add", data={"text": " "}).status_code == 403
    assert browser_client.post("/add", data={"text": " ", "csrf": "wrong"}).status_code == 403
    assert browser_client.post("/add", data={"text": " ", "csrf": settings.csrf}).status_code == 400
    paths = (
        "/compare",
        "/stories/s-1/compare",
        "/stories/s-1/judge",
        "/api/comparisons",
        "/api/stories/s-1/judgements",
    )
    for path in paths:
        assert browser_client.post(path, data={"doc": "d"}).status_code == 403
    header = {"x-csrf-token": settings.csrf}
    assert browser_client.post("/api/comparisons", params={"doc": ["d"]}, headers=header).status_code == 400


def test_every_answer_carries_the_headers(client: TestClient, stranger: TestClient) -> None:
    for answer in (client.get("/"), client.get("/nowhere"), stranger.get("/"), client.get("/api/stories")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_pages_hold_no_inline_script_or_style(client: TestClient) -> None:
    for path in ("/", "/search?q=mill", "/add", "/jobs", "/search?q=%3Cscript%3E"):
        page = client.get(path).text
        assert "<style" not in page
        assert "<script>" not in page
        assert "onerror='" not in page
        assert BAD not in page


def test_too_much_is_refused(client: TestClient) -> None:
    assert client.post("/add", headers={"content-length": "99999999999"}, content=b"x").status_code == 413


def test_a_public_address_needs_a_password_and_a_name(settings: Settings) -> None:
    for host in ("0.0.0.0", "192.0.2.7", "::", "news.example.org"):  # noqa: S104 - that it is refused is the test
        with pytest.raises(UsageError, match="CROSSREAD_PASSWORD"):
            replace(settings, host=host).check()
        with pytest.raises(UsageError, match="--name"):
            replace(settings, host=host, password=WORD).check()
        replace(settings, host=host, password=WORD, names=("news.example.org",)).check()
    for host in ("127.0.0.1", "localhost", "::1"):
        replace(settings, host=host).check()


def test_a_password_opens_and_the_port_is_part_of_the_host(settings: Settings) -> None:
    public = replace(settings, host="0.0.0.0", password=WORD, names=("news.example.org",))  # noqa: S104
    with TestClient(create_app(open_store(public.store), public), base_url="http://news.example.org") as client:
        refused = client.get("/")
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"].startswith("Basic")
        assert client.get("/", auth=("ana", "wrong")).status_code == 401
        assert client.get("/", auth=("ana", WORD)).status_code == 200
        assert client.post("/add", auth=("ana", WORD), data={"text": "x"}).status_code == 403
