package sluice.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.nifti.NiftiReader;

/** SHA-256 of what an image shows, whatever its header says: the stored pixel data of DICOM, the voxels of NIfTI. */
final class PixelBytes {
    private final DicomReader dicom = new DicomReader();
    private final NiftiReader nifti = new NiftiReader();

    /** Those of all images below a folder. */
    Set<String> below(Path root) throws IOException {
        Set<String> digests = new HashSet<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                of(file).ifPresent(digests::add);
            }
        }
        return digests;
    }

    /** Empty where the file is no image. */
    Optional<String> of(Path file) throws IOException {
        try {
            return file.getFileName().toString().contains(".nii") ? Optional.of(ofNifti(file)) : ofDicom(file);
        } catch (DicomException | NiftiException e) {
            return Optional.empty();
        }
    }

    private Optional<String> ofDicom(Path path) throws IOException {
        DicomFile file = dicom.read(path);
        if (file.pixels().isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        file.pixels().get().copyTo(Channels.newChannel(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private String ofNifti(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream voxels = nifti.read(path).openVoxels()) {
            voxels.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
