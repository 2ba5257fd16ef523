package sluice.viewer.volume;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Optional;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.Elements;
import sluice.viewer.geometry.Vec3;

/**
 * A Siemens mosaic: the slices of one volume side by side in one image, left to right, then down, in a square of tiles. Their
 * number and the direction in which they are counted are in private elements. Image Position (Patient) is that of an image of
 * the mosaic's size around the same centre as the first slice, so it is moved by half the difference.
 *
 * @param count slices
 * @param side tiles along each edge
 * @param nx columns of a slice
 * @param ny rows of a slice
 * @param first place of the first tile
 * @param step from one tile's origin to the next, LPS mm
 */
record Mosaic(int count, int side, int nx, int ny, FramePlace first, Vec3 step) {
    private static final String IMAGE = "SIEMENS MR HEADER";
    private static final String CSA = "SIEMENS CSA HEADER";

    /** Whether the object says that it is one. */
    static boolean isMosaic(Elements top) {
        return top.texts(0x00080008).contains("MOSAIC");
    }

    /** @return empty where the private elements do not tell how the mosaic is laid out */
    static Optional<Mosaic> of(Elements top, ImageFormat format, FramePlace place) {
        int header = top.privateTag(CSA, 0x00290010);
        CsaHeader csa = CsaHeader.parse(header == 0 ? new byte[0] : top.bytes(header));
        double[] inCsa = csa.numbers("NumberOfImagesInMosaic");
        double told = inCsa.length > 0 ? inCsa[0] : top.privateNumber(IMAGE, 0x0019000A);
        int count = told >= 1 && told <= 65536 ? (int) told : 0;
        int side = (int) Math.ceil(Math.sqrt(count));
        if (count == 0 || format.columns() % side != 0 || format.rows() % side != 0) {
            return Optional.empty();
        }
        int nx = format.columns() / side;
        int ny = format.rows() / side;
        double[] n = csa.numbers("SliceNormalVector");
        Vec3 normal = place.normal();
        if (n.length == 3 && new Vec3(n[0], n[1], n[2]).dot(normal) < 0) {
            normal = normal.times(-1);
        }
        if (Double.isNaN(place.thickness())) {
            return Optional.empty();
        }
        Vec3 origin = place.origin().plus(place.along().times(place.dx() * (format.columns() - nx) / 2.0))
                .plus(place.down().times(place.dy() * (format.rows() - ny) / 2.0));
        return Optional.of(new Mosaic(count, side, nx, ny, place.at(origin), normal.times(place.thickness())));
    }

    /** Where a tile's slice lies. */
    FramePlace place(int tile) {
        return first.at(first.origin().plus(step.times(tile)));
    }

    FramePixels pixels(int tile, FramePixels.Source image, ImageFormat format) {
        return FramePixels.tile(image, format, tile % side * nx, tile / side * ny, nx, ny);
    }

    /** The image, decoded once for as long as memory allows, since all tiles need it. */
    static FramePixels.Source image(FrameDecoder decoder) {
        return new FramePixels.Source() {
            private SoftReference<Raster> kept = new SoftReference<>(null);

            @Override
            public synchronized Raster raster() throws IOException {
                Raster raster = kept.get();
                if (raster == null) {
                    raster = decoder.frame(0);
                    kept = new SoftReference<>(raster);
                }
                return raster;
            }
        };
    }
}
