"""The editor: links that follow edits, marks at their places, one signal an edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from result_stand_ins import StandInFix, StandInProblem, recognition, token

from scipix.app.token_spans import spans
from scipix.ui.theme import colours
from scipix.ui.views.editor import LatexEditor
from scipix.ui.views.editor_pane import EditorPane
from scipix.ui.views.text_units import to_index, to_units


@pytest.fixture
def pane(qtbot) -> EditorPane:
    pane = EditorPane(colours(False))
    qtbot.addWidget(pane)
    pane.resize(500, 200)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.fixture
def editor(pane) -> LatexEditor:
    return pane.editor


def show(editor: LatexEditor, *tokens) -> None:
    answer = recognition(*tokens)
    editor.show_latex(answer.latex, spans(answer.latex, answer.tokens))


def linked(editor: LatexEditor) -> list[str | None]:
    text = editor.latex()
    return [text[slice(*place)] if place else None for place in editor.places()]


def put_cursor(editor: LatexEditor, start: int, end: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def underlined(editor: LatexEditor, style: QTextCharFormat.UnderlineStyle) -> list[tuple[int, int]]:
    return [
        (selection.cursor.selectionStart(), selection.cursor.selectionEnd())
        for selection in editor.extraSelections()
        if selection.format.underlineStyle() == style
    ]


WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
DASH = QTextCharFormat.UnderlineStyle.DashUnderline
LINE = QTextCharFormat.UnderlineStyle.SingleUnderline


# -- links --------------------------------------------------------------------------------------------
def test_tokens_move_with_what_is_typed_before_them(editor, qtbot):
    show(editor, token("a", 0), token("+", 10), token("b", 20))
    put_cursor(editor, 0)
    qtbot.keyClicks(editor, "x=")
    assert editor.places() == ((2, 3), (3, 4), (4, 5))


def test_what_is_typed_behind_a_token_does_not_belong_to_it(editor, qtbot):
    show(editor, token("a", 0), token("b", 10))
    put_cursor(editor, 1)
    qtbot.keyClicks(editor, "2")
    assert (editor.latex(), linked(editor)) == ("a2b", ["a", "b"])


def test_an_edited_token_loses_its_link_and_undo_gives_it_back(editor, qtbot):
    show(editor, token(r"\alpha", 0), token("+", 10), token("b", 20))
    put_cursor(editor, 6)
    qtbot.keyClicks(editor, "x")
    assert linked(editor) == [None, "+", "b"]
    editor.undo()
    assert linked(editor) == [r"\alpha", "+", "b"]


def test_a_deleted_token_loses_its_link(editor, qtbot):
    show(editor, token("a", 0), token("b", 10), token("c", 20))
    put_cursor(editor, 1, 2)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert linked(editor) == ["a", None, "c"]


def test_links_count_characters_beyond_the_basic_plane_as_one(editor, qtbot):
    show(editor, token("a", 0), token("b", 10))
    put_cursor(editor, 1)
    editor.insertPlainText("🙂")
    assert (editor.latex(), editor.places()) == ("a🙂b", ((0, 1), (2, 3)))


def test_an_alternative_keeps_common_links_and_undo_gives_back_all(editor):
    show(editor, token("a", 0), token("+", 10), token("b", 20))
    editor.replace_latex("a+6")
    assert linked(editor) == ["a", "+", None]
    editor.undo()
    assert (editor.latex(), linked(editor)) == ("a+b", ["a", "+", "b"])
    editor.redo()
    assert (editor.latex(), linked(editor)) == ("a+6", ["a", "+", None])


def test_a_new_answer_cannot_be_undone_into_the_old(editor):
    show(editor, token("a", 0))
    show(editor, token("b", 0))
    assert not editor.document().isUndoAvailable()


@given(st.text(max_size=20), st.integers(0, 20))
def test_units_and_characters_are_inverse(text, index):
    index = min(index, len(text))
    assert to_index(text, to_units(text, index)) == index
    assert to_units(text, len(text)) == len(text.encode("utf-16-le")) // 2


# -- telling ------------------------------------------------------------------------------------------
def test_typing_is_told_once_it_has_settled(editor, qtbot):
    told = []
    editor.latex_changed.connect(told.append)
    with qtbot.waitSignal(editor.latex_changed):
        qtbot.keyClicks(editor, "x^2")
    assert told == ["x^2"]


def test_the_debounce_is_at_most_a_tenth_of_a_second(editor, qtbot):
    qtbot.keyClicks(editor, "x")
    assert editor._silence.isSingleShot()
    assert 60 <= editor._silence.interval() <= 80


def test_an_alternative_is_told_at_once_and_once(editor, qtbot):
    told = []
    editor.latex_changed.connect(told.append)
    editor.replace_latex("y")
    assert told == ["y"]
    assert not editor._silence.isActive()


def test_a_new_answer_and_new_colours_are_not_told(editor):
    show(editor, token("a", 0))
    editor.set_colours(colours(True))
    assert not editor._silence.isActive()


# -- marks --------------------------------------------------------------------------------------------
def test_doubtful_tokens_are_underlined_each_in_its_way(editor):
    show(editor, token("a", 0, 0.99), token("b", 10, 0.9), token("c", 20, 0.2))
    assert (underlined(editor, DASH), underlined(editor, LINE)) == ([(1, 2)], [(2, 3)])


def test_a_token_that_the_user_corrected_is_no_longer_doubtful(editor, qtbot):
    show(editor, token("a", 0), token("l", 10, 0.3))
    put_cursor(editor, 1, 2)
    qtbot.keyClicks(editor, "1")
    assert underlined(editor, LINE) == []


def test_problems_are_underlined_exactly_and_explained(pane, editor):
    editor.show_latex(r"\frac{a}{b")
    pane.set_problems([StandInProblem(8, 10)])
    assert underlined(editor, WAVE) == [(8, 10)]
    assert pane.problem_line.isVisible()
    assert pane.problem_line.words.text() == "This brace is never closed. Add a closing brace."


def test_a_problem_at_the_end_has_something_to_be_seen_at(pane, editor):
    editor.show_latex("a+")
    pane.set_problems([StandInProblem(2, 2)])
    assert underlined(editor, WAVE) == [(1, 2)]


def test_problems_count_characters(pane, editor):
    editor.show_latex("🙂{b")
    pane.set_problems([StandInProblem(1, 2)])
    assert underlined(editor, WAVE) == [(2, 3)]
    assert editor.problem_spans() == ((1, 2),)


def test_errors_are_explained_before_warnings_and_the_rest_is_counted(pane, editor):
    editor.show_latex("abc")
    pane.set_problems([StandInProblem(0, 1, "odd", severity="warning"), StandInProblem(2, 3, "wrong")])
    assert pane.problem_line.words.text() == "wrong Add a closing brace. (and 1 more)"


def test_the_line_jumps_to_its_problem(pane, editor, qtbot):
    editor.show_latex("ab{c")
    pane.set_problems([StandInProblem(2, 3)])
    qtbot.mouseClick(pane.problem_line.button, Qt.MouseButton.LeftButton)
    assert editor.textCursor().selectedText() == "{"


def test_a_repair_is_one_step_that_can_be_undone(pane, editor, qtbot):
    editor.show_latex("{a")
    pane.set_problems([StandInProblem(0, 1, fix=StandInFix(2, 2, "}"))])
    with qtbot.waitSignal(editor.latex_changed) as told:
        qtbot.mouseClick(pane.problem_line.fix_button, Qt.MouseButton.LeftButton)
    assert told.args == ["{a}"]
    editor.undo()
    assert editor.latex() == "{a"


def test_no_problem_no_line(pane, editor):
    pane.set_problems([StandInProblem(0, 1)])
    pane.set_problems([])
    assert not pane.problem_line.isVisible()


def test_brackets_light_up_beside_the_cursor(editor):
    editor.show_latex("{a}")
    put_cursor(editor, 3)
    lit = [
        (selection.cursor.selectionStart(), selection.cursor.selectionEnd())
        for selection in editor.extraSelections()
    ]
    assert lit == [(0, 1), (2, 3)]


# -- moving -------------------------------------------------------------------------------------------
def test_the_next_doubt_goes_round_in_both_directions(editor):
    show(editor, token("a", 0, 0.9), token("b", 10), token("c", 20, 0.9))
    put_cursor(editor, 0)
    seen = []
    for step in (1, 1, 1, -1):
        editor.select_span(editor.next_doubt(step))
        seen.append(editor.textCursor().selectedText())
    assert seen == ["a", "c", "a", "c"]


def test_hovering_tells_the_token_under_the_mouse(editor, qtbot):
    show(editor, token("a", 0), token("b", 10))
    cursor = QTextCursor(editor.document())
    cursor.setPosition(1)
    box = editor.cursorRect(cursor)
    told = []
    editor.hovered.connect(told.append)
    for point in (QPoint(box.left() + 2, box.center().y()), QPoint(box.left() + 2, box.bottom() + 60)):
        qtbot.mouseMove(editor.viewport(), point)
    assert told == [1, -1]


def test_the_mouse_beside_the_text_is_on_no_token(editor, qtbot):
    show(editor, token("a", 0), token("b", 10))
    told = []
    editor.hovered.connect(told.append)
    qtbot.mouseMove(
        editor.viewport(), QPoint(editor.viewport().width() - 5, editor.cursorRect().center().y())
    )
    assert told == []


def test_tooltips_explain_problems_and_doubts(pane, editor):
    show(editor, token("a", 0, 0.62), token("b", 10), token("{", None))
    pane.set_problems([StandInProblem(2, 3)])
    tips = []
    for position in range(3):
        cursor = QTextCursor(editor.document())
        cursor.setPosition(position)
        box = editor.cursorRect(cursor)
        tips.append(editor.tool_tip_at(QPoint(box.left() + 2, box.center().y())))
    assert tips[0].startswith("62 % sure")
    assert tips[1:] == ["", "This brace is never closed.\nAdd a closing brace."]


def test_tab_inserts_nothing_even_where_there_is_nowhere_to_go(editor, qtbot):
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.latex() == ""


def test_tab_leaves_the_editor(pane, editor, qtbot):
    pane.find_bar.open()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()


def test_wheel_with_control_changes_the_size_within_limits(editor):
    before = editor.font().pointSize()
    for _ in range(60):
        wheel(editor, 120)
    assert before < editor.font().pointSize() <= 40


def wheel(editor: LatexEditor, delta: int) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.viewport(), event)


def test_a_pasted_file_is_told_and_a_text_is_taken(editor, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.png")])
    with qtbot.waitSignal(editor.picture_pasted):
        editor.insertFromMimeData(data)
    text = QMimeData()
    text.setText("x")
    editor.insertFromMimeData(text)
    assert editor.latex() == "x"


# -- find and replace ---------------------------------------------------------------------------------
def test_finding_goes_round_and_counts(pane, editor, qtbot):
    editor.show_latex("a+A+a")
    bar = pane.find_bar
    bar.open()
    qtbot.keyClicks(bar.field, "a")
    seen = []
    for _ in range(4):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        seen.append((editor.textCursor().selectionStart(), bar.count.text()))
    assert seen == [(0, "1 of 3"), (2, "2 of 3"), (4, "3 of 3"), (0, "1 of 3")]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectionStart() == 4


def test_case_matters_if_wanted(pane, editor):
    editor.show_latex("aA")
    pane.find_bar.open()
    pane.find_bar.field.setText("A")
    pane.find_bar.case.setChecked(True)
    assert pane.find_bar.matches() == ((1, 2),)
    pane.find_bar.field.setText("q")
    assert pane.find_bar.count.text() == "not found"


def test_replacing_all_is_one_step(pane, editor, qtbot):
    editor.show_latex("l+l+l")
    bar = pane.find_bar
    bar.open(replace=True)
    bar.field.setText("l")
    bar.replacement.setText("1")
    qtbot.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert editor.latex() == "1+1+1"
    editor.undo()
    assert editor.latex() == "l+l+l"


def test_replacing_one_by_one_goes_on_to_the_next(pane, editor):
    editor.show_latex("l+l")
    bar = pane.find_bar
    bar.open(replace=True)
    bar.field.setText("l")
    bar.replacement.setText("1")
    put_cursor(editor, 0)
    bar.next()
    bar.replace_one()
    assert (editor.latex(), editor.textCursor().selectionStart()) == ("1+l", 2)


def test_escape_closes_the_search_and_its_marks(pane, editor, qtbot):
    editor.show_latex("aa")
    pane.find_bar.open()
    pane.find_bar.field.setText("a")
    assert len(editor.extraSelections()) == 2
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert editor.extraSelections() == []
