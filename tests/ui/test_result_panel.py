"""The panel: links in all directions, alternatives, doubts, renderings asked for and shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from result_stand_ins import (
    StandInFailure,
    StandInPreview,
    StandInProblem,
    paint,
    picture,
    recognition,
    token,
)

from scipix.ui.theme import apply_theme, colours
from scipix.ui.views.result_panel import ResultPanel

BOXES = ((0.0, 0.2, 0.2, 0.8), (0.4, 0.2, 0.6, 0.8), (0.8, 0.2, 1.0, 0.8))


@pytest.fixture
def asked() -> list:
    return []


@pytest.fixture
def panel(qtbot, asked) -> ResultPanel:
    panel = ResultPanel(paint=paint)
    panel.render_wanted.connect(lambda channel, latex, marks: asked.append((channel, latex, marks)))
    qtbot.addWidget(panel)
    panel.resize(640, 560)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def show(panel: ResultPanel, *others: str) -> None:
    """a_b of which the underscore leaves no ink and b is doubtful, with its rendering."""
    tokens = (token("a", 10.0), token("+", 40.0), token("^", None), token("b", 70.0, 0.7))
    panel.show_result(picture(), recognition(*tokens, others=others))
    panel.show_preview(StandInPreview("a+^b", BOXES))
    QApplication.processEvents()  # cards that have appeared find their places


def lit(panel: ResultPanel) -> tuple[int, int, str]:
    """What is highlighted in picture, rendering and source."""
    twin = colours(False).twin
    source = [
        selection.cursor.selectedText()
        for selection in panel.editor.extraSelections()
        if selection.format.background().color() == twin
    ]
    return panel.picture.highlighted(), panel.preview.highlighted(), "".join(source)


# -- links --------------------------------------------------------------------------------------------
def test_hovering_the_picture_lights_rendering_and_source(panel, qtbot):
    show(panel)
    qtbot.mouseMove(panel.picture.viewport(), panel.picture.token_rect(3).center().toPoint())
    assert lit(panel) == (3, 3, "b")
    QApplication.sendEvent(panel.picture.viewport(), QEvent(QEvent.Type.Leave))
    assert lit(panel) == (-1, -1, "")


def test_hovering_the_rendering_lights_picture_and_source(panel, qtbot):
    show(panel)
    qtbot.mouseMove(panel.preview.viewport(), panel.preview.token_rect(1).center().toPoint())
    assert lit(panel) == (1, 1, "+")


def test_hovering_the_source_lights_picture_and_rendering(panel, qtbot):
    show(panel)
    cursor = QTextCursor(panel.editor.document())
    cursor.setPosition(3)
    box = panel.editor.cursorRect(cursor)
    qtbot.mouseMove(panel.editor.viewport(), QPoint(box.left() + 2, box.center().y()))
    assert lit(panel) == (3, 3, "b")


def test_the_text_cursor_links_like_the_mouse(panel, qtbot):
    show(panel)
    panel.editor.setFocus()
    qtbot.keyClick(panel.editor, Qt.Key.Key_Right)
    assert lit(panel) == (1, 1, "+")


def test_a_click_in_the_picture_selects_the_source(panel, qtbot):
    show(panel)
    point = panel.picture.token_rect(0).center().toPoint()
    qtbot.mouseClick(panel.picture.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert panel.editor.textCursor().selectedText() == "a"


def test_links_survive_edits_before_them(panel, qtbot):
    show(panel)
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "xy")
    qtbot.mouseMove(panel.picture.viewport(), panel.picture.token_rect(3).center().toPoint())
    assert lit(panel)[2] == "b"


# -- renderings ---------------------------------------------------------------------------------------
def test_a_result_asks_for_its_renderings_with_the_places_of_inked_tokens(panel, asked):
    show(panel, "a+b")
    assert asked[0] == ("main", "a+^b", ((0, 1), (1, 2), (3, 4)))
    assert [entry[:2] for entry in asked[1:]] == [("alternative-0", "a+^b"), ("alternative-1", "a+b")]


def test_an_edit_asks_for_one_rendering_with_the_tokens_where_they_are_now(panel, asked, qtbot):
    show(panel)
    asked.clear()
    panel.editor.setFocus()
    with qtbot.waitSignal(panel.latex_changed) as told:
        qtbot.keyClicks(panel.editor, "xy")
    assert told.args == ["xya+^b"]
    assert asked == [("main", "xya+^b", ((2, 3), (3, 4), (5, 6)))]


def test_boxes_of_an_edited_source_belong_to_the_right_tokens(panel, qtbot):
    show(panel)
    panel.set_latex("+b")
    panel.show_preview(StandInPreview("+b", BOXES[:2]))
    assert [mark.box is not None for mark in panel.preview.marks()] == [False, True, False, True]


def test_a_rendering_of_an_older_source_has_no_boxes(panel):
    show(panel)
    panel.set_latex("+b")
    panel.show_preview(StandInPreview("a+^b", BOXES))
    assert all(mark.box is None for mark in panel.preview.marks())


def test_a_failure_keeps_the_last_good_rendering_and_is_marked_where_it_is(panel):
    show(panel)
    panel.set_latex("a{")
    panel.show_preview_failure(StandInFailure("a{", 1))
    assert panel.preview.is_stale()
    assert panel.preview.preview().latex == "a+^b"
    assert panel.editor.problem_spans() == ((1, 2),)


def test_the_check_of_the_source_goes_before_the_renderer(panel):
    show(panel)
    panel.set_latex("a{")
    panel.set_problems((StandInProblem(0, 1),))
    panel.show_preview_failure(StandInFailure("a{", 1))
    assert panel.editor.problem_spans() == ((0, 1),)


def test_a_late_failure_marks_nothing_in_another_source(panel):
    show(panel)
    panel.show_preview_failure(StandInFailure("a{", 1))
    assert panel.editor.problem_spans() == ()


def test_picture_and_rendering_have_one_scale(panel):
    show(panel)
    # The tokens are 10 pixels high, and 0.6 of 2 em.
    assert panel.preview.zoom() / panel.picture.zoom() == pytest.approx(10 / 1.2)


# -- alternatives -------------------------------------------------------------------------------------
def test_one_reading_is_no_choice(panel):
    show(panel)
    assert not panel.alternatives.isVisible()


def test_alternatives_show_their_shares_and_which_is_in_use(panel):
    show(panel, "a+b")
    cards = panel.alternatives.cards
    assert [card.share_text() for card in cards[:2]] == ["67 %", "33 %"]
    assert [card.isChecked() for card in cards[:2]] == [True, False]
    assert [card.isVisible() for card in cards] == [True, True, False, False, False]


def test_an_alternative_is_one_click_away_and_one_undo_back(panel, qtbot):
    show(panel, "a+b", "a-b")
    told = []
    panel.latex_changed.connect(told.append)
    panel.alternative_chosen.connect(told.append)
    qtbot.mouseClick(panel.alternatives.cards[2], Qt.MouseButton.LeftButton)
    assert told == ["a-b", 2]
    assert [card.isChecked() for card in panel.alternatives.cards[:3]] == [False, False, True]
    with qtbot.waitSignal(panel.latex_changed):
        panel.editor.undo()
    assert panel.latex() == "a+^b"
    assert [card.isChecked() for card in panel.alternatives.cards[:3]] == [True, False, False]


def test_alt_and_a_number_choose(panel, qtbot):
    show(panel, "a+b")
    panel.activateWindow()
    with qtbot.waitSignal(panel.alternative_chosen) as told:
        qtbot.keyClick(panel, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert told.args == [1]


def test_clicking_the_one_in_use_keeps_it_marked(panel, qtbot):
    show(panel, "a+b")
    qtbot.mouseClick(panel.alternatives.cards[0], Qt.MouseButton.LeftButton)
    assert panel.alternatives.cards[0].isChecked()


def test_what_differs_is_known(panel):
    show(panel, "a+b", "a-b")
    assert panel.alternatives.cards[2].differing == ((1, 2),)
    assert panel.alternatives.cards[0].differing == ()


def test_a_late_rendering_of_another_result_is_dropped(panel):
    show(panel, "a+b")
    panel.show_alternative_preview(1, StandInPreview("z"))
    assert panel.alternatives.cards[1].preview is None
    panel.show_alternative_preview(1, StandInPreview("a+b"))
    panel.grab()
    assert panel.alternatives.cards[1].preview is not None


# -- confidence ---------------------------------------------------------------------------------------
def test_confidence_in_number_and_words(panel):
    show(panel)
    assert panel.confidence_line.meaning.text() == "90 % sure: compare it with the picture"
    assert panel.confidence_line.facts.text() == "· 41 ms · CPU"


def test_no_answer_is_called_certain(panel):
    panel.show_result(picture(), recognition(token("a", 10.0), confidence=1.0))
    assert panel.confidence_line.meaning.text() == "99 % sure: looks right"


def test_f8_goes_to_the_doubt_and_lights_it_everywhere(panel, qtbot):
    show(panel)
    assert panel.confidence_line.next_button.isVisible()
    panel.activateWindow()
    qtbot.keyClick(panel, Qt.Key.Key_F8)
    assert panel.editor.textCursor().selectedText() == "b"
    assert lit(panel) == (3, 3, "b")


def test_a_corrected_symbol_is_no_longer_in_doubt_anywhere(panel, qtbot):
    show(panel)
    panel.go_to_doubt(1)
    qtbot.keyClicks(panel.editor, "6")
    assert not panel.confidence_line.next_button.isVisible()
    assert not any(mark.doubtful for mark in (*panel.picture.marks(), *panel.preview.marks()))


def test_in_a_narrow_panel_the_number_of_doubts_makes_room_for_how_sure_it_is(panel):
    show(panel)
    line = panel.confidence_line
    assert line.next_button.text() == "1 doubtful symbol (F8)"
    panel.resize(430, 560)
    QApplication.processEvents()
    assert line.next_button.text() == "1 (F8)"
    assert line.meaning.width() >= line.meaning.sizeHint().width()
    assert "doubtful" in line.next_button.accessibleName()
    panel.resize(640, 560)
    QApplication.processEvents()
    assert line.next_button.text() == "1 doubtful symbol (F8)"


# -- the rest -----------------------------------------------------------------------------------------
def test_a_new_result_replaces_everything(panel):
    show(panel, "a+b")
    panel.set_problems((StandInProblem(0, 1),))
    panel.show_result(picture(), recognition(token("z", 10.0)))
    assert panel.latex() == "z"
    assert panel.preview.preview() is None
    assert panel.editor.problem_spans() == ()
    assert not panel.alternatives.isVisible()


def test_clear_shows_nothing(panel):
    show(panel, "a+b")
    panel.clear()
    panel.grab()
    assert (panel.latex(), panel.picture.marks(), panel.confidence_line.meaning.text()) == ("", (), "")
    assert not panel.alternatives.isVisible()


def test_negatives_are_for_the_dark_theme(panel, qapp):
    show(panel)
    panel.set_inverts(True)
    assert not panel.picture.inverted()
    apply_theme(qapp, "dark")
    try:
        assert panel.picture.inverted()
        assert panel.zoom_bar.invert.isVisible()
        panel.zoom_bar.invert.click()
        assert not panel.picture.inverted()
    finally:
        apply_theme(qapp, "light")
    assert not panel.zoom_bar.invert.isVisible()


def test_the_arrangement_is_remembered(panel, qtbot):
    show(panel)
    panel._splitter.setSizes([300, 100, 100, 0])
    state, sizes = panel.save_state(), panel._splitter.sizes()
    panel._splitter.setSizes([100, 300, 100, 0])
    panel.restore_state(state)
    assert panel._splitter.sizes() == sizes
    panel.restore_state(b"nonsense")
    assert panel._splitter.sizes() == sizes


def test_everything_that_takes_the_focus_has_a_name_and_every_button_a_tooltip(panel):
    show(panel, "a+b")
    panel.editor_pane.find_bar.open(replace=True)
    parts = [*panel.findChildren(QAbstractButton), *panel.findChildren(QLineEdit)]
    parts += [panel.picture, panel.preview, panel.editor]
    nameless = [part for part in parts if part.isVisible() and not (part.accessibleName() or part.text())]
    assert nameless == []
    mute = [part for part in panel.findChildren(QAbstractButton) if part.isVisible() and not part.toolTip()]
    assert mute == []
