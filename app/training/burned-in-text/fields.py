"""What made-up pictures are made of: random fields and soft shapes.

All are float arrays of SIDE × SIDE; lengths are in pixels, angles in radians.
A place is a pair (y, x) of such arrays that says of each pixel where it lies; bent places bend the shapes that are drawn with them.
"""
import numpy as np

SIDE = 512


def field(rng, slope, low=None, high=None):
    """Gaussian random field of power spectrum 1 / f^slope, mean 0, deviation 1, between two frequencies (cycles a pixel) if given."""
    rows = np.fft.fftfreq(SIDE)
    columns = np.fft.rfftfreq(SIDE)
    frequency = np.hypot(*np.meshgrid(rows, columns, indexing='ij'))
    frequency[0, 0] = 1
    amplitude = frequency ** (-slope / 2)
    if low is not None:
        amplitude *= np.exp(-(low / frequency) ** 2)
    if high is not None:
        amplitude *= np.exp(-(frequency / high) ** 2)
    waves = rng.normal(size=frequency.shape) + 1j * rng.normal(size=frequency.shape)
    made = np.fft.irfft2(amplitude * waves, s=(SIDE, SIDE))
    return (made - made.mean()) / (made.std() + 1e-9)


def grid():
    """The place of each pixel."""
    along = np.arange(SIDE, dtype=float)
    return np.meshgrid(along, along, indexing='ij')


def bent(rng, strength, frequency):
    """The place of each pixel, moved by about so many pixels, in waves of about twice this frequency (cycles a pixel)."""
    y, x = grid()
    return y + strength * field(rng, 3, high=frequency * 2), x + strength * field(rng, 3, high=frequency * 2)


def turned(place, centre, angle):
    """Distances from the centre along the two axes that are turned by the angle."""
    y, x = place[0] - centre[0], place[1] - centre[1]
    return y * np.cos(angle) + x * np.sin(angle), x * np.cos(angle) - y * np.sin(angle)


def inside(depth, edge):
    """1 deep inside, 0 far outside, softly between them over a depth of about the edge."""
    return 1 / (1 + np.exp(-np.clip(depth / edge, -30, 30)))


def ellipse(rng, place, centre, radii, edge):
    """1 in an ellipse that is turned at random, 0 outside."""
    u, v = turned(place, centre, rng.uniform(0, np.pi))
    return inside((1 - np.hypot(u / radii[0], v / radii[1])) * min(radii), edge)


def block(place, centre, halves, angle, edge, power):
    """1 in a block of such half sides, 0 outside: round at power 2, with sharper corners the higher it is."""
    u, v = turned(place, centre, angle)
    reach = (np.abs(u / halves[0]) ** power + np.abs(v / halves[1]) ** power) ** (1 / power)
    return inside((1 - reach) * min(halves), edge)


def near(rng, centre, spread):
    """A point about so far from another."""
    return centre + rng.normal(size=2) * spread


def cover(picture, shape, level):
    """The picture with the level where the shape is."""
    return picture * (1 - shape) + shape * level
