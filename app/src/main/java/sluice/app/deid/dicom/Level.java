package sluice.app.deid.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.table.IodTypes;

/**
 * One level of a data set on its way: the top, or an item.
 *
 * @param source what is read
 * @param out what is written
 * @param place the level in the IOD, or null
 * @param inside what the sequences around demand
 * @param depth 0 at the top
 * @param blocks private blocks seen here
 */
record Level(Attributes source, Attributes out, IodTypes.Node place, Inside inside, int depth, PrivateBlocks blocks) {

    Level item(Attributes item, Attributes cleaned, int sequence, Inside demand) {
        return new Level(item, cleaned, place == null ? null : place.child(sequence), inside.and(demand), depth + 1,
                new PrivateBlocks());
    }
}
