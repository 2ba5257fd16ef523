/**
 * DICOM files: reading, header-only reading and writing of PS3.10 files, and of data sets that lack the File Meta
 * Information. Values are held as the bytes of the file until somebody asks for more; pixel data stays on disk. Refuses to
 * decode pixel values (that is {@code viewer.codec}), to correct what a file says, to hold more than its {@link
 * sluice.viewer.dicom.ReadLimits} allow, and to put a value of a data set into a message. Offsets and lengths are bytes,
 * offsets from the start of the file (of the inflated data set where the Transfer Syntax is a deflated one); frames count
 * from 0.
 */
package sluice.viewer.dicom;
