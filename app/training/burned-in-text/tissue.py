"""Made-up tissue: bodies with organs and bone, slides, sectors of ultrasound, metal.

Grey levels as floats of SIDE × SIDE, of any range.
"""
import numpy as np
from scipy import ndimage

from fields import SIDE, bent, ellipse, field, grid, near


def anatomy(rng):
    """Nested soft shapes: body, organs, bone with a dense rim, vessels, texture."""
    place = bent(rng, rng.uniform(2, 16), rng.uniform(.004, .02))
    centre = rng.uniform(200, 312, 2)
    body = ellipse(rng, place, centre, (rng.uniform(150, 240), rng.uniform(150, 250)), rng.uniform(.5, 2))
    picture = body * rng.uniform(40, 130)
    for _ in range(rng.integers(5, 40)):
        picture += body * organ(rng, place, centre)
    if rng.random() < .6:
        picture += body * bones(rng, place, centre)
    if rng.random() < .6:
        picture += body * vessels(rng) * rng.uniform(20, 140)
    if rng.random() < .5:
        picture += body * gyri(rng) * rng.uniform(10, 70)
    if rng.random() < .3:
        mesh = trabeculae(rng)
        part = ellipse(rng, place, near(rng, centre, 60), (rng.uniform(20, 90), rng.uniform(20, 90)), 2)
        picture += part * mesh * rng.uniform(20, 90)
    return picture + body * field(rng, rng.uniform(.5, 3)) * rng.uniform(1, 14)


def organ(rng, place, centre):
    """Lighter or darker than the body, now and then with a light rim."""
    size = 10 ** rng.uniform(.4, 2.0)
    at = near(rng, centre, 90)
    shape = ellipse(rng, place, at, (size * rng.uniform(.4, 1.3), size * rng.uniform(.4, 1.3)), rng.uniform(.4, 3))
    levels = shape * rng.normal() * 45
    if rng.random() < .25:
        levels += shape * (1 - shape) * 4 * rng.uniform(20, 160)
    return levels


def bones(rng, place, centre):
    """Shells with a darker inside, perhaps a skull, perhaps a row of beads."""
    picture = np.zeros((SIDE, SIDE))
    for _ in range(rng.integers(2, 14)):
        size = rng.uniform(4, 30)
        at = near(rng, centre, 100)
        shell = ellipse(rng, place, at, (size, size * rng.uniform(.4, 1)), rng.uniform(.4, 1.5))
        marrow = ellipse(rng, place, at, (max(1, size - rng.uniform(2, 5)), max(1, size * .6 - 2)), 1)
        picture += shell * rng.uniform(60, 200) - marrow * rng.uniform(20, 100)
    if rng.random() < .4:
        picture += skull(rng, place, centre)
    if rng.random() < .4:
        picture += beads(rng, place, centre)
    return picture


def skull(rng, place, centre):
    height = rng.uniform(120, 200)
    width = rng.uniform(100, 170)
    thickness = rng.uniform(3, 14)
    out = np.hypot((place[0] - centre[0]) / height, (place[1] - centre[1]) / width)
    return np.exp(-((out - 1) * height / thickness) ** 2) * rng.uniform(80, 220)


def beads(rng, place, centre):
    """A bent row of like things: vertebrae, teeth, ribs cut across."""
    picture = np.zeros((SIDE, SIDE))
    count = rng.integers(3, 16)
    y, x = near(rng, centre, 80)
    angle = rng.uniform(0, 2 * np.pi)
    step = rng.uniform(6, 40)
    bend = rng.normal() * .12
    height = rng.uniform(.25, .48) * step
    width = rng.uniform(.3, 1.0) * step
    level = rng.uniform(40, 180)
    hollow = rng.random() < .5
    for _ in range(count):
        picture += ellipse(rng, place, (y, x), (height, width), .7) * level
        if hollow:
            picture -= ellipse(rng, place, (y, x), (max(1, height - 2), max(1, width - 2)), .7) * level * .7
        y += np.sin(angle) * step
        x += np.cos(angle) * step
        angle += bend
    return picture


def vessels(rng):
    """Winding tubes and dots, smooth, from 0 to 1.5."""
    picture = np.zeros((SIDE, SIDE))
    for _ in range(rng.integers(5, 60)):
        y, x, angle = rng.uniform(60, 450), rng.uniform(60, 450), rng.uniform(0, 2 * np.pi)
        width = rng.uniform(.6, 4)
        for _ in range(rng.integers(1, 120)):
            row, column = int(y), int(x)
            if not (8 < row < SIDE - 8 and 8 < column < SIDE - 8):
                break
            picture[row, column] = max(picture[row, column], width)
            y += np.sin(angle)
            x += np.cos(angle)
            angle += rng.normal() * .18
            if rng.random() < .01:
                width *= .7
    return np.clip(ndimage.gaussian_filter(picture, rng.uniform(.5, 1.6)) * 3, 0, 1.5)


