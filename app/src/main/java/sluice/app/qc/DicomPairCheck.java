package sluice.app.qc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import sluice.app.deid.table.NameWords;
import sluice.app.deid.table.SafePrivate;
import sluice.app.deid.text.Escapes;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.HeaderText;
import sluice.viewer.dicom.HeaderView;
import sluice.viewer.dicom.PixelSource;

/** Compares a de-identified DICOM file with its original. */
final class DicomPairCheck {
    private static final Set<Integer> COLOUR_FORM = Set.of(0x00280004, 0x00280006, 0x00280101, 0x00280102);
    private static final Set<String> OPENED_TEXT = Set.of("UT", "LT", "UC", "UR", "ST");
    private static final Set<String> FREE_TEXT = Set.of("LO", "SH", "ST", "LT", "UT", "UC", "PN", "UR", "AE");
    /** Image Pixel, Image Plane and rescale attributes, also of frames (PS3.3 C.7.6.2, C.7.6.3, C.7.6.16). */
    private static final Set<Integer> GEOMETRY = Set.of(0x00280002, 0x00280004, 0x00280006, 0x00280008, 0x00280010, 0x00280011,
            0x00280030, 0x00280100, 0x00280101, 0x00280102, 0x00280103, 0x00281052, 0x00281053, 0x00180050, 0x00180088,
            0x00200032, 0x00200037, 0x00189114, 0x00089007);
    /** Shared and per-frame functional groups with the macros that hold geometry; icons and copies elsewhere may go. */
    private static final Set<Integer> FUNCTIONAL_GROUPS = Set.of(0x52009229, 0x52009230, 0x00289110, 0x00209113, 0x00209116,
            0x00289145);
    private static final Set<String> DOCUMENTS = Set.of("1.2.840.10008.5.1.4.1.1.104.1", "1.2.840.10008.5.1.4.1.1.104.2",
            "1.2.840.10008.5.1.4.1.1.104.3", "1.2.840.10008.5.1.4.1.1.104.4", "1.2.840.10008.5.1.4.1.1.104.5");
    private static final String WAVEFORMS = "1.2.840.10008.5.1.4.1.1.9.";
    /** Meanings and values of codes hold eponyms: Parkinson, Baker. */
    private static final int CODING_SCHEME = 0x00080102;
    private static final int CODE_MEANING = 0x00080104;
    private static final int SHORTEST_PACKED = 12;
    /** Schemes of PS3.16 section 8 with published meanings. */
    private static final Set<String> STANDARD_SCHEMES = Set.of("DCM", "SCT", "SRT", "SNM3", "99SDM", "LN", "UCUM", "FMA", "RADLEX", "MDC", "UMLS", "NCIt", "I10", "ICD10");
    private static final Set<Integer> CODES = Set.of(0x00080100, 0x00080104);
    /** Manufacturer, model and software: often what the institution's or the station's name is, too. */
    private static final Set<Integer> MAKERS = Set.of(0x00080070, 0x00081090, 0x00181020);
    private static final Predicate<Identifier.Kind> SURE = kind -> kind != Identifier.Kind.DOUBTFUL && kind != Identifier.Kind.UID;
    private static final Predicate<Identifier.Kind> NUMBERS = kind -> kind == Identifier.Kind.NUMBER || kind == Identifier.Kind.CONTACT;
    private final DicomReader reader = new DicomReader();
    private final IdentifyingAttributes attributes = IdentifyingAttributes.load();
    private final NameWords words = NameWords.load();
    private final WrittenForms forms = new WrittenForms();
    private final SafePrivate safe = SafePrivate.load();
    private final BlankedPixels blanked = new BlankedPixels(Codecs.standard());
    private final OverlaysInPixels overlaysInPixels = new OverlaysInPixels(Codecs.standard());
    private final FileDigest digest;
    private final Identifiers known;
    private final PixelBytes pixelBytes = new PixelBytes();
    private Sought last;

    /** @param known what other originals of the patient say */
    DicomPairCheck(FileDigest digest, Identifiers known) {
        this.digest = digest;
        this.known = known;
    }

