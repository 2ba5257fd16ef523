package sluice.viewer.volume;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * One plane of pixels: a frame, or a tile of a mosaic.
 *
 * @param file where it is
 * @param sopUid SOP Instance UID
 * @param number Instance Number
 * @param index the frame in its file, from 0; of a mosaic the tile
 * @param labels what it has in common with others
 * @param place where it lies
 * @param moments its value on each time axis that the header tells
 * @param rescale Rescale Slope and Intercept: to the values of the modality
 * @param exact Philips' own scaling, which makes values of several series comparable
 * @param realWorld what its stored values mean, where a mapping tells
 * @param pixels its values
 */
record Frame(Path file, String sopUid, int number, int index, FrameLabels labels, FramePlace place, Map<TimeAxis, String> moments,
        Scaling rescale, Optional<Scaling> exact, Optional<RealWorld> realWorld, FramePixels pixels) {

    /** The order of the scanner's own numbers; total and the same whatever the order of the files. */
    static final Comparator<Frame> BY_NUMBER = Comparator.comparingInt(Frame::number).thenComparing(Frame::sopUid)
            .thenComparingInt(Frame::index).thenComparing(Frame::file);
}
