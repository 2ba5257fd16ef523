/**
 * Frames become volumes: sorted by where they lie, never by their number or the files' order; what belongs together apart from
 * what does not; what is missing, doubled, tilted or uneven said as {@link sluice.viewer.volume.Finding}s. Geometry is LPS
 * millimetres, i along a row, j down the columns, k along the normal of the slices; values stay on disk until a slice is asked
 * for, one array for each slice, so that no volume is too large for an array. It refuses to guess geometry that a header does
 * not tell, to interpolate unless it is asked to, and to know how anything is shown. No text of a data set is in a finding.
 */
package sluice.viewer.volume;
