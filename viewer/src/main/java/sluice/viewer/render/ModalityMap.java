package sluice.viewer.render;

import sluice.viewer.dicom.DisplayHeader;
import sluice.viewer.dicom.LookupTable;
import sluice.viewer.dicom.Rescale;

/** From stored to real values: the modality LUT (PS3.3 C.11.1). */
public sealed interface ModalityMap {

    double real(double stored);

    /** Of a frame's header: the table where there is one, else the rescale. */
    static ModalityMap of(DisplayHeader header) {
        return header.modalityTable().<ModalityMap>map(Tabled::new).orElseGet(() -> new Linear(header.rescale()));
    }

    /** Slope and intercept. */
    record Linear(Rescale rescale) implements ModalityMap {
        @Override
        public double real(double stored) {
            return rescale.apply(stored);
        }
    }

    /** A table; its entries are the real values. Stored values between whole numbers are rounded. */
    record Tabled(LookupTable table) implements ModalityMap {
        @Override
        public double real(double stored) {
            return table.at(stored);
        }
    }
}
