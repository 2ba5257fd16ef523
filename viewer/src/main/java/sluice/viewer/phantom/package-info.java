/**
 * An adult head made of formulas: skull, brain, skin, nose, ears, eyes, teeth, neck, for tests, the demonstration and the scoring
 * of de-facing. Every place has a known tissue, so every result can be judged. LPS millimetres with the origin at the middle of
 * the head and the face towards -y; CT in Hounsfield units, MR in arbitrary units from 0 to about 1200. It depicts nobody, is
 * slightly asymmetric so that exchanged sides show, and is deterministic: the same grid, options and seed give the same voxels
 * wherever the JDK rounds sines alike. It reads and writes no files and knows no file format.
 */
package sluice.viewer.phantom;
