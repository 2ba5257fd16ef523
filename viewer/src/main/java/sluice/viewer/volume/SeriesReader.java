package sluice.viewer.volume;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;

/** Files of one or more series, in any order, as volumes. Headers are read now, pixels when a slice is asked for. */
public final class SeriesReader {
    private final DicomReader reader;
    private final Codecs codecs;

    public SeriesReader(DicomReader reader, Codecs codecs) {
        this.reader = reader;
        this.codecs = codecs;
    }

    /**
     * What the files hold.
     *
     * @param volumes by series number, echo, kind of image and orientation
     * @param aside what went into no volume, with the reason, by file
     * @param findings about all together
     */
    public record Series(List<Volume> volumes, List<Aside> aside, List<Finding> findings) {}

    /**
     * Reads the headers.
     *
     * @param progress told the number of files read so far
     * @throws InterruptedIOException where the thread is interrupted
     * @throws IOException where a file cannot be read at all
     */
    public Series read(Collection<Path> files, IntConsumer progress) throws IOException {
        List<Frame> frames = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        FrameReader lister = new FrameReader(codecs, frames, aside);
        int done = 0;
        for (Path path : files) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("reading was interrupted");
            }
            try {
                DicomFile file = reader.read(path);
                lister.read(path, file);
            } catch (DicomException e) {
                aside.add(new Aside(path, 0, e.reason() == DicomException.Reason.NOT_DICOM ? Aside.Reason.NOT_DICOM
                        : Aside.Reason.UNREADABLE));
            }
            progress.accept(++done);
        }
        StackBuilder.Built built = StackBuilder.of(frames);
        aside.addAll(built.aside());
        List<Finding> findings = new ArrayList<>();
        if (built.volumes().size() > 1) {
            findings.add(new Finding(Finding.Kind.SEVERAL_VOLUMES, built.volumes().size(), "the files hold several volumes"));
        }
        int repeated = (int) built.aside().stream().filter(a -> a.reason() == Aside.Reason.REPEATED_INSTANCE).count();
        if (repeated > 0) {
            findings.add(new Finding(Finding.Kind.REPEATED_INSTANCE, repeated, "frames were given more than once"));
        }
        aside.sort(Comparator.comparing(Aside::file).thenComparing(Aside::reason));
        return new Series(List.copyOf(built.volumes()), List.copyOf(aside), List.copyOf(findings));
    }
}
