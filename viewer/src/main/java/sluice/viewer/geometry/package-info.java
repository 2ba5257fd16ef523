/**
 * Points, affine maps and voxel grids, the only place where coordinates are computed. Everything inside is in DICOM's patient
 * coordinate system (PS3.3 C.7.6.2.1.1): LPS, that is x grows to the patient's left, y to the posterior, z to the head, in
 * millimetres; voxel centres lie at whole indices (i, j, k), the first voxel's centre at (0, 0, 0). NIfTI's RAS exists only at
 * the edge, through {@link sluice.viewer.geometry.Affine3#flipXY()}. It refuses to know pixels, files or units other than
 * millimetres; values are immutable and double precision.
 */
package sluice.viewer.geometry;
