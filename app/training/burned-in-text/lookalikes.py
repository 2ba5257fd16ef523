"""Made-up bodies with what looks like rows of letters and is none. Grey levels as floats of SIDE × SIDE, of any range."""
import numpy as np
from scipy import ndimage

from fields import SIDE, bent, block, cover, ellipse, field, grid, near, turned
from tissue import anatomy


def mosaic(rng):
    """Many small slices of one to three bodies side by side, some left out."""
    tile = int(rng.choice([24, 32, 48, 64, 85, 128]))
    rows = SIDE // tile + 1
    bodies = [anatomy(rng) for _ in range(int(rng.integers(1, 4)))]
    small = [ndimage.zoom(ndimage.gaussian_filter(body, SIDE / tile / 2.5), tile / SIDE, order=1) for body in bodies]
    out = np.zeros((rows * tile, rows * tile))
    for i in range(rows * rows):
        y, x = i // rows * tile, i % rows * tile
        drawn = small[i * len(small) // (rows * rows)] * (1 + .3 * np.sin(i * .2)) + rng.normal() * 3
        left_out = rng.random() < .1
        out[y:y + tile, x:x + tile] = 0 if left_out else drawn
    return out[:SIDE, :SIDE]


def teeth(rng):
    """Arches of bright ellipses, some with a dark inside, over a dim body."""
    picture = anatomy(rng) * rng.uniform(.1, .6)
    for _ in range(int(rng.integers(1, 4))):
        picture = arch(rng, picture)
    return picture


def arch(rng, picture):
    centre = rng.uniform(150, 360, 2)
    radius = rng.uniform(40, 200)
    span = rng.uniform(1, 3)
    count = int(rng.integers(4, 16))
    start = rng.uniform(0, 2 * np.pi)
    width = radius * span / count * rng.uniform(.3, .48)
    level = rng.uniform(60, 255)
    place = grid()
    for i in range(count):
        angle = start + i * span / count
        at = centre + radius * np.array([np.sin(angle), np.cos(angle)])
        radii = max(1.5, width * rng.uniform(.8, 1.1)), max(1.5, width * rng.uniform(1, 2))
        picture = cover(picture, ellipse(rng, place, at, radii, rng.uniform(.3, 1)), level)
        if rng.random() < .5:
            picture -= ellipse(rng, place, at, (max(1, width * .4), max(1, width * .5)), .5) * level * .5
    return picture


def air_cells(rng):
    """Dense bone with many small holes; soft layers with ripples."""
    picture = anatomy(rng)
    for _ in range(int(rng.integers(1, 5))):
        centre = rng.uniform(80, 430, 2)
        size = rng.uniform(15, 60)
        bone = ellipse(rng, bent(rng, 4, .02), centre, (size, size * rng.uniform(.4, 1)), 1)
        picture = cover(picture, bone, rng.uniform(120, 255))
        for _ in range(int(rng.integers(4, 40))):
            picture = hole(rng, picture, centre, size)
    if rng.random() < .5:
        y, x = grid()
        phase = field(rng, 3) * 6 + y * rng.uniform(0, .8) + x * rng.uniform(0, .8)
        picture = picture + np.sin(phase) * rng.uniform(3, 30) * (field(rng, 3) > .3)
    return picture


def hole(rng, picture, centre, size):
    """The picture with a dark hole somewhere in a bone of that size."""
    radius = rng.uniform(1.2, size / 4 + 1.3)
    shape = ellipse(rng, grid(), near(rng, centre, size / 2), (radius, radius * rng.uniform(.5, 1)), .6)
    return cover(picture, shape, rng.uniform(0, 60))


def spine(rng):
    """Columns of like blocks: vertebrae with discs between, their arches, ribs cut across; straight or bent, sharp or soft."""
    picture = anatomy(rng) * rng.uniform(.2, 1)
    place = bent(rng, rng.uniform(0, 3), .01)
    for _ in range(int(rng.integers(1, 5))):
        picture = column(rng, picture, place)
    return picture


def column(rng, picture, place):
    """The picture with one column of blocks more; levels are relative to the mean of the picture."""
    count = int(rng.integers(3, 22))
    step = rng.uniform(7, 60)
    y, x = rng.uniform(30, 300), rng.uniform(60, 450)
    angle = rng.choice([np.pi / 2, np.pi / 2, 0., rng.uniform(0, np.pi)])
    bend = rng.normal() * .05
    height, width = step * rng.uniform(.2, .47), step * rng.uniform(.25, .9)
    level, other = rng.uniform(-120, 160), rng.uniform(-160, 160)
    edge = rng.choice([.05, .3, .8, 2])
    power = rng.choice([2., 3., 8., 20.])
    hollow = rng.random() < .5
    discs = rng.random() < .4
    wander = rng.uniform(0, .12)
    for _ in range(count):
        turn = angle - np.pi / 2 + rng.normal() * wander
        scale = 1 + rng.normal() * .08
        h, w = height * scale, width * scale
        picture = cover(picture, block(place, (y, x), (h, w), turn, edge, power), picture.mean() + level)
        if hollow:
            halves = max(.8, h - rng.uniform(1, 3)), max(.8, w - rng.uniform(1, 3))
            picture = cover(picture, block(place, (y, x), halves, turn, edge, power), picture.mean() + other)
        if discs:
            at = y + np.sin(angle) * step / 2, x + np.cos(angle) * step / 2
            halves = max(.7, step / 2 - height - 1), width * .9
            picture = cover(picture, block(place, at, halves, turn, edge, 3.), picture.mean() + other)
        y += np.sin(angle) * step
        x += np.cos(angle) * step
        angle += bend
        step *= 1 + rng.normal() * .01
    return picture


def hatching(rng):
    """Stripes, grids and folded lines inside soft borders: air cells, muscle, folia, gyri."""
    picture = anatomy(rng) * rng.uniform(.3, 1)
    place = bent(rng, rng.uniform(0, 12), .02)
    for _ in range(int(rng.integers(2, 7))):
        centre = rng.uniform(80, 430, 2)
        shape = ellipse(rng, place, centre, rng.uniform(12, 110, 2), rng.uniform(.1, 2))
        lines = ndimage.gaussian_filter(hatch(rng, place), rng.choice([.01, .4, .8]))
        picture = cover(picture, shape, rng.uniform(0, 200) + lines * rng.normal() * 90)
    return picture


def hatch(rng, place):
    """0 and 1 in stripes, in lines that cross, in islands between such lines, or in folded stripes, of periods of 3 to 24 pixels."""
    angle = rng.uniform(0, np.pi)
    period, other = rng.uniform(3, 24), rng.uniform(3, 24)
    u, v = turned(place, (0, 0), angle)
    kind = rng.integers(0, 4)
    if kind == 0:
        made = (u % period) < period * rng.uniform(.15, .6)
    elif kind == 1:
        made = ((u % period) < period * .25) | ((v % other) < other * .25)
    elif kind == 2:
        made = ((u % period) < period * .6) & ((v % other) < other * .6)
    else:
        folded = u + np.sin(v / rng.uniform(3, 20)) * rng.uniform(1, 14)
        made = (folded % period) < period * rng.uniform(.15, .5)
    return made.astype(float)
