"""A user's own language chooses among readings, and only if that helps."""

from __future__ import annotations

import math

from memory_answers import answer

from scipix.app.memory.learned import Learner
from scipix.app.memory.prior import Language, fitted_weight, fused, reranked, tokens


def language(*formulas: str, times: int = 60) -> Language:
    made = Language()
    for latex in formulas:
        made.add(latex, times)
    return made


def test_formulas_become_lines_with_their_structure():
    assert tokens("x_i^2") == ("x", "<sub", "i", ">", "<sup", "2", ">")
    assert tokens(r"\frac{a}{b}") == ("Frac", "<num", "a", ">", "<den", "b", ">")
    assert tokens(r"\frac{") == ()


def test_what_was_written_before_is_likelier():
    mine = language(r"\nu=c/\lambda")
    assert mine.score(r"\nu=c/\lambda") > mine.score(r"v=c/\lambda")
    assert mine.score(r"\frac{") == -math.inf


def test_unlearning_undoes_learning():
    mine = language("a+b")
    before = mine.score("a+b")
    mine.add("k=k")
    mine.add("k=k", -1)
    assert abs(mine.score("a+b") - before) < 0.2
    assert mine.formulas == 60


def test_a_close_call_is_decided_by_habit_and_a_clear_one_is_not():
    mine = language(r"\nu=c/\lambda")
    close = [(r"v=c/\lambda", -0.7), (r"\nu=c/\lambda", -0.8)]
    clear = [(r"v=c/\lambda", -0.01), (r"\nu=c/\lambda", -60.0)]
    assert fused(close, mine, 0.3)[0][0] == r"\nu=c/\lambda"
    assert fused(clear, mine, 0.3)[0][0] == r"v=c/\lambda"
    assert fused(close, mine, 0.0) == close


def test_alternatives_keep_their_scores():
    mine = language(r"\nu=c")
    readings = answer("v=c", others=(r"\nu=c", r"\frac{")).alternatives
    order = reranked(readings, mine, 1.0)
    assert [one.latex for one in order] == [r"\nu=c", "v=c", r"\frac{"]
    assert sorted(one.score for one in order) == sorted(one.score for one in readings)
    assert reranked(readings, Language(), 1.0) == readings


def test_the_weight_is_nothing_unless_it_helps():
    mine = language(r"\nu=c")
    wrong_habit = [([("v=c", -0.7), (r"\nu=c", -0.8)], "v=c")] * 40
    right_habit = [([("v=c", -0.7), (r"\nu=c", -0.8)], r"\nu=c")] * 40
    assert fitted_weight(wrong_habit, mine) == 0
    assert fitted_weight(right_habit, mine) > 0
    assert fitted_weight([], mine) == 0


def test_learning_from_verdicts_changes_the_choice(memory):
    """GIVEN a user who always has to choose the second reading
    WHEN enough verdicts are there
    THEN the second reading comes first, and is there after a restart.
    """
    for number in range(130):
        key = memory.history.add(answer("v=c"), b"")
        shown = answer(f"v={number % 7}", 0.6, (f"\\nu={number % 7}",))
        memory.learning.record(key, shown, f"\\nu={number % 7}", "chosen", ())
    memory.learner.learn()
    assert memory.learner.current.weight > 0
    chosen = memory.learner.chosen(answer("v=3", 0.6, (r"\nu=3",)))
    assert chosen.latex == r"\nu=3"
    assert chosen.tokens == ()
    again = Learner(memory.database, memory.learning, None)
    assert again.chosen(answer("v=3", 0.6, (r"\nu=3",))).latex == r"\nu=3"
    assert again.probability(answer("v=3", 0.6)) < 0.3
    report = again.report()
    assert report.verdicts == 130
    assert report.after < report.before


def test_forgetting_goes_back_to_the_start(memory):
    key = memory.history.add(answer("v=c"), b"")
    memory.learning.record(key, answer("v=c", 0.9), "q", "edited", ())
    memory.learner.learn()
    assert memory.learner.current.verdicts == 1
    memory.learner.forget()
    assert Learner(memory.database, memory.learning, None).current.verdicts == 0
