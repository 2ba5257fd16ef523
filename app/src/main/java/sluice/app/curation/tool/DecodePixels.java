package sluice.app.curation.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sluice.app.curation.BatchResult;
import sluice.app.curation.CurationException;
import sluice.app.curation.Problem;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.Colours;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;

/**
 * Writes the stored pixel values of a DICOM file: little endian, row by row, samples interleaved, one byte for each 1-bit
 * pixel, colour as RGB, palette images as their stored indices. The new file appears under its name when it is complete.
 */
public final class DecodePixels {
    private final Codecs codecs;
    private final SecureRandom random;

    public DecodePixels(Codecs codecs, SecureRandom random) {
        this.codecs = codecs;
        this.random = random;
    }

    /**
     * What was written.
     *
     * @param frames Number of Frames of the image, whether all were written or one
     * @param frame the only one that was written, from 1; null for all
     * @param bitsAllocated as the image says; 1-bit pixels are written as one byte each
     * @param photometricInterpretation of what was written
     * @param sha256 of what was written
     */
    public record Pixels(int rows, int columns, int frames, Integer frame, int samples, int bitsAllocated, int bitsStored,
            boolean signed, String photometricInterpretation, String transferSyntaxUid, long bytes, String sha256) {}

    /**
     * Decodes to a new file.
     *
     * @param frame the only frame to write, from 1; empty for all of them
     * @return one result, or one problem where the image cannot be decoded; then nothing was written
     * @throws CurationException where the file or the frame does not exist, or the output does
     */
    public BatchResult<Pixels> decode(Path file, Optional<Integer> frame, Path out) throws CurationException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new CurationException.Unknown("there is no file at the given path");
        }
        if (Files.exists(out)) {
            throw new CurationException.Refused("the output exists already; nothing was written");
        }
        Path part = out.toAbsolutePath().resolveSibling(".sluice" + Long.toHexString(random.nextLong()) + ".part");
        try {
            Pixels pixels;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                pixels = decode(file, frame, Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            return new BatchResult<>(List.of(pixels), List.of());
        } catch (CodecException e) {
            return problem(file, e.reason().name(), e);
        } catch (DicomException e) {
            return problem(file, e.reason().name(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static BatchResult<Pixels> problem(Path file, String code, IOException e) {
        return new BatchResult<>(List.of(), List.of(new Problem(file.toString(), code, e.getMessage())));
    }

    private Pixels decode(Path path, Optional<Integer> frame, OutputStream target) throws CurationException, IOException {
        DicomFile file = new DicomReader().read(path);
        if (file.pixels().isEmpty()) {
            throw new CurationException.Unknown("the file has no pixel data");
        }
        EncodedImage image = EncodedImage.of(file);
        FrameDecoder decoder = new FrameDecoder(image, codecs);
        int first = frame.orElse(1);
        int last = frame.orElse(decoder.frames());
        if (first < 1 || last > decoder.frames()) {
            throw new CurationException.Unknown("frames count from 1 to " + decoder.frames());
        }
        ImageFormat format = image.format();
        DigestOutputStream out = new DigestOutputStream(target, sha256());
        long bytes = 0;
        String photometric = "";
        for (int i = first; i <= last; i++) {
            Raster raster = Colours.toRgb(decoder.frame(i - 1), format.bitsStored());
            out.write(raster.bytes());
            bytes += raster.bytes().length;
            photometric = raster.photometric();
        }
        return new Pixels(format.rows(), format.columns(), decoder.frames(), frame.orElse(null), format.samples(),
                format.bitsAllocated(), format.bitsStored(), format.signed(), photometric, image.transferSyntax().uid(),
                bytes, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
