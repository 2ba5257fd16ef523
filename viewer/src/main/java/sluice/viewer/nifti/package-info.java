/**
 * NIfTI-1, NIfTI-2 and Analyze 7.5: headers, extensions and voxel bytes, in both byte orders, as {@code .nii}, {@code .hdr/.img}
 * pairs and all of these gzip-compressed. Sizes are in bytes, lengths in millimetres unless xyzt_units says otherwise;
 * {@link sluice.viewer.nifti.NiftiHeader#affine()} speaks RAS, as the format does, and
 * {@link sluice.viewer.nifti.NiftiHeader#grid()} hands over to LPS. It refuses to guess: a header that contradicts itself or
 * its file is a {@link sluice.viewer.nifti.NiftiException} with a reason, never a best effort. Originals are only read; output
 * appears under its name when it is complete.
 */
package sluice.viewer.nifti;
