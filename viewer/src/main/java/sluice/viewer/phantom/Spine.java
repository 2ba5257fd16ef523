package sluice.viewer.phantom;

/** Cervical vertebrae, one every 17 mm below the skull: body, arch around the canal, transverse and spinous processes, discs. */
final class Spine {

    private static final double PITCH = 17;

    private final Body column;

    Spine(Body column) {
        this.column = column;
    }

    /**
     * Tissue, or null outside the spine.
     *
     * @param canal distance from the spinal canal in mm
     */
    Tissue tissueAt(double x, double y, double z, double canal) {
        double along = Math.IEEEremainder(z + 67, PITCH);
        double body = column.distance(x, y, z);
        double height = Math.abs(along);
        if (body < 0) {
            if (height > 6.4) {
                return Tissue.CARTILAGE;
            }
            return body < -1.8 && height < 5 ? Tissue.DIPLOE : Tissue.CORTICAL_BONE;
        }
        double middle = y - (24 - (z + 44) * 8.0 / 191);
        if (height < 5.5 && canal < 4.5) {
            return canal > 1.3 && canal < 3.2 && height < 4 ? Tissue.DIPLOE : Tissue.CORTICAL_BONE;
        }
        boolean spinous = Math.abs(x) < 3.4 && middle > 0 && middle < 34 && height < 4.5;
        boolean transverse = Math.abs(x) < 25 && Math.abs(middle + 8) < 5 && height < 4;
        return spinous || transverse ? Tissue.CORTICAL_BONE : null;
    }
}
