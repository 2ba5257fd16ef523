package sluice.app.deid.dicom;

import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.ProfileRow;
import sluice.app.deid.table.StandardVr;

/** Chooses among the alternatives of a conditional action (PS3.15 Table E.1-1a). */
@FunctionalInterface
public interface ActionResolver {

    /**
     * @param row the attribute's row
     * @param action the action to resolve, conditional or not
     * @param vr the attribute's VR, or null if the dictionary does not know it
     * @return D, Z, X, K, C or U
     */
    ActionCode resolve(ProfileRow row, ActionCode action, StandardVr vr);

    /**
     * Without knowledge of the IOD: the alternative that is valid whatever the attribute's type. An empty value is valid for
     * Type 2 and 3, a dummy for every type, so X/Z becomes Z and everything that may be Type 1 becomes D. References to
     * images (X/Z/U*) are kept with new UIDs, because annotations are worthless without them.
     */
    ActionResolver VALID_FOR_EVERY_TYPE = (row, action, vr) -> switch (action) {
        case X_Z -> ActionCode.Z;
        case Z_D, X_D, X_Z_D -> ActionCode.D;
        case X_Z_U -> ActionCode.U;
        default -> action;
    };

    /**
     * For the top level of plain images (see {@code PlainImageClasses}): what is Type 3 there is removed, what is Type 2 is
     * emptied.
     */
    ActionResolver PLAIN_IMAGE = (row, action, vr) -> switch (action) {
        case X_Z, X_D, X_Z_D -> ActionCode.X;
        case Z_D -> ActionCode.Z;
        case X_Z_U -> ActionCode.U;
        default -> action;
    };
}
