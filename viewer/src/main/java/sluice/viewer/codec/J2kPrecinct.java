package sluice.viewer.codec;

/** A precinct (ISO/IEC 15444-1 B.6): what one packet of a layer holds. Code-blocks are made when the first is coded. */
final class J2kPrecinct {
    private final int component;
    private final int resolution;
    private final int index;
    private final int gridX;
    private final int gridY;
    private final J2kBand[] bands;
    private final J2kArea[] areas;
    private final int blockWidth;
    private final int blockHeight;
    private Part[] parts;
    private int layers;

    /**
     * @param place component, resolution, index within it
     * @param gridX where it begins on the reference grid, cut at the tile; so is gridY
     * @param areas of each band, those that belong to this precinct
     * @param blockWidth code-block size as power of two
     */
    J2kPrecinct(int[] place, int gridX, int gridY, J2kBand[] bands, J2kArea[] areas, int blockWidth, int blockHeight) {
        this.component = place[0];
        this.resolution = place[1];
        this.index = place[2];
        this.gridX = gridX;
        this.gridY = gridY;
        this.bands = bands;
        this.areas = areas;
        this.blockWidth = blockWidth;
        this.blockHeight = blockHeight;
    }

    int component() {
        return component;
    }

    int resolution() {
        return resolution;
    }

    int index() {
        return index;
    }

    int gridX() {
        return gridX;
    }

    int gridY() {
        return gridY;
    }

    J2kBand[] bands() {
        return bands;
    }

    /** The next layer, for which no packet has been read. */
    int layer() {
        return layers;
    }

    void layerRead() {
        layers++;
    }

    boolean coded() {
        return parts != null;
    }

    /** The code-blocks of each band. */
    Part[] parts() {
        if (parts == null) {
            parts = new Part[bands.length];
            for (int i = 0; i < bands.length; i++) {
                parts[i] = new Part(areas[i], bands[i].area, blockWidth, blockHeight);
            }
        }
        return parts;
    }

    /** Frees the coded bytes. */
    void forget() {
        parts = null;
    }

    /** The code-blocks of one band with their tag trees. */
    static final class Part {
        final J2kBlock[] blocks;
        final J2kTagTree inclusion;
        final J2kTagTree zeroPlanes;

        private Part(J2kArea area, J2kArea band, int blockWidth, int blockHeight) {
            int across = 0;
            int down = 0;
            int left = area.x0() >> blockWidth;
            int top = area.y0() >> blockHeight;
            if (!area.empty()) {
                across = (area.x1() - 1 >> blockWidth) - left + 1;
                down = (area.y1() - 1 >> blockHeight) - top + 1;
            }
            blocks = new J2kBlock[across * down];
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    J2kArea a = area.cut((long) left + x << blockWidth, (long) top + y << blockHeight,
                            (long) left + x + 1 << blockWidth, (long) top + y + 1 << blockHeight);
                    blocks[y * across + x] = new J2kBlock(a.x0() - band.x0(), a.y0() - band.y0(), a.width(), a.height());
                }
            }
            inclusion = new J2kTagTree(across, down);
            zeroPlanes = new J2kTagTree(across, down);
        }
    }
}
