package sluice.app.deid.nifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.report.Report;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiExtension;
import sluice.viewer.nifti.NiftiReader;
import sluice.viewer.nifti.NiftiVersion;
import sluice.viewer.nifti.NiftiWriter;

/** Plans and writes de-identified NIfTI files. Pairs become single files, except Analyze, which knows no other form. */
public final class NiftiDeidentifier {

    private final Pseudonyms pseudonyms;

    public NiftiDeidentifier(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * What is going to be written.
     *
     * @param fileName the new name; of Analyze the .hdr of the pair
     * @param header without text
     * @param report with the cleared fields and the removed extensions by code
     */
    public record Plan(String fileName, NiftiHeader header, Report report) { }

    /**
     * Reads the header and decides. A pair that becomes a single file has another new name than a single file beside it
     * with the same stem.
     *
     * @param logicalName from which the new name is derived
     * @throws IOException {@code NiftiException} with the reason if the file is not usable
     */
    public Plan plan(Path source, String logicalName) throws IOException {
        NiftiImage image = new NiftiReader().read(source);
        List<String> cleared = new ArrayList<>(image.header().filledTextFields());
        List<Integer> codes = image.extensions().stream().map(NiftiExtension::ecode).toList();
        String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = image.header().version() == NiftiVersion.ANALYZE_75 ? ".hdr" : ".nii";
        boolean single = image.header().version() == NiftiVersion.ANALYZE_75 || !image.header().isPair();
        String stem = stem(logicalName) + (single ? "" : ".hdr");
        return new Plan(pseudonyms.fileName(stem) + ending + (name.endsWith(".gz") ? ".gz" : ""),
                image.header().cleared(), Report.ofNifti(cleared, codes));
    }

    /** Writes what was planned; the voxel bytes are those of the source. */
    public void write(Path source, Path target, Plan plan) throws IOException {
        new NiftiWriter().rewrite(source, target, plan.header(), List.of());
    }

    /** Without the endings that name one of several forms, so that both halves of a pair agree. */
    private static String stem(String logicalName) {
        String lower = logicalName.toLowerCase(Locale.ROOT);
        int cut = lower.length();
        if (lower.endsWith(".gz")) {
            cut -= 3;
        }
        for (String ending : new String[] {".nii", ".hdr", ".img"}) {
            if (lower.startsWith(ending, cut - ending.length())) {
                return logicalName.substring(0, cut - ending.length());
            }
        }
        return logicalName.substring(0, cut);
    }
}
