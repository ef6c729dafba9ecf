from __future__ import annotations

import pytest

from scipix.app.documents.pages import PageRangeError, parse_pages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 1, 2, 3, 4)),
        ("2-4", (1, 2, 3)),
        ("2-4,-1", (1, 2, 3, 4)),
        ("-2", (3,)),
        ("4-", (3, 4)),
        ("2--2", (1, 2, 3)),
        ("3,1,3", (2, 0)),
        (" 1 , 5 ", (0, 4)),
        ("4-99", (3, 4)),
    ],
)
def test_ranges_as_people_write_them(text: str, expected: tuple[int, ...]) -> None:
    assert parse_pages(text, 5) == expected


@pytest.mark.parametrize("text", ["0", "x", "1,,2", "6", "9-12", "1-2-3", "-9"])
def test_what_names_no_page_is_told(text: str) -> None:
    with pytest.raises(PageRangeError):
        parse_pages(text, 5)
