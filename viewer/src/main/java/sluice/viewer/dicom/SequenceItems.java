package sluice.viewer.dicom;

import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;

/** The items of a sequence whose parent data set is not complete yet. */
record SequenceItems(List<Attributes> list) {}
