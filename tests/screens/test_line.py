"""A line is painted again when only its colours change: a chip that turns orange has to be seen."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from workout_tui.ui.widgets.line import Line, same


class Lines(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        yield Line(Content.styled("left", "red"), Content.styled("right", "red"))


def colours(app: Lines) -> list[str | None]:
    strip = app.screen._compositor.render_strips()[0]
    return [seg.style.color.name if seg.style and seg.style.color else None for seg in strip if seg.text.strip()]


async def test_a_change_of_colour_alone_is_painted() -> None:
    app = Lines()
    async with app.run_test(size=(20, 1)) as pilot:
        before = colours(app)
        app.query_one(Line).show(Content.styled("left", "red"), Content.styled("right", "green"))
        await pilot.pause()
        after = colours(app)
        assert after[0] == before[0]
        assert after[-1] != before[-1]


def test_texts_are_the_same_only_with_the_same_colours() -> None:
    red = Content.styled("a", "red")
    assert same(red, Content.styled("a", "red"))
    assert not same(red, Content.styled("a", "green"))
    assert not same(red, Content.styled("b", "red"))
    assert red == Content.styled("a", "green")  # why there is `same` at all
