"""Where does a place stand on the map of the world? Equal Earth: every square kilometre takes the same room."""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt

WIDTH = 2000
"""Units from the western to the eastern edge, at the equator."""
NORTH, SOUTH = 84.0, -56.5
"""Latitudes at which the map ends: no city lies beyond them."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF = sqrt(3) / 2


def _upward(theta: float) -> float:
    return theta * (_A1 + _A2 * theta**2 + theta**6 * (_A3 + _A4 * theta**2))


_SCALE = WIDTH * _HALF * _A1 / (2 * pi)


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """The place of a point, in units of the map: to the right and down from its upper left corner.

    ``latitude`` and ``longitude`` are degrees (WGS 84); what lies beyond the map's edge is drawn at it. Source: Šavrič,
    Patterson and Jenny (2018), The Equal Earth map projection, doi:10.1080/13658816.2018.1504949.
    """
    theta = asin(_HALF * sin(radians(max(SOUTH, min(NORTH, latitude)))))
    slope = _A1 + 3 * _A2 * theta**2 + theta**6 * (7 * _A3 + 9 * _A4 * theta**2)
    right = radians(longitude) * cos(theta) / (_HALF * slope)
    return WIDTH / 2 + _SCALE * right, _TOP - _SCALE * _upward(theta)


_TOP = _SCALE * _upward(asin(_HALF * sin(radians(NORTH))))
HEIGHT = round(_TOP - _SCALE * _upward(asin(_HALF * sin(radians(SOUTH)))))
"""Units from the northern to the southern end."""