    void check(FilePair pair, Found found) throws IOException {
        DicomFile written = reader.read(pair.written());
        HeaderView header = HeaderView.of(written);
        Claims claims = Claims.of(written);
        marks(written, claims, found);
        show(header, claims, found);
        if (!Files.isReadable(pair.original())) {
            found.add(Found.Code.ORIGINAL_UNREADABLE);
            planes(null, written, claims, found);
            contents(written, pair.written(), claims, sought(known.forbidden(claims)), found);
            return;
        }
        DicomFile original = reader.read(pair.original());
        Identifiers identifiers = new Identifiers(attributes, words, forms).addAll(known).add(original);
        contents(written, pair.written(), claims, sought(identifiers.forbidden(claims)), found);
        boolean encodedAnew = claims.pixelsCleaned() || !original.transferSyntax().equals(written.transferSyntax());
        if (!geometry(written, encodedAnew).equals(geometry(original, encodedAnew))) {
            found.add(Found.Code.GEOMETRY_CHANGED);
        }
        pixels(original, written, claims, found);
        overlaysInPixels.check(original, written, found);
        planes(original, written, claims, found);
    }

    /** Without a claim a plane has been found to be where it must not. */
    private static void planes(DicomFile original, DicomFile written, Claims claims, Found found) {
        if (claims.graphicsCleaned()) {
            OverlayPlanes.check(original, written, found);
        }
    }

    /** Looks for what identifies, and for nothing else; gives back what it read. */
    DicomFile checkIdentity(Path original, Path writtenFile, Found found) throws IOException {
        DicomFile written = reader.read(writtenFile);
        Claims claims = Claims.of(written);
        Identifiers identifiers = new Identifiers(attributes, words, forms).addAll(known).add(reader.readHeader(original));
        contents(written, writtenFile, claims, sought(identifiers.forbidden(claims)), found);
        return written;
    }

    private static void marks(DicomFile written, Claims claims, Found found) {
        boolean emptyPreamble = written.preamble().length == 0 || Arrays.equals(written.preamble(), new byte[128]);
        if (!claims.marked() || !emptyPreamble) {
            found.add(Found.Code.NOT_MARKED);
        }
    }

    private static void show(HeaderView header, Claims claims, Found found) {
        if (WhatMayShow.burnedInText(header, claims.pixelsCleaned())) {
            found.add(Found.Code.BURNED_IN_TEXT, "modality " + header.text(HeaderView.MODALITY)
                    + (claims.pixelsCleaned() ? ", searched and blanked by the program" : ""));
        }
        if (WhatMayShow.face(header)) {
            found.add(Found.Code.RECOGNISABLE_FACE);
        }
        String sopClass = header.text(HeaderView.SOP_CLASS_UID);
        if (DOCUMENTS.contains(sopClass) || sopClass.startsWith(WAVEFORMS)) {
            found.add(Found.Code.DOCUMENT_CONTENT);
        }
    }

    private Sought sought(List<Identifier> identifiers) {
        last = Sought.of(identifiers, last);
        return last;
    }

