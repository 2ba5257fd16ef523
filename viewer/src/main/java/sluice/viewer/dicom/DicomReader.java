package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads DICOM files (PS3.10), and data sets without preamble or File Meta Information. Files are opened read-only and
 * closed before a method returns. Has no state of its own: one instance serves any number of threads.
 *
 * <p>A {@link DicomException} names no path and no value. Other {@code IOException}s are the platform's, and those may
 * hold the path: callers that pass messages on must not pass these on as they are.
 */
public final class DicomReader {
    private final DataDictionary dictionary;
    private final ReadLimits limits;

    /** With the standard dictionary and {@link ReadLimits#defaults()}. */
    public DicomReader() {
        this(ReadLimits.defaults());
    }

    public DicomReader(ReadLimits limits) {
        this(limits, DataDictionary.standard());
    }

    public DicomReader(ReadLimits limits, DataDictionary dictionary) {
        this.limits = limits;
        this.dictionary = dictionary;
        ToolkitSetup.apply();
    }

    /**
     * Reads group 0002 and the data set up to its pixel data; the rest of the file is not touched.
     *
     * @throws DicomException where the file is no DICOM, ends before its pixel data, is damaged, or exceeds the limits
     * @throws IOException where it cannot be read
     */
    public DicomFile readHeader(Path file) throws IOException {
        return read(file, true);
    }

    /**
     * Reads everything except the pixel data, which stays on disk. Damage after the pixel data is a deviation, not an
     * error; what was read until then is kept.
     *
     * @throws DicomException as {@link #readHeader}
     * @throws IOException where it cannot be read
     */
    public DicomFile read(Path file) throws IOException {
        return read(file, false);
    }

    /**
     * As {@link #read(Path)}, of a file that is in memory.
     *
     * @param file the whole file; kept by the pixel data and therefore not to be changed afterwards
     */
    public DicomFile read(byte[] file) throws IOException {
        return read(new HeapSource(file), new PixelStore.InMemory(file), false);
    }

    private DicomFile read(Path file, boolean headerOnly) throws IOException {
        try (FileSource source = new FileSource(file)) {
            return read(source, new PixelStore.OnDisk(file), headerOnly);
        }
    }

    /** @param whole where the pixel data of a file that is not deflated is read from later */
    DicomFile read(ByteSource source, PixelStore whole, boolean headerOnly) throws IOException {
        DeviationLog log = new DeviationLog();
        FileMeta meta = new FileMetaParser(source, dictionary, limits, log).parse();
        DataSetOpener opener = new DataSetOpener(source, dictionary, limits, log);
        try (DataSetOpener.Opened opened = opener.open(meta)) {
            TransferSyntax syntax = opened.transferSyntax();
            ParseContext context = new ParseContext(opened.source(), dictionary, limits, log, syntax.bigEndian());
            PixelStore store = opened.store(whole, limits);
            TopLevelParser parser = new TopLevelParser(context, opened.encoding(), store);
            parser.parse(opened.start(), meta.attributes(), headerOnly);
            return new DicomFile(meta.preamble(), meta.attributes(), parser.dataset(), parser.inFact(syntax),
                    parser.pixels(), log.toList(), source.size());
        }
    }
}
