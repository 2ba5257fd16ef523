package sluice.transfer.connector;

/**
 * One file at a destination.
 *
 * @param name file name as stored there, also {@code .part} files
 * @param size length in bytes
 */
public record RemoteEntry(String name, long size) {
}