    private void contents(DicomFile written, Path file, Claims claims, Sought sought, Found found) throws IOException {
        PrivateBlocks blocks = new PrivateBlocks(safe);
        new HeaderText(new HeaderText.Listener() {
            private String scheme = "";

            @Override
            public void text(int tag, String vr, String text) {
                blocks.heard(tag, text);
                place(tag, claims, blocks, found);
                scheme = tag == CODING_SCHEME ? text.strip() : scheme;
                texts(tag, vr, text, STANDARD_SCHEMES.contains(scheme), sought.identifiers(), found);
                Escapes read = FREE_TEXT.contains(vr) ? Escapes.in(text) : null;
                if (read != null) {
                    texts(tag, vr, read.text(), false, sought.identifiers(), found);
                }
                byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                boolean little = FREE_TEXT.contains(vr) && !CODES.contains(tag) && !MAKERS.contains(tag) && text.length() >= SHORTEST_PACKED;
                if (OPENED_TEXT.contains(vr) ? sought.isIn(bytes) : little && sought.isInside(bytes)) {
                    found.add(Found.Code.RESIDUAL_IDENTIFIER, name(tag));
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                place(tag, claims, blocks, found);
                if (sought.isIn(value)) {
                    found.add(Found.Code.RESIDUAL_IDENTIFIER, name(tag));
                }
            }

            @Override
            public boolean enters(int sequence) {
                place(sequence, claims, blocks, found);
                return true;
            }

            @Override
            public void itemBegins() {
                scheme = "";
                blocks.itemBegins();
            }

            @Override
            public void itemEnds() {
                scheme = "";
                blocks.itemEnds();
            }
        }).tell(written);
        if (written.pixels().isPresent()) {
            PixelSource pixels = written.pixels().get();
            if (holdsAnything(pixels.behindLastFrame())) {
                found.add(Found.Code.BEHIND_THE_PIXELS);
            }
            if (sought.isIn(pixels.behindLastFrame()) || pixelBytes.hold(pixels, written.transferSyntax().deflated() ? null : file, sought.searches())) {
                found.add(Found.Code.RESIDUAL_IDENTIFIER, name(pixels.tag()));
            }
        }
    }

    /** @param standard whether the item's code is of a scheme whose meanings are not the writer's */
    private static void texts(int tag, String vr, String text, boolean standard, List<Identifier> identifiers, Found found) {
        if (vr.equals("UI")) {
            if (Identifiers.hasUid(text, identifiers)) {
                found.add(Found.Code.RESIDUAL_UID, name(tag));
            }
        } else if (FREE_TEXT.contains(vr)) {
            boolean code = CODES.contains(tag) || MAKERS.contains(tag);
            if (Identifiers.isIn(text, identifiers, MAKERS.contains(tag) ? NUMBERS : code ? SURE.and(k -> k != Identifier.Kind.PERSON) : SURE)) {
                found.add(Found.Code.RESIDUAL_IDENTIFIER, name(tag));
            } else if (!code && Identifiers.isIn(text, identifiers, k -> k == Identifier.Kind.DOUBTFUL)
                    || code && (standard && tag == CODE_MEANING ? Identifiers.isNameIn(text, identifiers)
                            : Identifiers.isIn(text, identifiers, k -> k == Identifier.Kind.PERSON))) {
                found.add(Found.Code.POSSIBLE_IDENTIFIER, name(tag));
            }
        }
    }

    private static void place(int tag, Claims claims, PrivateBlocks blocks, Found found) {
        if (HeaderText.isPrivate(tag)) {
            if (!claims.safePrivate() && claims.basic()) {
                found.add(Found.Code.PRIVATE_ELEMENT);
            } else if (!blocks.safe(tag)) {
                found.add(Found.Code.PRIVATE_BY_RECIPE, name(tag));
            }
        } else if (HeaderText.isGroupLengthOrPlane(tag) && !(claims.graphicsCleaned() && (tag & 0xFF000000) == 0x60000000
                && (tag & 0xFFFF) != 0)) {
            found.add(Found.Code.FORBIDDEN_GROUP, name(tag));
        }
    }

    /** @param encodedAnew whether colour and precision may be told in another form; the values are compared elsewhere */
    private static List<String> geometry(DicomFile file, boolean encodedAnew) {
        List<String> values = new ArrayList<>();
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                if (GEOMETRY.contains(tag) && !(encodedAnew && COLOUR_FORM.contains(tag))) {
                    values.add(name(tag) + text.strip());
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                // geometry is numbers
            }

            @Override
            public boolean enters(int sequence) {
                return FUNCTIONAL_GROUPS.contains(sequence);
            }
        }).tell(file);
        return values;
    }

    private static boolean holdsAnything(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    private void pixels(DicomFile original, DicomFile written, Claims claims, Found found) throws IOException {
        boolean both = original.pixels().isPresent() && written.pixels().isPresent();
        boolean same = both
                ? samePixels(original.pixels().get(), written.pixels().get())
                : original.pixels().isEmpty() && written.pixels().isEmpty();
        boolean cleared = OverlaysInPixels.declared(original);
        if (!same && !(both && (cleared || original.pixels().get().encapsulated()) && sameValues(original, written, cleared))) {
            boolean dark = both && onlyBlanked(original, written);
            found.add(!dark ? Found.Code.PIXELS_CHANGED : claims.pixelsCleaned() ? Found.Code.PIXELS_BLANKED
                    : Found.Code.PIXELS_BLANKED_UNDECIDED);
        }
    }

    private boolean onlyBlanked(DicomFile original, DicomFile written) throws IOException {
        try {
            return blanked.onlyBlanked(original, written);
        } catch (CodecException e) {
            return false;
        }
    }

    private boolean sameValues(DicomFile original, DicomFile written, boolean storedBitsOnly) throws IOException {
        try {
            return blanked.sameValues(original, written, storedBitsOnly);
        } catch (CodecException e) {
            return false; // nothing is known of it, and it is not what it was
        }
    }

    /** A value of odd length gets the padding byte that PS3.5 section 7.1.1 demands, and is otherwise the same. */
    private boolean samePixels(PixelSource original, PixelSource written) throws IOException {
        long length = original.length();
        return written.length() == length + (length & 1)
                && Arrays.equals(digest.of(original, length), digest.of(written, length));
    }

    private static String name(int tag) {
        return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }
}
