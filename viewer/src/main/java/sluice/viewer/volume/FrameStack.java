package sluice.viewer.volume;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.viewer.geometry.Vec3;

/**
 * Frames of one volume in order: by time, then along the normal. Places may be empty, distances may differ.
 */
final class FrameStack {
    private final FrameLabels labels;
    private final TimeAxis axis;
    private final Frame[][] frames;
    private final Vec3[] origins;
    private final FramePlace plane;

    /**
     * @param frames by time, then by place; null where there is none
     * @param origins of all places, LPS mm
     * @param plane of any frame: its directions and pixel size
     */
    FrameStack(FrameLabels labels, TimeAxis axis, Frame[][] frames, Vec3[] origins, FramePlace plane) {
        this.labels = labels;
        this.axis = axis;
        this.frames = frames;
        this.origins = origins;
        this.plane = plane;
    }

    FrameLabels labels() {
        return labels;
    }

    TimeAxis axis() {
        return axis;
    }

    FramePlace plane() {
        return plane;
    }

    int times() {
        return frames.length;
    }

    int places() {
        return origins.length;
    }

    Vec3 origin(int k) {
        return origins[k];
    }

    /** mm along the normal from the first place. */
    double[] depths() {
        Vec3 normal = plane.normal();
        return Arrays.stream(origins).mapToDouble(o -> o.minus(origins[0]).dot(normal)).toArray();
    }

    /** Null where there is none. */
    Frame frame(int k, int t) {
        return frames[t][k];
    }

    Stream<Frame> all() {
        return Arrays.stream(frames).flatMap(Arrays::stream).filter(Objects::nonNull);
    }

    Slice slice(int k, int t) throws IOException {
        Frame frame = frames[t][k];
        return frame == null ? new Slice.Absent(labels.columns(), labels.rows(), Slice.Absent.Reason.MISSING)
                : frame.pixels().slice();
    }

    /** @param exact whether Philips' own scaling is wanted where there is one */
    Scaling scaling(int k, int t, boolean exact) {
        Frame frame = frames[t][k];
        return frame == null || labels.type() == VoxelType.RGB ? Scaling.NONE
                : exact ? frame.exact().orElse(frame.rescale()) : frame.rescale();
    }

    /** The only scaling of all frames; empty where it differs. */
    Optional<Scaling> onlyScaling(boolean exact) {
        List<Scaling> seen = new ArrayList<>();
        for (int t = 0; t < times(); t++) {
            for (int k = 0; k < places(); k++) {
                if (frames[t][k] != null) {
                    Scaling s = scaling(k, t, exact);
                    if (seen.isEmpty()) {
                        seen.add(s);
                    } else if (!seen.get(0).equals(s)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(seen.isEmpty() ? Scaling.NONE : seen.get(0));
    }
}
