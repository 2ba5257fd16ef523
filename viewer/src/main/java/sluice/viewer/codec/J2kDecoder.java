package sluice.viewer.codec;

/**
 * JPEG 2000 (ISO/IEC 15444-1) and High-Throughput JPEG 2000 (ISO/IEC 15444-15 | ITU-T T.814), whichever the codestream is, also
 * where the frame is wrapped in the boxes of a JP2 file, of which only the codestream is used. All progression orders, tiles,
 * layers, precincts, code-block styles and regions of interest; 1 to 24 bits.
 *
 * <p>A signed codestream gives two's complement of the allocated width, an unsigned one zeros above its precision, whatever the
 * data set says. Subsampled components are refused, and so is a codestream that ends before its last packet.
 */
final class J2kDecoder implements PixelDecoder {

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        RasterRows.checkSize(format);
        J2kCodestream codestream = J2kCodestream.read(frame, format);
        J2kSize size = codestream.size();
        checkMemory(format, size);
        RasterRows target = RasterRows.of(format);
        J2kBlockDecoder blocks = new J2kBlockDecoder();
        HtBlockDecoder highThroughput = new HtBlockDecoder();
        for (int index : codestream.tiles()) {
            J2kCodestream.Tile tile = codestream.take(index);
            J2kArea area = size.tile(index);
            int[][] values = new J2kTileDecoder(size, area, tile.parameters, blocks, highThroughput)
                    .decode(tile.body.toByteArray(), tile.packedHeaders ? tile.packed.toByteArray() : null);
            for (int c = 0; c < values.length; c++) {
                target.put(area.x0() - size.x0(), area.y0() - size.y0(), area.width(), c, values[c]);
            }
        }
        boolean undone = format.samples() >= 3 && ("YBR_RCT".equals(format.photometric())
                || "YBR_ICT".equals(format.photometric()));
        return target.raster(undone ? "RGB" : format.photometric());
    }

    /** While a tile is decoded it takes some three integers for each value. */
    private static void checkMemory(ImageFormat format, J2kSize size) throws CodecException {
        J2kArea largest = size.tile(0);
        long tile = Math.max(1L * largest.width() * largest.height(), Math.min(1L * size.tileWidth() * size.tileHeight(),
                format.pixels()));
        if (tile * format.samples() * 12 > Runtime.getRuntime().maxMemory() / 2) {
            throw new CodecException(CodecException.Reason.TOO_LARGE, "A tile takes more memory than there is to decode it");
        }
    }
}
