from __future__ import annotations

import pytest
from pdf_files import write_encrypted, write_pdf

from scipix.app.documents.errors import PageError, PasswordError
from scipix.app.documents.page_process import PageProcess
from scipix.app.documents.page_requests import OpenFile, PageText, TextOf


@pytest.fixture
def process():
    made = PageProcess()
    yield made
    made.close()


def test_it_answers_and_tells_errors(process, tmp_path):
    with pytest.raises(PasswordError):
        process.ask(OpenFile(write_encrypted(tmp_path / "secret.pdf", "sesame")))
    assert process.ask(OpenFile(write_pdf(tmp_path / "story.pdf"))).count == 3
    text = process.ask(TextOf(1))
    assert isinstance(text, PageText)
    assert text.text.startswith("Page 2")


def test_a_page_that_ends_the_process_fails_and_the_next_is_answered(process, tmp_path):
    process.ask(OpenFile(write_pdf(tmp_path / "story.pdf")))
    process._link.process.kill()
    with pytest.raises(PageError):
        process.ask(TextOf(0))
    assert process.ask(TextOf(2)).text.startswith("Page 3")


def test_an_answer_that_takes_too_long_is_given_up(process, tmp_path):
    process.ask(OpenFile(write_pdf(tmp_path / "story.pdf")))
    process.patience = 0.0
    with pytest.raises(PageError, match="too long"):
        process.ask(TextOf(0))
    process.patience = 30.0
    assert process.ask(TextOf(0)).text.startswith("Page 1")


def test_nothing_is_started_after_the_end(process, tmp_path):
    process.close()
    with pytest.raises(PageError):
        process.ask(TextOf(0))
