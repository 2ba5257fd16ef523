"""Cuts pieces from pictures without writing, lays words over them, and says of each cell of 4 × 4 pixels whether writing lies there."""
import glob
import io
from typing import NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage

SIDE, CELL = 128, 4
ROOM = 16
"""Pixels that are repeated outwards at the edge of a picture, here as in Java."""
NOTHING, WRITING, NOT_ASKED = 0, 1, 2


class Grounds:
    """Pictures without writing from .npy files (count × 512 × 512, uint8) of a pattern, among them those that are drawn meanwhile."""
    LOOKS_AGAIN = 1500

    def __init__(self, pattern):
        self.pattern = pattern
        self.given = 0
        self.files = []

    def piece(self, rng, side):
        """A piece of side × side, float32, 0 to 255: perhaps made smaller, mirrored, of less or more contrast."""
        if self.given % self.LOOKS_AGAIN == 0:
            self.files = [np.load(path, mmap_mode='r') for path in sorted(glob.glob(self.pattern))]
        self.given += 1
        pictures = self.files[rng.integers(len(self.files))]
        picture = pictures[rng.integers(len(pictures))]
        return relit(rng, mirrored(rng, cut(rng, picture, side)))


def cut(rng, picture, side):
    """side × side of the means of 1, 4 or 16 pixels."""
    factor = int(rng.choice([1, 1, 1, 1, 2, 4] if side == SIDE else [1, 1, 2]))
    wide = side * factor
    y, x = rng.integers(0, len(picture) - wide + 1, 2)
    piece = picture[y:y + wide, x:x + wide]
    return piece if factor == 1 else piece.reshape(side, factor, side, factor).mean((1, 3))


def mirrored(rng, piece):
    """In one of the eight ways in which a square can lie."""
    way = rng.integers(8)
    if way & 1:
        piece = piece[::-1]
    if way & 2:
        piece = piece[:, ::-1]
    return piece.T if way & 4 else piece


def relit(rng, piece):
    piece = piece.astype(np.float32)
    if rng.random() < .3:
        contrast = rng.uniform(.3, 1)
        return piece * contrast + rng.uniform(0, 255 * (1 - contrast))
    if rng.random() < .25:
        return np.clip((piece - piece.mean()) * rng.uniform(1, 3) + rng.uniform(40, 200), 0, 255)
    return piece


class Ink(NamedTuple):
    """How a word is laid over: what is beside it, its grey level, that of the paper under it (or None), and how far they are apart."""
    style: str
    level: float
    paper: float
    contrast: float
    unevenness: float


def chosen_ink(rng, under):
    """Ink that can be told from the mean of what it is laid over (or from paper), lighter or darker; None if there is no such grey."""
    mean, unevenness = float(under.mean()), float(under.std())
    contrast = rng.uniform(30, 80) if rng.random() < .6 else rng.uniform(50, 230)
    style = rng.choice(['bare', 'outlined', 'shadowed', 'paper', 'faint'], p=[.6, .12, .1, .13, .05])
    dark = rng.random() < .35
    paper = None
    if style == 'paper':
        paper = rng.uniform(0, 255) if rng.random() < .6 else rng.choice([0., 255.])
        mean, unevenness = paper, 0
    first, other = (mean - contrast, mean + contrast) if dark else (mean + contrast, mean - contrast)
    for level in (first, other):
        if 0 <= level <= 255:
            return Ink(style, level, paper, contrast, unevenness)
    return None


def turned(rng, mask):
    """Now and then the word goes up or down, stands on its head, is mirrored, or slants by up to 10 degrees."""
    way = rng.random()
    if way < .05:
        return np.rot90(mask)
    if way < .10:
        return np.rot90(mask, 3)
    if way < .12:
        return np.rot90(mask, 2)
    if way < .15:
        return mask[:, ::-1]
    if way < .19:
        return np.clip(ndimage.rotate(mask, rng.uniform(-10, 10), order=1), 0, 1)
    return mask


