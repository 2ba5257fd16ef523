/**
 * From stored pixel values to ARGB pixels, without any toolkit for windows: modality LUT, VOI LUT and presentation LUT
 * (PS3.3 C.11, PS3.4 N.2), slices of single frames, planes of any orientation through volumes, slabs, fusion, labels,
 * surfaces, and what a reader wants to know about a place or a region. Pictures have the size of the device's pixels, so that
 * nobody scales them again. Places in the patient are LPS millimetres; places in a frame or grid are indices whose whole
 * numbers are pixel or voxel centres; places in a picture are device pixels with centres at whole numbers, (0, 0) at the upper
 * left, x to the right and y down. Refuses to read files, to keep pictures, to own threads (executors are handed in), and to
 * change a stored value. Needs of a volume only {@link sluice.viewer.render.Voxels}.
 */
package sluice.viewer.render;
