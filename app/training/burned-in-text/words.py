"""Draws words with many fonts and keeps pools of them: words.pkl, large.pkl, small.pkl to train with, held.pkl to measure with.

A pool is a list of (ink, letters, size, family): how much of each pixel is ink (rows × columns, uint8, cut to where ink is), the number of
letters without spaces, the size that the font was asked for in pixels, the family of the font.
"""
import pickle
import random
import subprocess
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

HELD_OUT = ('Nimbus', 'URW', 'C059', 'P052', 'Z003', 'D050', 'Lato', 'Liberation Serif', 'DejaVu Serif')
NO_LETTERS = ('Symbol', 'Dingbat', 'Emoji', 'Math', 'OpenSymbol', 'Standard Symbols', 'Z003', 'D050', 'Initials')
COMMON = ('DejaVu', 'Liberation', 'Free', 'Vera', 'Roboto', 'Noto Sans', 'Open', 'Terminus', 'Carlito', 'Hack')
NARROW = ('Narrow', 'Cond')
OUTLINES = ('.ttf', '.otf', '.ttc', '.t1', '.pfb')
WIDEST = 420

FAMILY_NAMES = (
    "MUELLER Andersson Nguyen O'NEIL Li SCHMIDT Kowalska DOE Virtanen Ivanov Strand Hansen Garcia ROSSI Silva Smith JONES Okafor Tanaka "
    'Wang Papadopoulos Horvat Nilsson Berg Dubois Fischer Weber Jansen').split()
GIVEN_NAMES = 'Anna JOHN Maria Bo KARL Liisa Ida WILHELMINA Tom Eva Pedro Yuki Amina Lars Olga Hugo Mia Noah'.split()
LABELS = (
    'ID:|DOB|Se: 3|Im: 12/40|kV 120|mA 200|Hospital|St. Olav|MI 1.2|TIs 0.4|Acc:|TR 450|TE 12.0|12 cm|Dr. House|W 400 L 40|F 063Y|M/34|'
    'Zoom 100%|FOV 240|HFS|AP|PORTABLE|ERECT|Left|RIGHT|Ex: 4711|CT|Thick 5.0mm|University Hospital|Karolinska|ACHIEVA|C+|23 Hz|Gain 50|'
    'fps|Study|Name|Birth|Sex: F|MRN|Ward 4B').split('|')
CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
DIGITS = '0123456789'
MIXED = CAPITALS + CAPITALS.lower() + DIGITS + '.-:/'
ALPHABETS = [CAPITALS, CAPITALS.lower(), DIGITS, MIXED]
OTHER_ALPHABETS = [
    'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯабвгдежзиклмнопрстуфхцчшыьэюя',
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω',
    'ÅÄÖØÆÜÉÈÑÇåäöøæüéèñç']


class Font(NamedTuple):
    path: str
    index: int
    family: str
    style: str


def fonts():
    """Scalable fonts of this machine with the letters of English, in a fixed order."""
    form = '%{file}|%{index}|%{family[0]}|%{style[0]}|%{scalable}\n'
    listed = subprocess.run(['fc-list', ':lang=en', '--format', form], capture_output=True, text=True, check=True).stdout
    found = []
    for line in sorted(set(listed.splitlines())):
        path, index, family, style, scalable = line.split('|')
        # an index above 20 names a variation of a variable font
        if scalable != 'True' or int(index) > 20 or has_any(family, NO_LETTERS) or not path.lower().endswith(OUTLINES):
            continue
        found.append(Font(path, int(index), family, style))
    return found


def has_any(name, parts):
    return any(part in name for part in parts)


def is_common(font):
    """Whether programs use it rather than a curiosity: of Noto Sans, only that of Latin letters."""
    return has_any(font.family, COMMON) and 'Noto Sans ' not in font.family.replace('Noto Sans Mono', '')


def letters(rng, alphabet, least, most):
    return ''.join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def name_with_comma(rng):
    return rng.choice(FAMILY_NAMES) + ', ' + rng.choice(GIVEN_NAMES)


def name_with_caret(rng):
    return rng.choice(FAMILY_NAMES) + '^' + rng.choice(GIVEN_NAMES)


def family_name(rng):
    return rng.choice(FAMILY_NAMES)


def given_name(rng):
    return rng.choice(GIVEN_NAMES)


