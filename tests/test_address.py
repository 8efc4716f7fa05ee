"""Addresses: which are acceptable, which are the same, and whose they are."""

from __future__ import annotations

import pytest

from mkdocs_timeline import address


@pytest.mark.parametrize(
    "url",
    [
        "https://news.un.org/en/story/2022/07/1123062",
        "http://a-b.example.co.uk:8080/x?y=1#z",
        "https://xn--80ak6aa92e.com/",
    ],
)
def test_plain_addresses_are_fine(url: str) -> None:
    assert address.problem(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "ftp://a.example/x", "//a.example/x", "/x", "https:///x", "https://localhost/x", "https://127.0.0.1/",
        "https://[::1]/", "https://user:pw@a.example/", "https://a.example:99999/", "https://a b.example/", "https://a.example/\"><script>",
        "https://аpple.com/", "https://a.example/x\\y", "https://-a.example/", "HTTPS ://a.example", "",
    ],
)  # fmt: skip
def test_others_are_refused_with_a_reason(url: str) -> None:
    assert address.problem(url)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/x/", "http://a.example/x"),
        ("https://m.a.example/x", "https://a.example/x#top"),
        ("https://a.example/x/amp", "https://a.example/x"),
        ("https://a.example/x?utm_source=rss&id=7", "https://a.example/x?id=7"),
    ],
)
def test_one_page_has_one_key(one: str, other: str) -> None:
    assert address.same(one) == address.same(other)


def test_different_pages_have_different_keys() -> None:
    assert address.same("https://a.example/x?id=7") != address.same("https://a.example/x?id=8")


def test_tracking_goes_and_the_rest_stays() -> None:
    assert (
        address.without_tracking("https://a.example/x?id=7&utm_source=a&fbclid=b&q=%D0%B0")
        == "https://a.example/x?id=7&q=%D0%B0"
    )


def test_a_host_belongs_to_who_owns_its_domain() -> None:
    owners = {"un.org": "united-nations", "news.un.org": "un-news"}
    assert [address.owner(host, owners) for host in ("news.un.org", "press.un.org", "un.org", "org", "bbc.com")] == [
        "un-news",
        "united-nations",
        "united-nations",
        None,
        None,
    ]
