package sluice.viewer.nifti;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** File names: which is header and which image, where the other half of a pair lies, what is compressed. */
final class NiftiFiles {

    private NiftiFiles() {
    }

    /** The ending that carries meaning, in lower case and without .gz: {@code .nii}, {@code .hdr}, {@code .img} or empty. */
    static String ending(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        for (String ending : new String[] {".nii", ".hdr", ".img"}) {
            if (plain.endsWith(ending)) {
                return ending;
            }
        }
        return "";
    }

    static boolean isGzipName(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** Where the other half of a pair would be written: beside it, spelt and compressed alike. */
    static Path sibling(Path file, String ending) {
        String name = name(file);
        int at = name.length() - 4 - (isGzipName(file) ? 3 : 0);
        boolean capitals = Character.isUpperCase(name.charAt(at + 1));
        String replaced = capitals ? ending.toUpperCase(Locale.ROOT) : ending;
        return file.resolveSibling(name.substring(0, at) + replaced + name.substring(at + 4));
    }

    /** The other half of a pair if it exists, compressed or not. */
    static Optional<Path> existingSibling(Path file, String ending) {
        Path first = sibling(file, ending);
        String name = name(first);
        Path second = first.resolveSibling(isGzipName(first) ? name.substring(0, name.length() - 3) : name + ".gz");
        return Files.isRegularFile(first) ? Optional.of(first)
            : Files.isRegularFile(second) ? Optional.of(second) : Optional.empty();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