def gyri(rng):
    """Folds of like width, from -1 to 1."""
    waves = field(rng, 0, low=rng.uniform(.01, .04), high=rng.uniform(.04, .1))
    return np.tanh(waves * rng.uniform(1, 4))


def trabeculae(rng):
    """The mesh inside of bone, about from -1 to 1."""
    waves = field(rng, 0, low=rng.uniform(.04, .12), high=rng.uniform(.12, .3))
    return np.abs(waves) - .8 if rng.random() < .5 else np.tanh(waves * 2)


def nuclei(rng):
    """A slide: many dark spots on light tissue."""
    picture = 200 + field(rng, 2.2) * rng.uniform(5, 30)
    spots = np.zeros((SIDE, SIDE))
    for _ in range(rng.integers(100, 900)):
        y, x = rng.integers(0, SIDE, 2)
        spots[y, x] = rng.uniform(.4, 1)
    size = rng.uniform(1, 4)
    # a blurred point is 1 / (2 pi size^2) high
    spots = ndimage.gaussian_filter(spots, size) * size * size * 6.3
    picture -= np.clip(spots * rng.uniform(1, 3), 0, 1) * rng.uniform(40, 150)
    return picture + field(rng, .8) * rng.uniform(0, 12)


def ultrasound(rng):
    """Speckle with dark cysts, often compressed by a logarithm, often within a sector."""
    picture = np.hypot(field(rng, 0, high=rng.uniform(.06, .25)), field(rng, 0, high=rng.uniform(.06, .25)))
    if rng.random() < .7:  # a beam is wider than deep
        picture = ndimage.gaussian_filter1d(picture, rng.uniform(.5, 4), axis=1) * 1.2
    picture = picture * np.exp(field(rng, 2.5) * rng.uniform(.3, 1.2)) * rng.uniform(15, 70)
    for _ in range(rng.integers(0, 8)):
        at = rng.uniform(50, 460, 2)
        picture *= 1 - .95 * ellipse(rng, grid(), at, (rng.uniform(5, 60), rng.uniform(5, 60)), 3)
    if rng.random() < .7:
        picture = 60 * np.log1p(picture / rng.uniform(5, 30))
    if rng.random() < .7:
        picture = np.where(sector(rng), picture, rng.choice([0, 0, 20]))
    return picture


def sector(rng):
    """Where a convex probe at the upper edge sees (bool)."""
    top = rng.uniform(-120, 20)
    middle = SIDE / 2 + rng.normal() * 30
    half_angle = rng.uniform(.4, .9)
    y, x = grid()
    depth = np.hypot(y - top, x - middle)
    angle = np.abs(np.arctan2(x - middle, y - top))
    return (angle < half_angle) & (depth > rng.uniform(20, 160)) & (depth < rng.uniform(400, 600))


def streaks(rng):
    """Rays from bits of metal over a body."""
    picture = anatomy(rng)
    y, x = grid()
    for _ in range(rng.integers(1, 5)):
        at_y, at_x = rng.uniform(120, 400, 2)
        turn = np.arctan2(y - at_y, x - at_x) / (2 * np.pi) % 1
        distance = np.hypot(y - at_y, x - at_x) + 4
        rays = rays_around(rng)
        levels = np.interp(turn * len(rays), np.arange(len(rays)), rays)
        picture += levels * rng.uniform(10, 80) * np.minimum(1, rng.uniform(20, 200) / distance)
        if rng.random() < .8:
            picture += (distance < rng.uniform(5, 14)) * 200
    return picture


def rays_around(rng, steps=2048):
    """How bright it is in each direction of a full turn, deviation 1."""
    frequency = np.fft.rfftfreq(steps, 1 / steps)
    amplitude = np.where(frequency > 0, np.maximum(frequency, 1) ** -.5, 0) * np.exp(-(frequency / rng.uniform(30, 400)) ** 2)
    waves = rng.normal(size=frequency.shape) + 1j * rng.normal(size=frequency.shape)
    levels = np.fft.irfft(amplitude * waves, steps)
    return levels / (levels.std() + 1e-9)
