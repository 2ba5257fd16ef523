package sluice.viewer.codec;

import java.util.List;

/** A component of a tile: its resolutions, subbands and precincts (ISO/IEC 15444-1 B.5 to B.7). */
final class J2kTileComponent {
    private final int component;
    private final J2kArea area;
    private final J2kCoding coding;
    private final J2kBand[][] bands;

    J2kTileComponent(int component, J2kArea area, J2kCoding coding, J2kQuantization quantization, int precision)
            throws CodecException {
        this.component = component;
        this.area = area;
        this.coding = coding;
        int levels = coding.levels();
        bands = new J2kBand[levels + 1][];
        for (int r = 0; r <= levels; r++) {
            int n = r == 0 ? levels : levels - r + 1;
            bands[r] = new J2kBand[r == 0 ? 1 : 3];
            for (int i = 0; i < bands[r].length; i++) {
                int orientation = r == 0 ? 0 : i + 1;
                J2kArea part = r == 0 ? area.reduced(n) : area.band(n, orientation & 1, orientation >> 1);
                float step = coding.reversible() ? 0 : quantization.step(r, orientation, precision);
                bands[r][i] = new J2kBand(part, orientation, quantization.planes(r, orientation), step);
            }
        }
    }

    J2kArea area() {
        return area;
    }

    J2kCoding coding() {
        return coding;
    }

    /** Of a resolution: LL of the lowest, else HL, LH, HH. */
    J2kBand[] bands(int resolution) {
        return bands[resolution];
    }

    J2kArea resolution(int r) {
        return area.reduced(coding.levels() - r);
    }

    long precinctCount() {
        long count = 0;
        for (int r = 0; r <= coding.levels(); r++) {
            J2kArea at = resolution(r);
            if (!at.empty()) {
                int px = coding.precincts()[r] & 15;
                int py = coding.precincts()[r] >> 4;
                count += ((at.x1() - 1 >> px) - (at.x0() >> px) + 1L) * ((at.y1() - 1 >> py) - (at.y0() >> py) + 1L);
            }
        }
        return count;
    }

    void addPrecincts(List<J2kPrecinct> into) {
        for (int r = 0; r <= coding.levels(); r++) {
            J2kArea at = resolution(r);
            if (!at.empty()) {
                addPrecincts(into, r, at);
            }
        }
    }

    private void addPrecincts(List<J2kPrecinct> into, int r, J2kArea at) {
        int px = coding.precincts()[r] & 15;
        int py = coding.precincts()[r] >> 4;
        int half = r == 0 ? 0 : 1;
        int up = coding.levels() - r;
        int index = 0;
        for (int y = at.y0() >> py; y <= at.y1() - 1 >> py; y++) {
            for (int x = at.x0() >> px; x <= at.x1() - 1 >> px; x++) {
                J2kArea[] areas = new J2kArea[bands[r].length];
                for (int i = 0; i < areas.length; i++) {
                    areas[i] = bands[r][i].area.cut((long) x << px - half, (long) y << py - half, (long) x + 1 << px - half,
                            (long) y + 1 << py - half);
                }
                into.add(new J2kPrecinct(new int[] {component, r, index++},
                        (int) Math.max(area.x0(), (long) x << px << up), (int) Math.max(area.y0(), (long) y << py << up),
                        bands[r], areas, Math.min(coding.blockWidth(), px - half), Math.min(coding.blockHeight(), py - half)));
            }
        }
    }
}
