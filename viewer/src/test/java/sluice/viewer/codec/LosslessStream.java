package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.List;

/** Writes lossless JPEG in every form that T.81 Annex H allows, simply and slowly, as an opponent for the decoder. */
final class LosslessStream {
    private final Raster raster;
    private final int precision;
    private final int selection;
    private final int shift;
    private String form = "";

    LosslessStream(Raster raster, int precision, int selection, int shift) {
        this.raster = raster;
        this.precision = precision;
        this.selection = selection;
        this.shift = shift;
    }

    /** The values without the bits that the point transform drops. */
    byte[] expected() {
        byte[] out = raster.bytes().clone();
        for (int i = 0; i < out.length; i += raster.sampleBytes()) {
            out[i] &= (byte) (0xff << shift);
        }
        return out;
    }

    /**
     * @param together all components in one scan
     * @param restartLines lines of a restart interval, 0 for none
     * @param dnl the number of lines stands behind the first scan
     */
    byte[] write(boolean together, int restartLines, boolean dnl) {
        form = "selection " + selection + " shift " + shift + " together " + together + " restart " + restartLines + " dnl " + dnl;
        CodestreamWriter out = new CodestreamWriter(1000);
        int n = raster.samples();
        out.u16(0xffd8);
        out.u16(0xfffe);
        out.u16(4);
        out.u16(0xffd9);
        // 17 categories in codes of five bits
        out.u16(0xffc4);
        out.u16(2 + 17 + 17);
        out.u8(2);
        for (int i = 1; i <= 16; i++) {
            out.u8(i == 5 ? 17 : 0);
        }
        for (int i = 0; i <= 16; i++) {
            out.u8(i);
        }
        out.u16(0xffc3);
        out.u16(8 + 3 * n);
        out.u8(precision);
        out.u16(dnl ? 0 : raster.rows());
        out.u16(raster.columns());
        out.u8(n);
        for (int i = 0; i < n; i++) {
            out.u8(7 * i);
            out.u16(0x1100);
        }
        if (restartLines > 0) {
            out.u16(0xffdd);
            out.u16(4);
            out.u16(restartLines * raster.columns());
        }
        List<int[]> scans = new ArrayList<>();
        if (together) {
            int[] all = new int[n];
            for (int i = 0; i < n; i++) {
                all[i] = i;
            }
            scans.add(all);
        } else {
            for (int i = n - 1; i >= 0; i--) {
                scans.add(new int[] {i});
            }
        }
        boolean first = true;
        for (int[] scan : scans) {
            scan(out, scan, restartLines);
            if (first && dnl) {
                out.u16(0xffdc);
                out.u16(4);
                out.u16(raster.rows());
            }
            first = false;
        }
        out.u16(0xffff);
        out.u8(0xd9);
        return out.toByteArray();
    }

    private void scan(CodestreamWriter out, int[] components, int restartLines) {
        out.u16(0xffda);
        out.u16(6 + 2 * components.length);
        out.u8(components.length);
        for (int c : components) {
            out.u8(7 * c);
            out.u8(0x20);
        }
        out.u8(selection);
        out.u8(0);
        out.u8(shift);
        int since = 0;
        for (int y = 0; y < raster.rows(); y++) {
            if (restartLines > 0 && y > 0 && y % restartLines == 0) {
                out.flushStuffed();
                out.u16(0xffd0 + (y / restartLines - 1) % 8);
                since = 0;
            }
            for (int x = 0; x < raster.columns(); x++) {
                for (int c : components) {
                    difference(out, value(x, y, c) - prediction(x, y, c, since == 0));
                }
            }
            since++;
        }
        out.flushStuffed();
    }

    private static void difference(CodestreamWriter out, int exact) {
        int d = (short) exact;
        if (d == -32768) {
            out.stuffed(16, 5);
            return;
        }
        int category = 0;
        while (Math.abs(d) >> category != 0) {
            category++;
        }
        out.stuffed(category, 5);
        out.stuffed(d < 0 ? d - 1 : d, category);
    }

    private int prediction(int x, int y, int c, boolean firstLine) {
        if (firstLine) {
            return x == 0 ? 1 << precision - shift - 1 : value(x - 1, y, c);
        }
        if (x == 0) {
            return value(0, y - 1, c);
        }
        int ra = value(x - 1, y, c);
        int rb = value(x, y - 1, c);
        int rc = value(x - 1, y - 1, c);
        return switch (selection) {
            case 1 -> ra;
            case 2 -> rb;
            case 3 -> rc;
            case 4 -> ra + rb - rc;
            case 5 -> ra + (rb - rc >> 1);
            case 6 -> rb + (ra - rc >> 1);
            default -> ra + rb >> 1;
        };
    }

    private int value(int x, int y, int c) {
        return (int) raster.value(x, y, c) >> shift;
    }

    @Override
    public String toString() {
        return form;
    }
}
