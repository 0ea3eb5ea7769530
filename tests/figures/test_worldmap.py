"""A map shows every place once, says its name, and is small."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from hanse.figures.projection import HEIGHT, WIDTH, projected
from hanse.figures.worldmap import Area, Mark, worldmap

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*marks: Mark, **said: object) -> ElementTree.Element:
    return ElementTree.fromstring(worldmap(marks, title="Members of the League", **said))  # type: ignore[arg-type]


def test_every_mark_stands_where_its_place_is_and_says_its_name() -> None:
    found = drawn(Mark(59.91, 10.75, "Oslo"), Mark(-33.87, 151.21, "Sydney & suburbs", link="/cities/sydney/?a=1&b=2"))
    assert len(list(found.iter(f"{SVG}circle"))) == 2
    titles = [title.text for title in found.iter(f"{SVG}title")]
    assert {"Oslo", "Sydney & suburbs", "Members of the League"} <= set(titles)
    link = next(found.iter(f"{SVG}a"))
    assert link.get("href") == "/cities/sydney/?a=1&b=2"
    assert link.get("aria-label") == "Sydney & suburbs"


def test_the_projection_keeps_areas() -> None:
    """A band of latitude takes the share of the map that it has of the earth (Equal Earth is equal-area)."""
    from math import radians, sin

    def band(south: float, north: float) -> float:
        steps = 400
        found = 0.0
        for k in range(steps):
            a, b = (south + (north - south) * each / steps for each in (k, k + 1))
            wide = projected((a + b) / 2, 180)[0] - projected((a + b) / 2, -180)[0]
            found += wide * (projected(a, 0)[1] - projected(b, 0)[1])
        return found

    shares = band(0, 30) / band(30, 75), (sin(radians(30))) / (sin(radians(75)) - sin(radians(30)))
    assert shares[0] == pytest.approx(shares[1], rel=1e-3)


def test_the_whole_world_fits_the_map() -> None:
    for latitude in (-90, -56.5, 0, 84, 90):
        for longitude in (-180, 180):
            x, y = projected(latitude, longitude)
            assert -0.01 <= x <= WIDTH + 0.01
            assert -0.5 <= y <= HEIGHT + 0.5


def test_the_area_of_a_mark_follows_its_count_which_is_written_where_it_has_room() -> None:
    found = drawn(Mark(48, 2, "France: 400", 400), Mark(9, 38, "Ethiopia: 100", 100), Mark(0, 0, "one", 1))
    radii = [float(circle.get("r", 0)) for circle in found.iter(f"{SVG}circle")]
    assert radii == sorted(radii, reverse=True)
    assert radii[0] == pytest.approx(2 * radii[1], rel=0.01)
    assert [text.text for text in found.iter(f"{SVG}text")] == ["400", "100"]


def test_kinds_are_told_apart_by_shape() -> None:
    found = drawn(Mark(1, 1, "a"), Mark(2, 2, "b", shape="hollow"), Mark(3, 3, "c", shape="square"))
    fills = {circle.get("fill") for circle in found.iter(f"{SVG}circle")}
    assert len(fills) == 2
    assert len(list(found.iter(f"{SVG}rect"))) == 1


def test_a_tinted_country_says_what_it_is_and_an_unknown_code_is_left_out() -> None:
    found = drawn(areas={"MAR": Area(3, "Morocco: ratified", "/states/mar/"), "QQQ": Area(1, "Nowhere")})
    assert "Morocco: ratified" in [title.text for title in found.iter(f"{SVG}title")]
    assert "Nowhere" not in ElementTree.tostring(found, encoding="unicode")


def test_around_a_place_only_that_corner_is_drawn() -> None:
    whole, corner = (worldmap([], title="x", around=around) for around in (None, (13.5, 2.1)))
    assert len(corner) < len(whole) / 2
    left, top, wide, high = map(float, re.search(r'viewBox="([^"]*)"', corner)[1].split())  # type: ignore[index]
    x, y = projected(13.5, 2.1)
    assert left < x < left + wide
    assert top < y < top + high


def test_a_map_that_fits_its_marks_holds_them_all_and_is_the_world_where_they_are_far_apart() -> None:
    near = [Mark(52.5, 13.4, "a"), Mark(38.1, 13.4, "b"), Mark(41.3, 19.8, "c")]
    for marks, whole in ((near, False), ([*near, Mark(-33.9, 151.2, "d")], True)):
        found = re.search(r'viewBox="([^"]*)"', worldmap(marks, title="x", fit=True))
        assert found
        left, top, wide, high = map(float, found[1].split())
        assert (wide == WIDTH) == whole
        for mark in marks:
            x, y = projected(mark.latitude, mark.longitude)
            assert left < x < left + wide
            assert top < y < top + high


@pytest.mark.parametrize("theme", ["light", "dark", "page"])
def test_a_map_needs_nothing_from_elsewhere_and_is_the_same_every_time(theme: str) -> None:
    first, second = (worldmap([Mark(1, 1, "a")], title="x", theme=theme) for _ in range(2))  # type: ignore[arg-type]
    assert first == second
    assert not re.search(r"<style|style=|<script|on\w+=|url\(|<image", first)
    assert len(first) < 60_000
    assert ("var(--accent" in first) == (theme == "page")


def test_the_shapes_are_small_and_cover_every_continent() -> None:
    from hanse.figures.worldmap import _boxes, _countries

    assert {"RUS", "BRA", "KEN", "FJI", "SGP", "XKX", "PSE", "TWN", "ESH", "ISL"} <= set(_countries())
    assert sum(map(len, _countries().values())) < 60_000
    for left, top, right, bottom in _boxes().values():
        assert 0 <= left < right <= WIDTH + 1
        assert -1 <= top < bottom <= HEIGHT + 100
