"""Draws pictures without writing, of the textures of medical images: count × SIDE × SIDE grey levels (uint8, .npy).

plain: bodies, ultrasound, slides, noise, flat areas. like: three of four are mosaics, teeth or air cells, which look like rows of letters.
blocks: three of four are columns of blocks or hatching.
"""
import argparse
import os

import numpy as np
from scipy import ndimage

from fields import SIDE, field, grid
from graphics import with_graphics
from lookalikes import air_cells, hatching, mosaic, spine, teeth
from tissue import anatomy, nuclei, streaks, ultrasound

KINDS = ('plain', 'like', 'blocks')


def sharpened(rng, picture):
    amount = rng.uniform(.5, 2.5)
    return picture + amount * (picture - ndimage.gaussian_filter(picture, rng.uniform(.7, 2)))


def windowed(rng, picture):
    """The picture's range, or most of it, brought to some part of 0 to 255."""
    low, high = np.percentile(picture, [rng.uniform(0, 15), rng.uniform(85, 100)])
    if rng.random() < .5:
        low, high = picture.min(), picture.max()
    return (picture - low) / (high - low + 1e-6) * rng.uniform(120, 255) + rng.choice([0, 0, 0, rng.uniform(0, 60)])


def noisy(rng, picture):
    """With noise, fine or smooth, Gaussian or Rician; two of five pictures stay without."""
    strength = rng.choice([0, 0, rng.uniform(1, 6), rng.uniform(3, 14), rng.uniform(8, 26)])
    smooth = rng.choice([0, 0, .5, .8, 1.2])
    if rng.random() < .3:
        return np.hypot(picture + noise(rng, strength, smooth), noise(rng, strength, smooth))
    return picture + noise(rng, strength, smooth)


def noise(rng, strength, smooth):
    """Gaussian noise of that deviation, smoothed over so many pixels."""
    made = rng.normal(size=(SIDE, SIDE))
    if smooth:
        made = ndimage.gaussian_filter(made, smooth)
        made /= made.std()
    return made * strength


def enlarged(rng, picture):
    """A part of the picture, two or three times as large."""
    if rng.random() < .7:
        return ndimage.zoom(picture, 2, order=int(rng.integers(0, 3)))[:SIDE, :SIDE]
    return ndimage.zoom(picture, 3, order=1)[100:100 + SIDE, 100:100 + SIDE]


def slope(rng):
    y, x = grid()
    return rng.uniform(0, 255) + y * rng.normal() * .3 + x * rng.normal() * .3


def look_alike(rng, part):
    """part: 0 to 1, which of them."""
    if part < .4:
        return mosaic(rng)
    return teeth(rng) if part < .7 else air_cells(rng)


def textured(rng, kind):
    """What the picture shows, before noise and graphics."""
    part = rng.random()
    if kind == 'like' and part < .75:
        return windowed(rng, look_alike(rng, part / .75))
    if kind == 'blocks' and part < .75:
        return windowed(rng, spine(rng) if part / .75 < .6 else hatching(rng))
    if part < .06:
        return np.full((SIDE, SIDE), rng.uniform(0, 255))
    if part < .12:
        return slope(rng)
    if part < .24:
        return field(rng, rng.uniform(.4, 3.5)) * rng.uniform(8, 60) + rng.uniform(30, 200)
    if part < .36:
        return ultrasound(rng)
    if part < .42:
        return nuclei(rng)
    if part < .55:
        plain = rng.random() < .6
        picture = streaks(rng)
        return windowed(rng, picture if plain else sharpened(rng, picture))
    return windowed(rng, anatomy(rng))


def ground(rng, kind):
    """One picture: SIDE × SIDE, uint8."""
    picture = textured(rng, kind)
    if rng.random() < .12:
        picture = sharpened(rng, picture)
    picture = noisy(rng, picture)
    if rng.random() < .3:
        picture = with_graphics(rng, picture)
    if rng.random() < .15:
        picture = 255 - picture
    picture = np.clip(picture, 0, 255)
    if rng.random() < .15:
        picture = np.clip(enlarged(rng, picture), 0, 255)
    return np.round(picture).astype(np.uint8)


def main():
    parser = argparse.ArgumentParser(description='Draws pictures without writing.')
    parser.add_argument('count', type=int)
    parser.add_argument('seed', type=int)
    parser.add_argument('out', help='a file to write, .npy')
    parser.add_argument('kind', choices=KINDS)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    pictures = np.stack([ground(rng, options.kind) for _ in range(options.count)])
    # under its name only when whole: a training that runs looks for new files
    part = options.out + '.part'
    with open(part, 'wb') as out:
        np.save(out, pictures)
    os.replace(part, options.out)


if __name__ == '__main__':
    main()
