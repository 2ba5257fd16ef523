package sluice.viewer.render;

import sluice.viewer.dicom.LookupTable;
import sluice.viewer.dicom.VoiWindow;

/** From real values to levels between 0 (least) and 1 (greatest): the VOI LUT (PS3.3 C.11.2). */
public sealed interface VoiMap {

    /** The level, 0 to 1, of a real value. */
    double level(double real);

    /** Below this real value the level does not change. */
    double from();

    /** Above this real value the level does not change. */
    double to();

    /** A window with one of the three functions, exactly as PS3.3 C.11.2.1.2 and C.11.2.1.3 write them. */
    record Windowed(VoiWindow window) implements VoiMap {
        /** Where a sigmoid no longer differs from its ends in double precision, in widths from the centre: exp(-40). */
        private static final double SIGMOID_REACH = 10;

        @Override
        public double level(double x) {
            double c = window.centre();
            double w = window.width();
            return switch (window.function()) {
                case LINEAR -> linear(x, c, w);
                case LINEAR_EXACT -> x <= c - w / 2 ? 0 : x > c + w / 2 ? 1 : (x - c) / w + 0.5;
                case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - c) / w));
            };
        }

        private static double linear(double x, double c, double w) {
            if (x <= c - 0.5 - (w - 1) / 2) {
                return 0;
            }
            return x > c - 0.5 + (w - 1) / 2 ? 1 : (x - (c - 0.5)) / (w - 1) + 0.5;
        }

        @Override
        public double from() {
            return window.centre() - reach();
        }

        @Override
        public double to() {
            return window.centre() + reach();
        }

        private double reach() {
            return window.function() == VoiWindow.Function.SIGMOID ? SIGMOID_REACH * window.width() : window.width() / 2 + 1;
        }
    }

    /** A table whose full depth is the range of levels. */
    record Tabled(LookupTable table) implements VoiMap {
        @Override
        public double level(double real) {
            return (double) table.at(real) / table.largest();
        }

        @Override
        public double from() {
            return table.first();
        }

        @Override
        public double to() {
            return table.last();
        }
    }
}
