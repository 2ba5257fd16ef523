/**
 * The use cases, one class each, and the state machine: the only door for the command line and the window. A use case
 * checks its gates before it changes anything, changes a study's state by compare-and-set together with its audit
 * entry, and can be repeated: what was done stays done. Refuses to print, to ask and to know which destination kinds
 * there are. Sizes in bytes, times in UTC.
 */
package sluice.app.curation;
