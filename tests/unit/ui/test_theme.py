"""The colours, measured: text can be read, and no two meanings are one for colour-blind eyes."""

from __future__ import annotations

from itertools import combinations

import pytest

from workout_tui.ui.theme import DEFAULT, PALETTES, TOKENS, choose, defaults, themes

TRUE_COLOUR = [name for name in PALETTES if name != "ansi16"]

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
MACHADO: dict[str, Matrix] = {
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
STATUS = ("now", "done", "pr", "warn", "bad", "sync")


def linear(colour: str) -> Rgb:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, by: str | None) -> Rgb:
    rgb = linear(colour)
    if by is None:
        return rgb
    red, green, blue = (sum(a * b for a, b in zip(row, rgb, strict=True)) for row in MACHADO[by])
    return tuple(min(1.0, max(0.0, one)) for one in (red, green, blue))  # type: ignore[return-value]


def lab(rgb: Rgb) -> Rgb:
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, by: str | None = None) -> float:
    pairs = zip(lab(seen(one, by)), lab(seen(other, by)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def closest(theme: str, by: str | None) -> float:
    colours = PALETTES[theme]
    return min(distance(colours[one], colours[other], by) for one, other in combinations(STATUS, 2))


@pytest.mark.parametrize("theme", PALETTES)
def test_every_theme_has_every_token(theme: str) -> None:
    assert set(PALETTES[theme]) == set(TOKENS)


@pytest.mark.parametrize(
    ("theme", "token", "least"),
    [
        *(("iron", token, least) for token, least in {
            "ink": 15.5, "dim": 7.1, "faint": 4.2, "now": 14.8, "done": 10.0, "pr": 13.1, "warn": 6.8, "bad": 5.7,
            "sync": 7.6,
        }.items()),
        *(("chalk", token, least) for token, least in {
            "ink": 14.8, "dim": 5.3, "faint": 3.4, "now": 5.3, "done": 4.7, "pr": 6.9, "warn": 4.5, "bad": 7.3,
            "sync": 6.2,
        }.items()),
        *(("ember", token, 4.5) for token in ("ink", "dim", "now", "done", "pr", "warn", "bad", "sync")),
        ("ember", "faint", 3.4),
    ],
)  # fmt: skip
def test_text_can_be_read_on_the_page(theme: str, token: str, least: float) -> None:
    assert contrast(PALETTES[theme][token], PALETTES[theme]["background"]) >= least


@pytest.mark.parametrize("theme", TRUE_COLOUR)
@pytest.mark.parametrize("ground", ["card", "card-hi", "now-bg"])
def test_text_can_be_read_on_what_is_raised(theme: str, ground: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours["ink"], colours[ground]) >= 7
    assert contrast(colours["now"], colours[ground]) >= 4.5
    assert contrast(colours["dim"], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", TRUE_COLOUR)
def test_the_cursor_can_be_read(theme: str) -> None:
    assert contrast(PALETTES[theme]["on-now"], PALETTES[theme]["now"]) >= 4.5


@pytest.mark.parametrize(
    ("theme", "by", "least"),
    [
        ("iron", None, 38),
        ("iron", "deutan", 19),
        ("iron", "protan", 25),
        ("iron", "tritan", 18),
        # Dark colours on a light page lie closer; the marks beside them carry the meaning there.
        ("chalk", None, 30),
        ("chalk", "deutan", 4.5),
        ("chalk", "protan", 5),
        ("chalk", "tritan", 17),
    ],
)
def test_no_two_meanings_become_one(theme: str, by: str | None, least: float) -> None:
    assert closest(theme, by) >= least


@pytest.mark.parametrize("theme", TRUE_COLOUR)
def test_more_volume_is_farther_from_the_page(theme: str) -> None:
    colours = PALETTES[theme]
    away = [contrast(colours[f"heat-{level}"], colours["background"]) for level in range(5)]
    assert away == sorted(away)
    assert len(set(away)) == 5


def test_the_plain_theme_names_only_colours_a_terminal_has() -> None:
    assert all(colour.startswith("ansi_") for colour in PALETTES["ansi16"].values())


def test_themes_carry_the_tokens_and_other_themes_get_them() -> None:
    assert {one.name for one in themes()} == set(PALETTES)
    for one in themes():
        assert {name: one.variables[name] for name in TOKENS if name != "background"} == {
            name: colour for name, colour in PALETTES[one.name].items() if name != "background"
        }
    assert defaults()["now"] == PALETTES[DEFAULT]["now"]


@pytest.mark.parametrize(
    ("setting", "terminal", "chosen"),
    [
        ("iron", "xterm-256color", "iron"),
        ("iron", "linux", "ansi16"),
        ("iron", "xterm-16color", "ansi16"),
        ("chalk", "linux", "chalk"),
        ("ansi16", "xterm-256color", "ansi16"),
        ("iron", "", "iron"),
    ],
)
def test_a_terminal_of_sixteen_colours_gets_its_own_theme(setting: str, terminal: str, chosen: str) -> None:
    assert choose(setting, {"TERM": terminal} if terminal else {}) == chosen
