package sluice.viewer.volume;

/** What tells frames at one place apart; those that come first are preferred. */
public enum TimeAxis {
    /** there is one frame at each place */
    NONE,
    /** Temporal Position Identifier (0020,0100) or Index (0020,9128) */
    TEMPORAL_POSITION,
    /** Acquisition Number (0020,0012) or Frame Acquisition Number (0020,9156) */
    ACQUISITION,
    /** Trigger Time (0018,1060) or Nominal Cardiac Trigger Delay Time (0020,9153), ms */
    TRIGGER_TIME,
    /** Inversion Time (0018,0082), ms */
    INVERSION_TIME,
    /** Diffusion b-value and direction */
    DIFFUSION,
    /** Frame Reference or Acquisition Date and Time */
    ACQUISITION_TIME,
    /** Dimension Index Values without those that tell the place */
    DIMENSION,
    /** nothing but the order of Instance Numbers and frames */
    NUMBER
}
