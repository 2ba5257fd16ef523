package sluice.viewer.volume;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.Elements;
import sluice.viewer.dicom.PixelSource;

/** The frames of one file with everything that sorting needs, and what of it is no part of a volume. */
final class FrameReader {
    private static final int PLANE_POSITION = 0x00209113;
    private static final int PLANE_ORIENTATION = 0x00209116;
    private static final int PIXEL_MEASURES = 0x00289110;

    private final Codecs codecs;
    private final List<Frame> frames;
    private final List<Aside> aside;

    /** Both lists are added to. */
    FrameReader(Codecs codecs, List<Frame> frames, List<Aside> aside) {
        this.codecs = codecs;
        this.frames = frames;
        this.aside = aside;
    }

    /** @throws IOException where the pixel data cannot be looked at */
    void read(Path path, DicomFile file) throws IOException {
        Elements top = Elements.of(file);
        if (file.pixels().isEmpty()) {
            aside.add(new Aside(path, 0, Aside.Reason.NOT_AN_IMAGE));
            return;
        }
        EncodedImage image = EncodedImage.of(file);
        PixelSource pixels = image.pixels();
        if (isLocalizer(top)) {
            aside.add(new Aside(path, 1, Aside.Reason.LOCALIZER));
            return;
        }
        FrameDecoder decoder;
        try {
            decoder = new FrameDecoder(image, codecs);
        } catch (CodecException e) {
            aside.add(new Aside(path, 1, Aside.Reason.UNDECODABLE));
            return;
        }
        Optional<VoxelType> type = FrameType.of(image);
        if (type.isEmpty()) {
            aside.add(new Aside(path, 1, Aside.Reason.UNDECODABLE));
            return;
        }
        new OneFile(path, top, image, decoder, type.get()).read(pixels);
    }

    private static boolean isLocalizer(Elements top) {
        return top.texts(0x00080008).contains("LOCALIZER");
    }

    /** One file while its frames are listed. */
    private final class OneFile {
        private final Path path;
        private final Elements top;
        private final EncodedImage image;
        private final FrameDecoder decoder;
        private final VoxelType type;
        private final String uid;
        private final int number;

        OneFile(Path path, Elements top, EncodedImage image, FrameDecoder decoder, VoxelType type) {
            this.path = path;
            this.top = top;
            this.image = image;
            this.decoder = decoder;
            this.type = type;
            this.uid = top.text(0x00080018);
            this.number = top.integer(0x00200013, 0);
        }

        void read(PixelSource pixels) throws IOException {
            List<FrameGroups> groups = FrameGroups.of(top);
            boolean enhanced = FrameGroups.isEnhanced(top);
            int declared = pixels.frames();
            // what a header announces is believed only as far as it describes frames, or the file has bytes for them
            int there = enhanced ? Math.min(declared, groups.size()) : Math.min(declared, FrameType.most(image));
            if (there < declared) {
                aside.add(new Aside(path, declared - there, Aside.Reason.FRAMES_MISSING));
            }
            if (!enhanced && Mosaic.isMosaic(top)) {
                mosaic(groups.get(0));
                return;
            }
            boolean[] dimensions = Dimensions.notOfPlace(top);
            FrameOffsets offsets = enhanced ? null : FrameOffsets.of(top, there);
            for (int f = 0; f < there; f++) {
                FrameGroups own = groups.get(enhanced ? f : 0);
                FramePlace.Found found = place(own, offsets, f);
                if (found.place().isEmpty()) {
                    aside.add(new Aside(path, enhanced ? 1 : there, Aside.Reason.valueOf(found.flaw().name())));
                    if (!enhanced) {
                        return;
                    }
                    continue;
                }
                FramePixels values = FramePixels.of(decoder, f, image.format(), image.floating());
                Map<TimeAxis, String> moments = Moments.of(own, dimensions);
                if (offsets != null && offsets.moment(f) != null) {
                    moments.put(TimeAxis.TEMPORAL_POSITION, offsets.moment(f));
                }
                add(own, f, found.place().get(), moments, values, image.format().columns(), image.format().rows());
            }
        }

        private void mosaic(FrameGroups groups) {
            FramePlace.Found found = place(groups, null, 0);
            if (found.place().isEmpty()) {
                aside.add(new Aside(path, 1, Aside.Reason.valueOf(found.flaw().name())));
                return;
            }
            ImageFormat format = image.format();
            Optional<Mosaic> mosaic = Mosaic.of(top, format, found.place().get());
            if (mosaic.isEmpty()) {
                aside.add(new Aside(path, 1, Aside.Reason.UNKNOWN_MOSAIC));
                return;
            }
            Mosaic m = mosaic.get();
            FramePixels.Source whole = Mosaic.image(decoder);
            Map<TimeAxis, String> moments = Moments.of(groups, new boolean[0]);
            for (int tile = 0; tile < m.count(); tile++) {
                add(groups, tile, m.place(tile), moments, m.pixels(tile, whole, format), m.nx(), m.ny());
            }
        }

        private void add(FrameGroups groups, int index, FramePlace place, Map<TimeAxis, String> moments, FramePixels pixels,
                int columns, int rows) {
            Scaling rescale = FrameScale.rescale(groups);
            frames.add(new Frame(path, uid, number, index, FrameType.labels(groups, type, columns, rows), place, moments, rescale,
                    FrameScale.exact(groups, rescale), RealWorld.of(groups), pixels));
        }

        private FramePlace.Found place(FrameGroups groups, FrameOffsets offsets, int frame) {
            Elements position = groups.with(PLANE_POSITION, 0x00200032);
            Elements orientation = groups.with(PLANE_ORIENTATION, 0x00200037);
            Elements measures = groups.with(PIXEL_MEASURES, 0x00280030);
            double between = groups.with(PIXEL_MEASURES, 0x00180088).number(0x00180088);
            double thick = groups.with(PIXEL_MEASURES, 0x00180050).number(0x00180050);
            double[] at = position.numbers(0x00200032);
            double[] cosines = orientation.numbers(0x00200037);
            if (offsets != null && offsets.detector().has(0x00200032)) {
                at = offsets.detector().numbers(0x00200032);
                cosines = offsets.detector().numbers(0x00200037);
            }
            FramePlace.Found found = FramePlace.of(at, cosines, measures.numbers(0x00280030),
                    Math.abs(between) > 0 ? Math.abs(between) : thick);
            if (offsets == null || found.place().isEmpty()) {
                return found;
            }
            FramePlace first = found.place().get();
            double moved = offsets.offset(frame);
            if (!Double.isFinite(moved)) {
                return new FramePlace.Found(Optional.empty(), FramePlace.Flaw.NO_POSITION);
            }
            return new FramePlace.Found(
                    Optional.of(first.at(first.origin().plus(first.normal().times(moved)))), null);
        }
    }
}
