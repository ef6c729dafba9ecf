"""PDF files to open, made for the tests."""

from __future__ import annotations

from pathlib import Path

import pymupdf

A4 = (595.0, 842.0)


def write_pdf(path: Path, pages: int = 3, size: tuple[float, float] = A4, **options: object) -> Path:
    """Pages with ``Page <number> of the story``, a second line, and an outline of two entries."""
    document = pymupdf.open()
    for number in range(1, pages + 1):
        page = document.new_page(width=size[0], height=size[1])
        page.insert_text((72, 100), f"Page {number} of the story", fontsize=20)
        page.insert_text((72, 140), "the quick brown fox", fontsize=12)
        page.insert_text((200, 300), "a = b + c", fontname="tiit", fontsize=14)
    if pages > 1:
        document.set_toc([[1, "Beginning", 1], [2, "End", pages]])
    document.save(path, **options)
    document.close()
    return path


def write_encrypted(path: Path, password: str) -> Path:
    """Two pages behind a password."""
    return write_pdf(
        path, 2, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw=password
    )


def write_damaged(path: Path, pages: int = 3) -> Path:
    """A file whose end, with the table that tells where everything is, is missing."""
    whole = write_pdf(path, pages).read_bytes()
    path.write_bytes(whole[: whole.rindex(b"xref") - 10])
    return path


def write_turned(path: Path) -> Path:
    """One page that is shown turned by a quarter."""
    document = pymupdf.open(write_pdf(path.with_suffix(".plain.pdf"), 1))
    document[0].set_rotation(90)
    document.save(path)
    document.close()
    return path


def write_scan(path: Path) -> Path:
    """One page that is a picture of a page."""
    with pymupdf.open(write_pdf(path.with_suffix(".plain.pdf"), 1)) as plain:
        picture = plain[0].get_pixmap(dpi=100)
    document = pymupdf.open()
    page = document.new_page(width=A4[0], height=A4[1])
    page.insert_image(page.rect, pixmap=picture)
    document.save(path)
    document.close()
    return path
