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
 * Frames of one volume in order: by time, then along the normal. Places may be empty, distances may differ, and a stack may lean.
 */
public final class FrameStack {
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

    /** What tells its times apart. */
    public TimeAxis axis() {
        return axis;
    }

    FramePlace plane() {
        return plane;
    }

    /** How many frames a place can have. */
    public int times() {
        return frames.length;
    }

    /** How many places there are along the normal, empty ones included. */
    public int places() {
        return origins.length;
    }

    /** Centre of the first pixel of a place, LPS mm. */
    public Vec3 origin(int k) {
        return origins[k];
    }

    /** mm along the normal from the first place. */
    public double[] depths() {
        Vec3 normal = plane.normal();
        return Arrays.stream(origins).mapToDouble(o -> o.minus(origins[0]).dot(normal)).toArray();
    }

    /** The frame at a place and time; empty where it is missing. */
    public Optional<FrameRef> frame(int k, int t) {
        return Optional.ofNullable(frames[t][k]).map(FrameStack::ref);
    }

    /** The first frame in order that is there. */
    public FrameRef first() {
        return all().map(FrameStack::ref).findFirst().orElseThrow();
    }

    private static FrameRef ref(Frame f) {
        return new FrameRef(f.file(), f.sopUid(), f.index());
    }

    /** Echo Number, 0 where it is not told. */
    public int echoNumber() {
        return labels.echoNumber();
    }

    /** MAGNITUDE, PHASE, REAL or IMAGINARY where it is told, else empty. */
    public String component() {
        return labels.component();
    }

    Stream<Frame> all() {
        return Arrays.stream(frames).flatMap(Arrays::stream).filter(Objects::nonNull);
    }

    /** The values of a frame; {@link Slice.Absent} where it is missing or damaged. */
    public Slice slice(int k, int t) throws IOException {
        Frame frame = frames[t][k];
        return frame == null ? new Slice.Absent(labels.columns(), labels.rows(), Slice.Absent.Reason.MISSING)
                : frame.pixels().slice();
    }

    /** @param exact whether Philips' own scaling is wanted where there is one */
    public Scaling scaling(int k, int t, boolean exact) {
        Frame frame = frames[t][k];
        return frame == null || labels.type() == VoxelType.RGB ? Scaling.NONE
                : exact ? frame.exact().orElse(frame.rescale()) : frame.rescale();
    }

    /** What stored values of a frame mean; empty where no mapping tells, or the frame is missing. */
    public Optional<RealWorld> realWorld(int k, int t) {
        return frames[t][k] == null ? Optional.empty() : frames[t][k].realWorld();
    }

    /** The only scaling of all frames; empty where it differs. */
    public Optional<Scaling> onlyScaling(boolean exact) {
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