def placed(rng, shape, side):
    """Upper left corner of a word: partly outside, or in half of the cases inside where it fits."""
    height, width = shape
    y = int(rng.integers(-height // 3, side - 2 * height // 3))
    x = int(rng.integers(-width // 2, max(1, side - width // 2)))
    if rng.random() < .5:
        if height < side:
            y = int(rng.integers(0, side - height))
        if width < side:
            x = int(rng.integers(0, side - width))
    return y, x


def put(piece, mask, y, x, level, amount=1.0):
    """Mixes the level into the piece as much as the mask (0 to 1) says; what lies outside is left out."""
    top, left = max(0, y), max(0, x)
    bottom, right = min(len(piece), y + mask.shape[0]), min(len(piece), x + mask.shape[1])
    if bottom <= top or right <= left:
        return
    share = mask[top - y:bottom - y, left - x:right - x] * amount
    piece[top:bottom, left:right] = piece[top:bottom, left:right] * (1 - share) + level * share


def lay(rng, piece, mask, y, x, ink):
    """The word, and before it what its style asks for."""
    opposite = 0. if ink.level > 127 else 255.
    if ink.style == 'outlined':
        outline = rng.uniform(0, 255) if rng.random() < .5 else opposite
        for down in (-1, 0, 1):
            for right in (-1, 0, 1):
                put(piece, mask, y + down, x + right, outline)
    elif ink.style == 'shadowed':
        put(piece, mask, y + 1, x + 1, opposite)
    elif ink.style == 'paper':
        rim = int(rng.integers(1, 7))
        height, width = mask.shape
        piece[max(0, y - rim):y + height + rim, max(0, x - rim):x + width + rim] = ink.paper
    put(piece, mask, y, x, ink.level, rng.uniform(.75, 1) if ink.style == 'faint' else 1.0)


def asked(rng, letters, height, ink):
    """Whether a word of this height (pixels as the network sees them) can be expected to be found."""
    meets_its_own_grey = ink.unevenness > .7 * ink.contrast
    if meets_its_own_grey and rng.random() < .6:
        return False
    return letters >= 2 and 4.5 <= height <= 30


def write(rng, piece, label, word, scale):
    """Lays a word over the piece and marks its rectangle in the label, unless it would touch another or nobody could see it.

    piece: side × side, float32. label: likewise, uint8. scale: by how much the piece is made smaller later.
    """
    ink_of_word, letters, _, _ = word
    mask = turned(rng, ink_of_word.astype(np.float32) / 255)
    height, width = mask.shape
    y, x = placed(rng, mask.shape, len(piece))
    top, left, bottom, right = max(0, y), max(0, x), min(len(piece), y + height), min(len(piece), x + width)
    if bottom - top < 4 or right - left < 4:
        return
    apart = max(3, height // 3)
    if label[max(0, top - apart):bottom + apart, max(0, left - apart):right + apart].any():
        return
    ink = chosen_ink(rng, piece[top:bottom, left:right])
    if ink is None:
        return
    mark = WRITING if asked(rng, letters, min(mask.shape) * scale, ink) else NOT_ASKED
    lay(rng, piece, mask, y, x, ink)
    label[top:bottom, left:right] = mark


def spoiled(rng, piece):
    """Blurred, noisy or through JPEG in a third of the cases; whole grey levels, 0 to 255."""
    way = rng.random()
    if way < .08:
        piece = ndimage.gaussian_filter(piece, rng.uniform(.3, .7))
    elif way < .2:
        piece = piece + rng.normal(size=piece.shape) * rng.uniform(1, 8)
    elif way < .32:
        written = io.BytesIO()
        Image.fromarray(np.clip(piece, 0, 255).astype(np.uint8)).save(written, 'JPEG', quality=int(rng.integers(40, 96)))
        piece = np.asarray(Image.open(written), dtype=np.float32)
    return np.round(np.clip(piece, 0, 255))


def quarters(array):
    """The four pixels of each square of two."""
    return array[0::2, 0::2], array[1::2, 0::2], array[0::2, 1::2], array[1::2, 1::2]


def halved(piece, label):
    """Means of four pixels, rounded as Java does; the highest of four labels."""
    return np.floor((sum(quarters(piece)) + 2) / 4), np.maximum.reduce(quarters(label))


def with_edge(rng, piece, label):
    """At one side the last row is repeated outwards, as around a whole picture; there nothing is asked beside writing."""
    turns = rng.integers(4)
    piece, label = np.rot90(piece, turns).copy(), np.rot90(label, turns).copy()
    piece[:ROOM] = piece[ROOM]
    label[:ROOM] = np.where(label[ROOM] > 0, NOT_ASKED, NOTHING)
    return np.rot90(piece, -turns), np.rot90(label, -turns)


def answers(label):
    """Of each cell, float32: whether writing covers it to a half, and how much its answer weighs.

    Nothing is asked where writing covers less, little beside writing: boxes get a margin anyway.
    """
    def share(mark):
        cells = len(label) // CELL
        return (label == mark).reshape(cells, CELL, cells, CELL).mean((1, 3))

    writing = share(WRITING)
    target = (writing >= .5).astype(np.float32)
    weight = np.where((writing > 0) & (writing < .5) | (share(NOT_ASKED) > 0), 0., 1.).astype(np.float32)
    weight[ndimage.binary_dilation(writing > 0) & (writing == 0)] = .2
    return target, weight


class Samples:
    """Pieces with words of three pools (see words.py): large ones are drawn on twice the side and halved."""

    def __init__(self, rng, grounds, words, large, small):
        self.rng = rng
        self.grounds = grounds
        self.words = words
        self.large = large
        self.small = small

    def one(self):
        """Grey levels (SIDE × SIDE, uint8), and target and weight of its cells (SIDE / 4 × SIDE / 4, float32)."""
        rng = self.rng
        big = rng.random() < .33
        side = 2 * SIDE if big else SIDE
        piece = self.grounds.piece(rng, side)
        label = np.zeros((side, side), np.uint8)
        count = rng.choice([0, 1, 2, 3, 5], p=[.4, .2, .16, .14, .1])
        pool = self.large if big else self.small if rng.random() < .45 else self.words
        for _ in range(count):
            write(rng, piece, label, pool[rng.integers(len(pool))], .5 if big else 1)
        piece = spoiled(rng, piece)
        if big:
            piece, label = halved(piece, label)
        if rng.random() < .25:
            piece, label = with_edge(rng, piece, label)
        return piece.astype(np.uint8), *answers(label)

    def batch(self, count):
        """count of them, stacked."""
        return [np.stack(parts) for parts in zip(*[self.one() for _ in range(count)])]
