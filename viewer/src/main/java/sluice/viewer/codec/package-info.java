/**
 * Pixel decoders and lossless encoders by transfer syntax, in pure Java. A decoder turns the bytes of one frame into stored
 * values ({@link sluice.viewer.codec.Raster}): after decompression, before any look-up table, in the colour space that the
 * frame decodes to. It refuses what it cannot decode completely and never returns part of a frame; hostile bytes lead to a
 * {@link sluice.viewer.codec.CodecException}, not to a crash or to memory out of proportion to the image's size. It does not
 * read files and knows no toolkit for windows. {@link sluice.viewer.codec.PixelRedaction} blanks boxes of whole images with
 * them. Coordinates are pixels, x to the right and y down from the upper left corner.
 */
package sluice.viewer.codec;
