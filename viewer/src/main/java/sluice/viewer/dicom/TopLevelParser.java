package sluice.viewer.dicom;

import java.io.IOException;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;

/** Reads the top level of a data set, and finds its pixel data without reading it. */
final class TopLevelParser {
    private static final int ZEROS_LOOKED_AT = 4096;

    private final ParseContext context;
    private final Encoding encoding;
    private final PixelStore store;
    private final ElementParser elements;

    private Attributes dataset;
    private PixelElement pixelElement;
    private PixelSource pixels;
    private Attributes meta;
    /** No byte is looked at twice for padding, or runs of zeros would cost the square of their length. */
    private long knownNonZero = -1;

    /** The pixel data element as its header says; {@code length} is {@link Tags#UNDEFINED} where it is encapsulated. */
    private record PixelElement(int tag, org.aoju.bus.image.galaxy.data.VR vr, long value, long length, boolean bigEndian) {}

    TopLevelParser(ParseContext context, Encoding encoding, PixelStore store) {
        this.context = context;
        this.encoding = encoding;
        this.store = store;
        elements = new ElementParser(context);
    }

    Attributes dataset() {
        return dataset;
    }

    Optional<PixelSource> pixels() {
        return Optional.ofNullable(pixels);
    }

    /**
     * The Transfer Syntax, unless it says encapsulated and the pixel data has just the length of native frames: some
     * writers decompress and forget to say so.
     */
    TransferSyntax inFact(TransferSyntax declared) {
        if (pixels == null || pixels.encapsulated() == declared.encapsulated()) {
            return declared;
        }
        context.log.add(Deviation.Code.PIXEL_FORM_MISMATCH, pixels.tag(), pixels.offset());
        boolean decompressed = pixels instanceof NativePixels frames && frames.hasLengthOfFrames();
        return decompressed ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : declared;
    }

    /** @param fileMeta takes the elements of group 0002 that stand in the data set */
    void parse(long start, Attributes fileMeta, boolean headerOnly) throws IOException {
        meta = fileMeta;
        ElementList list = context.listAt(0);
        long position = header(list, start, headerOnly);
        if (!headerOnly && pixelElement != null && position >= 0) {
            tail(list, position);
        }
        dataset = list.toAttributes(context.bigEndian, context.log, start);
        if (pixelElement != null) {
            pixels = source(pixelElement, dataset);
        }
    }

    /** Reads up to the pixel data. Returns where it ends, or -1 where it does not or that was not asked for. */
    private long header(ElementList list, long start, boolean headerOnly) throws IOException {
        long position = start;
        while (context.source.has(position, 1)) {
            if (isPadding(position)) {
                context.log.add(Deviation.Code.TRAILING_BYTES, DicomException.NO_TAG, position);
                break;
            }
            context.header.read(position, encoding, context.signedPixels(0));
            if (Tags.isPixelData(context.header.tag)) {
                return pixelData(position, headerOnly);
            }
            position = element(list, position);
        }
        return -1;
    }

    private void tail(ElementList list, long start) throws IOException {
        long position = start;
        try {
            while (context.source.has(position, 1)) {
                if (isPadding(position)) {
                    context.log.add(Deviation.Code.TRAILING_BYTES, DicomException.NO_TAG, position);
                    return;
                }
                context.header.read(position, encoding, context.signedPixels(0));
                position = element(list, position);
            }
        } catch (DicomException e) {
            if (e.reason() == DicomException.Reason.LIMIT_EXCEEDED) {
                throw e;
            }
            boolean truncated = e.reason() == DicomException.Reason.TRUNCATED;
            context.log.add(truncated ? Deviation.Code.TRUNCATED_TAIL : Deviation.Code.TRAILING_BYTES, e.tag(),
                    position);
        }
    }

    /** Reads the element of the context's header, or steps over what is none. */
    private long element(ElementList list, long position) throws IOException {
        int tag = context.header.tag;
        if (Tags.isStructural(tag)) {
            return stray(list, position);
        }
        if (tag >>> 16 == 2) {
            return misplacedMeta(position);
        }
        if (tag >>> 16 == 0) {
            context.log.add(Deviation.Code.COMMAND_IN_DATA_SET, tag, position);
        }
        long next = elements.parse(list, position, Long.MAX_VALUE, 0);
        if (!list.lastAscends() && list.lastTag() == tag) {
            context.log.add(Deviation.Code.OUT_OF_ORDER, tag, position);
        }
        return next;
    }

    private long stray(ElementList list, long position) throws IOException {
        ElementHeader header = context.header;
        context.log.add(Deviation.Code.STRAY_DELIMITER, header.tag, position);
        SequenceItems open = list.lastItems();
        if (header.tag == Tags.ITEM && open != null) {
            // its sequence claimed to be shorter than it is
            return elements.sequences().item(open, position, header.length, Long.MAX_VALUE, header.encoding, 1);
        }
        if (header.tag == Tags.ITEM) {
            throw new DicomException(DicomException.Reason.CORRUPT, header.tag, position,
                    "An item stands outside of any sequence");
        }
        return position + 8;
    }

    private long misplacedMeta(long position) throws IOException {
        int tag = context.header.tag;
        context.log.add(Deviation.Code.META_IN_DATA_SET, tag, position);
        ElementList alone = new ElementList();
        long next = elements.parse(alone, position, Long.MAX_VALUE, 0);
        Attributes one = alone.toAttributes(context.bigEndian, context.log, position);
        if (!context.bigEndian && !meta.containsValue(tag)) {
            meta.addAll(one);
        }
        return next;
    }

    /** Nothing but zeros, as far as it is worth looking. */
    private boolean isPadding(long position) throws IOException {
        if (position <= knownNonZero) {
            return false;
        }
        int count = 0;
        while (count < ZEROS_LOOKED_AT && context.source.has(position + count, 1)) {
            int i = context.source.at(position + count, 1, DicomException.NO_TAG);
            if (context.source.window[i] != 0) {
                knownNonZero = position + count;
                return false;
            }
            count++;
        }
        return true;
    }

    private long pixelData(long position, boolean headerOnly) throws IOException {
        ElementHeader header = context.header;
        int tag = header.tag;
        long value = position + header.size;
        boolean encapsulated = header.length == Tags.UNDEFINED;
        pixelElement = new PixelElement(tag, header.vr, value, header.length, header.encoding.bigEndian);
        if (!encapsulated) {
            if ((header.length & 1) != 0) {
                context.log.add(Deviation.Code.ODD_LENGTH, tag, position);
            }
            if (!(headerOnly && context.source instanceof InflatedSource)
                    && !context.source.has(value, header.length)) {
                context.log.add(Deviation.Code.TRUNCATED_PIXELS, tag, position);
                return -1;
            }
            return value + header.length;
        }
        if (headerOnly) {
            return -1;
        }
        FragmentTable table = FragmentTable.scan(context.source, value, header.encoding.bigEndian);
        if (table.truncated()) {
            context.log.add(Deviation.Code.TRUNCATED_PIXELS, tag, position);
            return -1;
        }
        if (!table.delimited()) {
            context.log.add(Deviation.Code.MISSING_DELIMITER, tag, table.next());
        }
        return table.next();
    }

    private PixelSource source(PixelElement element, Attributes image) throws IOException {
        FrameLayout layout = FrameLayout.of(image);
        if (element.length == Tags.UNDEFINED) {
            return new EncapsulatedPixels(element.tag, element.vr, store, layout, element.value,
                    ExtendedOffsets.of(image), element.bigEndian);
        }
        return new NativePixels(element.tag, element.vr, store, layout, element.value, element.length,
                element.bigEndian);
    }
}
