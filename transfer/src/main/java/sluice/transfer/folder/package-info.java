/**
 * A mounted folder as destination: a network share or an encrypted disk that is carried by hand. Files are written under
 * a {@code .part} name, forced to the medium, read again, and renamed without ever replacing anything. It refuses to
 * create the folder, because a missing folder means that the medium is not mounted. Sizes and offsets are bytes.
 */
package sluice.transfer.folder;
