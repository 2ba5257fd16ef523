package sluice.app.deid;

/** What became of one source file. */
public sealed interface Outcome permits Written, Refused { }
