package sluice.app.deid.report;

import java.util.Locale;

/**
 * A part of the picture that was made black. What was written there is not told.
 *
 * @param frame from 0, or {@link #ALL_FRAMES}
 * @param x column of the left edge
 * @param y row of the upper edge
 * @param width columns
 * @param height rows
 * @param cause why
 */
public record BlankedArea(int frame, int x, int y, int width, int height, Cause cause) {

    /** Of an area that is the same in every frame. */
    public static final int ALL_FRAMES = -1;

    /** Why something is blanked. */
    public enum Cause {
        /** it looks like writing */
        TEXT,
        /** text is known to be there in images of this manufacturer, model and size */
        KNOWN_PLACE,
        /** outside of the ultrasound regions (PS3.3 C.8.5.5) */
        OUTSIDE_REGIONS,
        /** looks like writing among what stands still in a moving picture */
        STANDS_STILL,
        /** another program read something there */
        READ,
        /** another program read there what is known to identify the patient */
        KNOWN_VALUE;

        /** Name in the JSON form. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For people, for example {@code all frames: x 0 y 0 width 512 height 40}; frames count from 1. */
    public String where() {
        return (frame == ALL_FRAMES ? "all frames" : "frame " + (frame + 1)) + ": x " + x + " y " + y + " width " + width + " height " + height;
    }

    /** {@code [frame or "all",x,y,width,height,"cause"]}. */
    String toJson() {
        return "[" + (frame == ALL_FRAMES ? "\"all\"" : frame) + "," + x + "," + y + "," + width + "," + height + ",\"" + cause.key() + "\"]";
    }
}
