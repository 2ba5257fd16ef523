package sluice.viewer.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Writes DICOM files (PS3.10): 128 zeros, the prefix, group 0002 made anew, the data set, and its pixel data verbatim.
 *
 * <p>Values that are still the bytes of a file are written as they are (an odd one gets one padding byte). Sequences and
 * items have undefined length, empty ones length 0. Group lengths, Length to End (0008,0001) and groups 0000 and 0002 of
 * the data set are not written. A value too long for the 16-bit length of its VR is written as UN (PS3.5 6.2.2). Standard
 * elements of VR SV, UV and OV get that VR although {@code Attributes} holds them as UN.
 *
 * <p>Has no state: one instance serves any number of threads.
 */
public final class DicomWriter {
    /** Implementation Class UID (0002,0012) of what this class writes, derived from a UUID (PS3.5 B.2). */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.76502738717103997936406647238415338192";

    /** Implementation Version Name (0002,0013) of what this class writes. */
    public static final String IMPLEMENTATION_VERSION_NAME = "SLUICE_0_1";

    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    private static final int PREAMBLE = 128;
    private static final int META_VERSION = 0x00020001;
    private static final int MEDIA_STORAGE_SOP_CLASS = 0x00020002;
    private static final int MEDIA_STORAGE_SOP_INSTANCE = 0x00020003;
    private static final int TRANSFER_SYNTAX = 0x00020010;
    private static final int IMPLEMENTATION_CLASS = 0x00020012;
    private static final int IMPLEMENTATION_VERSION = 0x00020013;
    private static final int SOP_CLASS = 0x00080016;
    private static final int SOP_INSTANCE = 0x00080018;

    private final DataDictionary dictionary;

    public DicomWriter() {
        this(DataDictionary.standard());
    }

    public DicomWriter(DataDictionary dictionary) {
        this.dictionary = dictionary;
        ToolkitSetup.apply();
    }

    /**
     * Writes a whole file from the channel's position on; the channel stays open, and forcing it to disk is the caller's.
     * With a {@code FileChannel}, pixel data of a file goes there without passing through this process's memory.
     *
     * @param fileMeta elements of group 0002 to take over; version, Transfer Syntax and implementation are set, Media
     *     Storage SOP Class and Instance are taken from the data set where they are missing. Not changed.
     * @param dataset the data set, not changed; its pixel data element is ignored where {@code pixels} is given
     * @param pixels the pixel data, or null
     * @param transferSyntax the encoding; must be encapsulated if and only if {@code pixels} are
     * @return bytes written
     * @throws DicomException where it cannot be written as asked; what is in the channel by then is no file
     */
    public long write(WritableByteChannel target, Attributes fileMeta, Attributes dataset, PixelSource pixels,
            TransferSyntax transferSyntax) throws IOException {
        check(pixels, transferSyntax);
        ByteSink sink = new ByteSink(target);
        sink.bytes(new byte[PREAMBLE]);
        sink.bytes(PREFIX);
        fileMeta(sink, completed(fileMeta, dataset, transferSyntax));
        if (!transferSyntax.deflated()) {
            new DataSetEncoder(sink, transferSyntax.encoding(), dictionary).topLevel(dataset, pixels);
            sink.flush();
            return sink.written();
        }
        sink.flush();
        CountingChannel counted = new CountingChannel(target);
        try (DeflatingChannel deflating = new DeflatingChannel(counted)) {
            ByteSink inner = new ByteSink(deflating);
            new DataSetEncoder(inner, transferSyntax.encoding(), dictionary).topLevel(dataset, pixels);
            inner.flush();
            deflating.finish();
        }
        return sink.written() + counted.count();
    }

    /** As {@link #write(WritableByteChannel, Attributes, Attributes, PixelSource, TransferSyntax)}, to a stream. */
    public long write(OutputStream target, Attributes fileMeta, Attributes dataset, PixelSource pixels,
            TransferSyntax transferSyntax) throws IOException {
        return write(Channels.newChannel(target), fileMeta, dataset, pixels, transferSyntax);
    }

    private static void check(PixelSource pixels, TransferSyntax transferSyntax) throws IOException {
        if (pixels != null && pixels.encapsulated() != transferSyntax.encapsulated()) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, pixels.tag(), DicomException.NO_OFFSET,
                    pixels.encapsulated()
                            ? "Encapsulated pixel data cannot be written in a native Transfer Syntax"
                            : "Native pixel data cannot be written in an encapsulated Transfer Syntax");
        }
        if (pixels != null && pixels.truncated()) {
            throw pixels.cutOff();
        }
    }

    private static Attributes completed(Attributes fileMeta, Attributes dataset, TransferSyntax transferSyntax) {
        Attributes meta = new Attributes(fileMeta);
        meta.setBytes(META_VERSION, VR.OB, new byte[] {0, 1});
        copyUid(meta, MEDIA_STORAGE_SOP_CLASS, dataset, SOP_CLASS);
        copyUid(meta, MEDIA_STORAGE_SOP_INSTANCE, dataset, SOP_INSTANCE);
        meta.setString(TRANSFER_SYNTAX, VR.UI, transferSyntax.uid());
        meta.setString(IMPLEMENTATION_CLASS, VR.UI, IMPLEMENTATION_CLASS_UID);
        meta.setString(IMPLEMENTATION_VERSION, VR.SH, IMPLEMENTATION_VERSION_NAME);
        return meta;
    }

    private static void copyUid(Attributes meta, int metaTag, Attributes dataset, int tag) {
        String uid = RawElements.ascii(dataset, tag);
        if (!meta.containsValue(metaTag) && isUid(uid)) {
            meta.setString(metaTag, VR.UI, uid);
        }
    }

    private static boolean isUid(String text) {
        return !text.isEmpty() && text.length() <= 64 && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private void fileMeta(ByteSink sink, Attributes meta) throws IOException {
        Attributes group2 = new Attributes();
        for (int tag : meta.tags()) {
            if (tag >>> 16 == 2) {
                group2.addSelected(meta, tag);
            }
        }
        CountingChannel length = new CountingChannel(null);
        ByteSink measure = new ByteSink(length);
        new DataSetEncoder(measure, Encoding.EXPLICIT_LITTLE, dictionary).elements(group2);
        sink.tag(0x00020000, false);
        sink.u8('U');
        sink.u8('L');
        sink.u16(4, false);
        sink.u32(measure.written(), false);
        new DataSetEncoder(sink, Encoding.EXPLICIT_LITTLE, dictionary).elements(group2);
    }
}
