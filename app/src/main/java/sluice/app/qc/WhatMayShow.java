package sluice.app.qc;

import java.util.Locale;
import java.util.Set;
import sluice.viewer.dicom.HeaderView;

/**
 * Whether pixels may show a face or burned-in text, as far as the header can tell. In doubt the answer is yes.
 */
final class WhatMayShow {
    /** Modalities from which a surface can be rendered, and photographs. */
    private static final Set<String> SHOWS_A_SURFACE = Set.of("MR", "CT", "PT", "NM", "XA", "XC", "DMS");
    /** Modalities whose images commonly carry text in their pixels, and captures of screens and paper. */
    private static final Set<String> WITH_TEXT = Set.of("US", "IVUS", "ES", "XC", "SC", "OT", "GM", "OP", "BDUS", "ECG", "RF");
    private static final Set<String> SECONDARY_CAPTURE = Set.of("1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.7.1",
            "1.2.840.10008.5.1.4.1.1.7.2", "1.2.840.10008.5.1.4.1.1.7.3", "1.2.840.10008.5.1.4.1.1.7.4");
    /** Body parts (PS3.16 Annex L) that show no face; a cervical spine commonly shows jaw, mouth and ears. */
    private static final Set<String> NO_FACE = Set.of("ABDOMEN", "ABDOMENPELVIS", "ANKLE", "AORTA", "BLADDER", "BREAST",
            "BRONCHUS", "CHEST", "CHESTABDOMEN", "CHESTABDPELVIS", "COLON", "ELBOW", "EXTREMITY", "FEMUR", "FOOT",
            "FOREARM", "GALLBLADDER", "HAND", "HEART", "HIP", "HUMERUS", "KIDNEY", "KNEE", "LEG", "LIVER", "LSPINE", "LUNG",
            "PANCREAS", "PELVIS", "PROSTATE", "RECTUM", "SHOULDER", "SPLEEN", "SSPINE", "STOMACH", "THIGH", "TSPINE",
            "UTERUS", "WRIST");

    private WhatMayShow() {}

    static boolean face(HeaderView header) {
        if (!header.isImage()) {
            return false;
        }
        String declared = header.text(HeaderView.RECOGNIZABLE_VISUAL_FEATURES);
        if (declared.equals("YES")) {
            return true;
        }
        return !declared.equals("NO") && SHOWS_A_SURFACE.contains(header.text(HeaderView.MODALITY))
                && !NO_FACE.contains(header.text(HeaderView.BODY_PART_EXAMINED).toUpperCase(Locale.ROOT).replace(" ", ""));
    }

    /**
     * @param cleaned whether a program claims to have looked for text in the pixels: then its NO is not believed for those
     *     kinds of image that commonly carry text, because a person has to look
     */
    static boolean burnedInText(HeaderView header, boolean cleaned) {
        if (!header.isImage()) {
            return false;
        }
        String declared = header.text(HeaderView.BURNED_IN_ANNOTATION);
        if (declared.equals("YES")) {
            return true;
        }
        return (cleaned || !declared.equals("NO")) && (WITH_TEXT.contains(header.text(HeaderView.MODALITY))
                || SECONDARY_CAPTURE.contains(header.text(HeaderView.SOP_CLASS_UID)));
    }
}
