package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.app.curation.CurationException;
import sluice.app.intake.FileExaminer;
import sluice.app.intake.FileWalk;
import sluice.app.catalogue.SourceItem;
import sluice.app.catalogue.SourceKind;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.HeaderView;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiReader;

/** Tells what a file or folder holds. */
public final class InspectPath {

    public PathInfo inspect(Path path) throws CurationException, IOException {
        if (!Files.exists(path)) {
            throw new CurationException.Unknown("there is nothing at the given path");
        }
        return Files.isDirectory(path) ? folder(path) : file(path);
    }

    private PathInfo file(Path path) throws IOException {
        long size = Files.size(path);
        SourceItem item = examine(path);
        if (item instanceof SourceItem.SourceFile source) {
            return source.facts().kind() == SourceKind.DICOM
                    ? new PathInfo(path.toString(), "DICOM", 1, size, dicom(path), null, List.of(), List.of())
                    : new PathInfo(path.toString(), "NIFTI", 1, size, null, nifti(path), List.of(), List.of());
        }
        String code = ((SourceItem.Quarantined) item).code();
        return new PathInfo(path.toString(), code.equals("media-directory") ? "DICOMDIR" : "OTHER", 1, size, null, null,
                List.of(), List.of(new PathInfo.Other(path.toString(), code)));
    }

    private static SourceItem examine(Path path) throws IOException {
        return new FileExaminer().examine(new FileWalk(List.of(path)).next());
    }

    private static PathInfo.Dicom dicom(Path path) throws IOException {
        DicomFile file = new DicomReader().read(path);
        HeaderView h = HeaderView.of(file);
        return new PathInfo.Dicom(h.text(HeaderView.SOP_CLASS_UID), h.text(HeaderView.SOP_INSTANCE_UID),
                h.text(HeaderView.STUDY_INSTANCE_UID), h.text(HeaderView.SERIES_INSTANCE_UID), h.text(HeaderView.MODALITY),
                file.transferSyntax().uid(), file.transferSyntax().name(), h.number(HeaderView.ROWS),
                h.number(HeaderView.COLUMNS), h.frames(), h.number(HeaderView.SAMPLES_PER_PIXEL),
                h.number(HeaderView.BITS_ALLOCATED), h.number(HeaderView.BITS_STORED),
                h.number(HeaderView.PIXEL_REPRESENTATION) == 1, h.text(HeaderView.PHOTOMETRIC_INTERPRETATION),
                h.text(HeaderView.PATIENT_IDENTITY_REMOVED).equals("YES"),
                file.pixels().isPresent() ? file.pixels().get().length() : 0,
                file.deviations().stream().map(Object::toString).toList());
    }

    private static PathInfo.Nifti nifti(Path path) throws IOException {
        NiftiImage image = new NiftiReader().read(path);
        NiftiHeader h = image.header();
        List<Integer> dims = new ArrayList<>();
        List<Double> spacing = new ArrayList<>();
        double[] pixdim = h.pixdim();
        for (int axis = 1; axis <= h.dim()[0]; axis++) {
            dims.add((int) Math.min(Integer.MAX_VALUE, h.size(axis)));
            spacing.add(pixdim[axis]);
        }
        return new PathInfo.Nifti(h.version().name(), h.order().toString(), dims, spacing, h.datatype().name(),
                h.datatype().bits(), h.slope(), h.intercept(), h.qformCode(), h.sformCode(), h.affine().toRows(),
                image.extensions().size());
    }

    private static PathInfo folder(Path root) throws IOException {
        Map<String, Tally> series = new LinkedHashMap<>();
        List<PathInfo.Other> others = new ArrayList<>();
        FileExaminer examiner = new FileExaminer();
        FileWalk walk = new FileWalk(List.of(root));
        long files = 0;
        long bytes = 0;
        while (walk.hasNext()) {
            FileWalk.Found found = walk.next();
            SourceItem item = examiner.examine(found);
            files++;
            bytes += item.stamp().size();
            if (item instanceof SourceItem.SourceFile source) {
                series.computeIfAbsent(source.keys().seriesKey(), k -> new Tally(source)).add(source);
            } else {
                others.add(new PathInfo.Other(found.path().toString(), ((SourceItem.Quarantined) item).code()));
            }
        }
        List<PathInfo.Series> rows = new ArrayList<>();
        for (Tally tally : series.values()) {
            rows.add(tally.row());
        }
        return new PathInfo(root.toString(), "FOLDER", files, bytes, null, null, rows, others);
    }

    /** Counts the files of one series; its size is taken from the first. */
    private static final class Tally {
        private final SourceItem.SourceFile first;
        private int files;
        private int frames;
        private long bytes;

        Tally(SourceItem.SourceFile first) {
            this.first = first;
        }

        void add(SourceItem.SourceFile file) {
            files++;
            frames += file.facts().frames();
            bytes += file.stamp().size();
        }

        PathInfo.Series row() throws IOException {
            boolean nifti = first.facts().kind() == SourceKind.NIFTI;
            int rows = 0;
            int columns = 0;
            if (!nifti) {
                HeaderView header = HeaderView.of(new DicomReader().readHeader(Path.of(first.stamp().path())));
                rows = header.number(HeaderView.ROWS);
                columns = header.number(HeaderView.COLUMNS);
            }
            return new PathInfo.Series(nifti ? "" : first.keys().studyKey(), nifti ? "" : first.keys().seriesKey(),
                    nifti ? "NIFTI" : first.facts().modality(), files, frames, rows, columns,
                    nifti ? "" : first.facts().transferSyntax(), bytes);
        }
    }
}