def short_number(rng):
    return letters(rng, DIGITS, 2, 4)


def long_number(rng):
    return letters(rng, DIGITS, 5, 12)


def date_with_points(rng):
    return '%02d.%02d.%d' % (rng.randint(1, 28), rng.randint(1, 12), rng.randint(1920, 2026))


def date_with_dashes(rng):
    """The year first, and often a time."""
    day = '%d-%02d-%02d' % (rng.randint(1920, 2026), rng.randint(1, 12), rng.randint(1, 28))
    time = ' %02d:%02d' % (rng.randrange(24), rng.randrange(60))
    return day + rng.choice(['', time])


def date_with_slashes(rng):
    return '%02d/%02d/%02d' % (rng.randint(1, 28), rng.randint(1, 12), rng.randrange(100))


def label(rng):
    return rng.choice(LABELS)


def some_words(rng):
    alphabets = [rng.choice(ALPHABETS) for _ in range(rng.randint(1, 3))]
    return ' '.join(letters(rng, alphabet, 2, 9) for alphabet in alphabets)


def other_letters_or_personal_number(rng):
    if rng.random() < .5:
        return ''.join(rng.choice(rng.choice(OTHER_ALPHABETS)) for _ in range(rng.randint(3, 10)))
    return '%06d-%04d' % (rng.randrange(999999), rng.randrange(9999))


def any_letters(rng):
    return letters(rng, MIXED, 2, 14)


KINDS = [
    name_with_comma, name_with_caret, family_name, given_name, short_number, long_number, date_with_points, date_with_dashes,
    date_with_slashes, label, label, some_words, other_letters_or_personal_number, any_letters]


def text(rng):
    """What somebody may write into a picture."""
    return KINDS[rng.randrange(len(KINDS))](rng)


def draw(font, size, said, smooth):
    """Ink of each pixel, 0 to 255 (0 or 255 if not smooth), cut to the ink; None where nothing or too much would be drawn."""
    face = ImageFont.truetype(font.path, size, index=font.index)
    left, top, right, bottom = face.getbbox(said)
    width = right - left + 2
    height = bottom - top + 2
    if width < 3 or height < 3 or width > WIDEST:
        return None
    image = Image.new('L' if smooth else '1', (width, height), 0)
    ImageDraw.Draw(image).text((1 - left, 1 - top), said, font=face, fill=255 if smooth else 1)
    ink = np.asarray(image.convert('L'))
    rows, columns = np.nonzero(ink > 60)
    if len(rows) == 0:
        return None
    return ink[rows.min():rows.max() + 1, columns.min():columns.max() + 1].copy()


def pool(rng, count, smallest, largest, choice):
    """So many words of the fonts in choice, sizes in pixels and evenly spread by their logarithm; common fonts more often."""
    common = [font for font in choice if is_common(font)]
    drawn = []
    while len(drawn) < count:
        font = rng.choice(common) if common and rng.random() < .6 else rng.choice(choice)
        size = int(round(smallest * (largest / smallest) ** rng.random()))
        said = text(rng)
        smooth = rng.random() < .65
        try:
            ink = draw(font, size, said, smooth)
        except OSError:  # some fonts cannot be drawn at some sizes
            continue
        if ink is not None and min(ink.shape) >= 4:
            drawn.append((ink, len(said.replace(' ', '')), size, font.family))
    return drawn


def save(words, path):
    with open(path, 'wb') as out:
        pickle.dump(words, out)


def main():
    every = fonts()
    held = [font for font in every if has_any(font.family, HELD_OUT)]
    free = [font for font in every if not has_any(font.family, HELD_OUT)]
    narrow = [font for font in free if has_any(font.family + font.style, NARROW)]
    print(len(free), 'fonts to train with,', len(narrow), 'of them narrow,', len(held), 'held out')
    save(pool(random.Random(1), 14000, 8, 26, free), 'words.pkl')
    save(pool(random.Random(2), 5000, 18, 56, free), 'large.pkl')
    save(pool(random.Random(5), 7000, 7, 11.4, free) + pool(random.Random(6), 3000, 8, 16, narrow), 'small.pkl')
    save(pool(random.Random(3), 3000, 8, 33, held), 'held.pkl')


if __name__ == '__main__':
    main()
