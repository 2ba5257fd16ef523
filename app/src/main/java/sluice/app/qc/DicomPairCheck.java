package sluice.app.qc;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.HeaderText;
import sluice.viewer.dicom.HeaderView;
import sluice.viewer.dicom.PixelSource;

/** Compares a de-identified DICOM file with its original. */
final class DicomPairCheck {
    private static final int METHOD_CODE_SEQUENCE_VALUE = 0x00080100;
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
    private final DicomReader reader = new DicomReader();
    private final FileDigest digest;

    DicomPairCheck(FileDigest digest) {
        this.digest = digest;
    }

    void check(FilePair pair, Found found) throws IOException {
        DicomFile written = reader.read(pair.written());
        HeaderView header = HeaderView.of(written);
        marks(written, header, found);
        show(header, found);
        if (!Files.isReadable(pair.original())) {
            found.add(Found.Code.ORIGINAL_UNREADABLE);
            contents(written, null, found);
            besidePixels(written, null, found);
            return;
        }
        DicomFile original = reader.read(pair.original());
        Identifiers identifiers = Identifiers.of(original);
        contents(written, identifiers, found);
        besidePixels(written, identifiers, found);
        if (!geometry(written).equals(geometry(original))) {
            found.add(Found.Code.GEOMETRY_CHANGED);
        }
        pixels(original, written, found);
    }

    private static void marks(DicomFile written, HeaderView header, Found found) {
        boolean[] coded = new boolean[1];
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                coded[0] |= tag == METHOD_CODE_SEQUENCE_VALUE && text.startsWith("1131");
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                // a code is text
            }
        }).tell(written);
        boolean emptyPreamble = written.preamble().length == 0 || Arrays.equals(written.preamble(), new byte[128]);
        if (!header.text(HeaderView.PATIENT_IDENTITY_REMOVED).equals("YES") || !coded[0] || !emptyPreamble) {
            found.add(Found.Code.NOT_MARKED);
        }
    }

    private static void show(HeaderView header, Found found) {
        if (WhatMayShow.burnedInText(header)) {
            found.add(Found.Code.BURNED_IN_TEXT, "modality " + header.text(HeaderView.MODALITY));
        }
        if (WhatMayShow.face(header)) {
            found.add(Found.Code.RECOGNISABLE_FACE);
        }
        String sopClass = header.text(HeaderView.SOP_CLASS_UID);
        if (DOCUMENTS.contains(sopClass) || sopClass.startsWith(WAVEFORMS)) {
            found.add(Found.Code.DOCUMENT_CONTENT);
        }
    }

    /** @param identifiers of the original, or null where it is not there */
    private static void contents(DicomFile written, Identifiers identifiers, Found found) {
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                place(tag, found);
                if (identifiers == null) {
                    return;
                }
                if (vr.equals("UI") && identifiers.hasUid(text)) {
                    found.add(Found.Code.RESIDUAL_UID, name(tag));
                } else if (FREE_TEXT.contains(vr)) {
                    if (identifiers.isIn(text)) {
                        found.add(Found.Code.RESIDUAL_IDENTIFIER, name(tag));
                    } else if (identifiers.mayBeIn(text)) {
                        found.add(Found.Code.POSSIBLE_IDENTIFIER, name(tag));
                    }
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                place(tag, found);
                if (identifiers != null && identifiers.isIn(value)) {
                    found.add(Found.Code.RESIDUAL_IDENTIFIER, name(tag));
                }
            }
        }).tell(written);
    }

    private static void place(int tag, Found found) {
        if (HeaderText.isPrivate(tag)) {
            found.add(Found.Code.PRIVATE_ELEMENT);
        } else if (HeaderText.isGroupLengthOrPlane(tag)) {
            found.add(Found.Code.FORBIDDEN_GROUP, name(tag));
        }
    }

    private static List<String> geometry(DicomFile file) {
        List<String> values = new ArrayList<>();
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                if (GEOMETRY.contains(tag)) {
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

    /** Comments in compressed pixel data stand at its beginning, left-overs of native pixel data behind its last frame. */
    private static void besidePixels(DicomFile written, Identifiers identifiers, Found found) throws IOException {
        if (written.pixels().isEmpty()) {
            return;
        }
        PixelSource pixels = written.pixels().get();
        byte[] beside = pixels.encapsulated() ? StoredBytes.of(pixels, 0) : pixels.behindLastFrame();
        if (!pixels.encapsulated() && holdsAnything(beside)) {
            found.add(Found.Code.BEHIND_THE_PIXELS);
        }
        if (identifiers != null && identifiers.isIn(beside)) {
            found.add(Found.Code.RESIDUAL_IDENTIFIER, name(pixels.tag()));
        }
    }

    private static boolean holdsAnything(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    private void pixels(DicomFile original, DicomFile written, Found found) throws IOException {
        boolean both = original.pixels().isPresent() && written.pixels().isPresent();
        boolean same = both
                ? samePixels(original.pixels().get(), written.pixels().get())
                : original.pixels().isEmpty() && written.pixels().isEmpty();
        if (!same) {
            found.add(Found.Code.PIXELS_CHANGED);
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
