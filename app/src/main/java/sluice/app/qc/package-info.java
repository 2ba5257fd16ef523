/**
 * Reads again what was written and compares it with the original: digests, readability, marks, what must not be there any
 * more, geometry and voxels. Independent of the code that did the de-identification, so that one mistake is not made twice.
 * Refuses to repair anything: it only finds. Lengths in bytes; codes are lower-case words for programs.
 */
package sluice.app.qc;
