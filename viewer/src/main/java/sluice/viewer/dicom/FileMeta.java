package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * Everything before the data set.
 *
 * @param preamble the bytes before "DICM", usually 128, or none
 * @param attributes group 0002, empty where the file has none
 * @param dataSet where the data set starts
 * @param transferSyntax as declared, null where it is not or is not known
 */
record FileMeta(byte[] preamble, Attributes attributes, long dataSet, TransferSyntax transferSyntax) {}
