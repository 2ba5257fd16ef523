package sluice.app.deid.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Rule;
import sluice.viewer.dicom.RawElements;

/** Puts an empty document where an encapsulated one was: a PDF of one blank page, two zeros for every other kind. */
final class BlankDocuments {

    private static final int LENGTH = 0x0042_0015;
    private static final String PDF = "application/pdf";

    private final byte[] pdf;

    BlankDocuments() {
        try (InputStream in = BlankDocuments.class.getResourceAsStream("/sluice/app/deid/blank.pdf")) {
            this.pdf = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the document of an instance that has one. */
    void replace(Attributes source, Attributes out, Journal journal) {
        if (!source.containsValue(Tag.EncapsulatedDocument)) {
            return;
        }
        boolean isPdf = RawElements.ascii(source, Tag.MIMETypeOfEncapsulatedDocument).equalsIgnoreCase(PDF);
        int length = isPdf ? pdf.length : 2;
        out.setBytes(Tag.EncapsulatedDocument, VR.OB, isPdf ? Arrays.copyOf(pdf, length + (length & 1)) : new byte[2]);
        if (out.contains(LENGTH)) {
            out.setInt(LENGTH, VR.UL, length);
        }
        journal.note(Tag.EncapsulatedDocument, Done.DUMMY, Rule.OPAQUE);
        journal.note(Note.DOCUMENT_REMOVED);
    }
}
