package sluice.app.deid.answerkey;

import java.util.Arrays;
import java.util.Locale;

/** A picture of 8 bits with or without a name written into it, in letters of 10 by 14 pixels. */
final class Caption {

    static final int ROWS = 96;
    static final int COLUMNS = 192;

    /** A plane is larger: of one that is mostly writing nothing stays. */
    static final int PLANE_ROWS = 2 * ROWS;

    private static final int PAPER = 40;
    private static final byte INK = (byte) 220;
    private static final int SCALE = 2;
    private static final int TOP = 30;
    private static final int LEFT = 10;
    private static final int ADVANCE = 6;

    /** Five columns of seven dots for each letter from A to Z, the uppermost dot in the lowest bit. */
    private static final String LETTERS = "7E1111117E 7F49494936 3E41414122 7F4141221C 7F49494941 7F09090901 3E4149497A 7F0808087F 00417F4100 "
            + "2040413F01 7F08142241 7F40404040 7F020C027F 7F0408107F 3E4141413E 7F09090906 3E4151215E 7F09192946 4649494931 01017F0101 "
            + "3F4040403F 1F2040201F 3F4038403F 6314081463 0708700807 6151494543";

    private Caption() { }

    /** A slope of greys, and the name across it unless it is empty. */
    static byte[] picture(String name) {
        byte[] picture = new byte[ROWS * COLUMNS];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (PAPER + i / COLUMNS / 8);
        }
        String letters = name.toUpperCase(Locale.ROOT);
        for (int n = 0; n < letters.length(); n++) {
            for (int dot = 0; dot < 35; dot++) {
                int column = Integer.parseInt(LETTERS, 11 * (letters.charAt(n) - 'A') + dot / 7 * 2, 11 * (letters.charAt(n) - 'A') + dot / 7 * 2 + 2, 16);
                if ((column >> dot % 7 & 1) == 1) {
                    dot(picture, LEFT + SCALE * (n * ADVANCE + dot / 7), TOP + SCALE * (dot % 7));
                }
            }
        }
        return picture;
    }

    /** The name as a bit plane (PS3.5 8.1.2), with lines far above and below. */
    static byte[] plane(String name) {
        byte[] picture = picture(name);
        byte[] plane = new byte[PLANE_ROWS * COLUMNS / 8];
        for (int i = 0; i < PLANE_ROWS * COLUMNS; i++) {
            int y = i / COLUMNS;
            if (i < picture.length && picture[i] == INK || y == 2 || y == PLANE_ROWS - 3) {
                plane[i >> 3] |= (byte) (1 << (i & 7));
            }
        }
        return plane;
    }

    private static void dot(byte[] picture, int x, int y) {
        for (int row = y; row < y + SCALE; row++) {
            Arrays.fill(picture, row * COLUMNS + x, row * COLUMNS + x + SCALE, INK);
        }
    }

    /** True if no dot of the writing is left, and the lines above and below are as they were. */
    static boolean hidden(byte[] before, byte[] after) {
        if (after.length != before.length) {
            return false;
        }
        for (int i = 0; i < after.length; i++) {
            boolean far = i / COLUMNS < TOP / 2 || i / COLUMNS > 3 * TOP;
            if (after[i] == INK || far && after[i] != before[i]) {
                return false;
            }
        }
        return true;
    }
}
