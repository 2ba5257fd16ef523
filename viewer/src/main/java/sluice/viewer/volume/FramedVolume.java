package sluice.viewer.volume;

/** A volume made of the frames of a series. */
public sealed interface FramedVolume extends Volume permits DicomVolume, EvenedVolume {

    /** The frames, as they lie in the patient. */
    FrameStack stack();
}
