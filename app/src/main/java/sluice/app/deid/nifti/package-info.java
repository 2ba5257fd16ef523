/**
 * De-identification of NIfTI and Analyze files: header text fields, all extensions and the file name go, voxel bytes and
 * geometry stay. It looks into no extension and keeps none. It does not touch faces: that is de-facing.
 */
package sluice.app.deid.nifti;
