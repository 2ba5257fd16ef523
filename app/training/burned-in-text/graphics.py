"""Graphics that are no writing, drawn into a picture: lines, ticks, frames, bars, traces, crosses, circles, dots, checks, patches.

Each takes the generator, the picture (floats, SIDE × SIDE, changed), its upper left or middle row and column, and a grey level. What would
lie beyond the picture is left out.
"""
import numpy as np
from scipy import ndimage

from fields import SIDE, grid


def ruler(rng, picture, y, x, level):
    step, count = int(rng.integers(4, 30)), int(rng.integers(5, 40))
    if rng.random() < .5:
        ruler_down(rng, picture, y, x, level, step, count)
    else:
        ruler_down(rng, picture.T, x, y, level, step, count)


def ruler_down(rng, picture, y, x, level, step, count):
    """Ticks to the right, each fifth longer, and often the line that they stand on."""
    for i in range(count):
        length = int(rng.integers(3, 6)) if i % 5 else int(rng.integers(5, 12))
        if y + i * step < SIDE:
            picture[y + i * step, x:x + length] = level
    if rng.random() < .5:
        picture[y:y + count * step, x] = level


def frame(rng, picture, y, x, level):
    width, height = rng.integers(10, 300, 2)
    line = int(rng.integers(1, 3))
    part = picture[y:y + height, x:x + width]
    part[:line] = level
    part[-line:] = level
    part[:, :line] = level
    part[:, -line:] = level


def grey_bar(rng, picture, y, x, level):
    """From white to black; its level is not asked for."""
    height, width = int(rng.integers(60, 300)), int(rng.integers(6, 24))
    part = picture[y:y + height, x:x + width]
    part[...] = np.linspace(255, 0, height)[:part.shape[0], None]


def trace(rng, picture, y, x, level):
    """A curve over time, as of a heart's beat or breath."""
    columns = np.arange(x, min(SIDE, x + int(rng.integers(80, 400))))
    curve = ndimage.gaussian_filter1d(rng.normal(size=len(columns)), rng.uniform(1, 6)) * rng.uniform(5, 60)
    rows = (y + curve).astype(int)
    for i in range(len(columns) - 1):
        top, bottom = sorted(rows[i:i + 2])
        picture[max(0, top):max(0, bottom + 1), columns[i]] = level


def dashes(rng, picture, y, x, level):
    """A line of dots or dashes in any direction."""
    step, on = int(rng.integers(2, 14)), int(rng.integers(1, 5))
    length = int(rng.integers(40, 400))
    line = int(rng.integers(1, 3))
    angle = rng.choice([0, np.pi / 2, rng.uniform(0, np.pi)])
    for i in range(length):
        if i % step >= min(on, step - 1):
            continue
        row, column = int(y + i * np.sin(angle)), int(x + i * np.cos(angle))
        if 0 <= row < SIDE - line and 0 <= column < SIDE - line:
            picture[row:row + line, column:column + line] = level


def cross(rng, picture, y, x, level):
    arm = int(rng.integers(3, 30))
    line = int(rng.integers(1, 3))
    picture[y:y + line, max(0, x - arm):x + arm] = level
    picture[max(0, y - arm):y + arm, x:x + line] = level


def circle(rng, picture, y, x, level):
    rows, columns = grid()
    radius = rng.uniform(4, 80)
    picture[np.abs(np.hypot(rows - y, columns - x) - radius) < rng.uniform(.5, 1.5)] = level


def checks(rng, picture, y, x, level):
    """Checks or upright stripes."""
    side = int(rng.integers(1, 10))
    height, width = rng.integers(10, 120, 2)
    part = picture[y:y + height, x:x + width]
    rows, columns = np.indices(part.shape) // side
    odd = (rows + columns) % 2 if rng.random() < .5 else columns % 2
    part[odd == 1] = level


def patches(rng, picture, y, x, level):
    """Solid rectangles anywhere; place and level are not asked for."""
    for _ in range(int(rng.integers(1, 5))):
        height, width = rng.integers(2, 60, 2)
        top, left = rng.integers(0, SIDE - 60, 2)
        picture[top:top + height, left:left + width] = rng.uniform(0, 255)


KINDS = [ruler, frame, grey_bar, trace, dashes, cross, circle, checks, patches]


def with_graphics(rng, picture):
    """A copy of the picture with one to five of them."""
    drawn = picture.copy()
    for _ in range(rng.integers(1, 6)):
        level = rng.uniform(0, 255)
        kind = KINDS[rng.integers(0, len(KINDS))]
        y, x = rng.integers(10, SIDE - 60, 2)
        kind(rng, drawn, int(y), int(x), level)
    return drawn
