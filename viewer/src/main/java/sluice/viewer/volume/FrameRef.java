package sluice.viewer.volume;

import java.nio.file.Path;

/**
 * A frame of a file.
 *
 * @param file where it is
 * @param sopInstanceUid SOP Instance UID
 * @param index from 0; of a mosaic the tile
 */
public record FrameRef(Path file, String sopInstanceUid, int index) {}
