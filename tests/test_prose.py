"""Contributed text: the closed part of Markdown, citations and links, and that nothing active comes out."""

from __future__ import annotations

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_timeline import prose
from mkdocs_timeline.prose import Cite, Ref


def show(mark: Cite | Ref) -> str:
    return f"({','.join(mark.keys)})" if isinstance(mark, Cite) else f"({mark.target}|{mark.words})"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain.", "<p>Plain.</p>"),
        ("One\nline.\n\nNext.", "<p>One line.</p><p>Next.</p>"),
        ("*soft* and **strong**", "<p><em>soft</em> and <strong>strong</strong></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("Said so [@a; @b-2].", "<p>Said so (a,b-2).</p>"),
        (
            "See [[2022-03-29-x|the *talks*]] and [[places/kremlin]].",
            "<p>See (2022-03-29-x|the *talks*) and (places/kremlin|).</p>",
        ),
        ("<b>x</b> &lt;", "<p>&lt;b&gt;x&lt;/b&gt; &amp;lt;</p>"),
        ("[x](javascript:alert(1)) ![i](http://u)", "<p>[x](javascript:alert(1)) ![i](http://u)</p>"),
        ("# no heading", "<p># no heading</p>"),
        ("`code` <http://a.example>", "<p>`code` &lt;http://a.example&gt;</p>"),
        ("[@Not A Key] [[Not an id]]", "<p>[@Not A Key] [[Not an id]]</p>"),
        ("snake_case_word 2 * 3 * 4", "<p>snake_case_word 2 * 3 * 4</p>"),
    ],
)
def test_rendered(text: str, html: str) -> None:
    assert prose.render(text, show) == html


@given(
    st.text(
        st.sampled_from("ab<>&\"'[]()@|*_-`{}:!#\n \\/jsontclick=") | st.characters(exclude_categories=["Cs"]),
        max_size=200,
    )
)
@settings(max_examples=400)
def test_a_sanitiser_finds_nothing_to_take_out(text: str) -> None:
    html = prose.render(text, lambda mark: "")
    cleaned = nh3.clean(html, tags={"p", "ul", "ol", "li", "em", "strong", "br"}, attributes={})
    assert nh3.clean(cleaned) == nh3.clean(html)
    assert "<script" not in html.lower()
    assert html.count("<") == sum(
        html.count(tag)
        for tag in (
            "<p>",
            "</p>",
            "<ul>",
            "</ul>",
            "<ol>",
            "</ol>",
            "<li>",
            "</li>",
            "<em>",
            "</em>",
            "<strong>",
            "</strong>",
        )
    )


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One [@a]. Two.", ["One [@a].", "Two."]),
        ("One. [@a] Two [@b].", ["One. [@a]", "Two [@b]."]),
        ("Mr. Smith went to St. Petersburg [@a]. He left.", ["Mr. Smith went to St. Petersburg [@a].", "He left."]),
        ("It was 3.5 km. “Then?” he said.", ["It was 3.5 km.", "“Then?”", "he said."]),
        ("Only one", ["Only one"]),
    ],
)
def test_sentences(paragraph: str, expected: list[str]) -> None:
    assert prose.sentences(paragraph) == expected


def test_read_aloud_there_are_no_marks() -> None:
    assert (
        prose.without_marks("They *met* [@a; @b] at [[x|the palace]], then left [@c].")
        == "They met at the palace, then left."
    )


@given(st.text(max_size=300))
def test_sentences_lose_no_word(text: str) -> None:
    paragraph = " ".join(text.split())
    assert "".join("".join(prose.sentences(paragraph)).split()) == "".join(paragraph.split())
