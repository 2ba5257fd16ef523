package sluice.transfer.bag;

import java.nio.file.Path;

/**
 * A file that is to go into a bag.
 *
 * @param path     where it goes, under {@code data/}
 * @param source   where it is; opened read-only
 * @param expected what was approved: digest and length of the source
 */
public record PayloadFile(BagPath path, Path source, Measured expected) {
}
