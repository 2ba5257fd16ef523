/**
 * Reads again what was written and compares it with the original: digests, readability, marks, what must not be there any
 * more, geometry and voxels. Has tables and searches of its own, so that one mistake is not made twice; it
 * shares with the de-identification only lists of words and the standard's safe private attributes.
 * Refuses to repair anything: it only finds. Lengths in bytes; codes are lower-case words for programs.
 */
package sluice.app.qc;
