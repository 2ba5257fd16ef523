package sluice.app.deid.dicom;

import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.IodTypes;

/**
 * An action whose form depends on the attribute's type in the IOD at hand.
 *
 * @param required for Type 1 and 1C: a value has to stay
 * @param mayBeEmpty for Type 2 and 2C
 * @param optional for Type 3 and attributes that the IOD does not have
 * @param unknown where the IOD is not known
 */
record Choice(Op required, Op mayBeEmpty, Op optional, Op unknown) {

    static Choice always(Op op) {
        return new Choice(op, op, op, op);
    }

    /**
     * How an action of Table E.1-1a is carried out. Without knowledge of the IOD a conditional action becomes the alternative
     * that is valid whatever the type. With it, X and Z give way to what the type demands as well: an object must not become
     * invalid, and a dummy says no more than nothing.
     *
     * @param dummy how this attribute gets a dummy (D)
     * @param empty how this attribute is emptied (Z)
     */
    static Choice of(ActionCode action, Op dummy, Op empty, boolean sequence) {
        Op references = sequence ? Op.KEEP : Op.NEW_UID;
        return switch (action) {
            case D -> always(dummy);
            case Z -> new Choice(dummy, empty, empty, empty);
            case X -> new Choice(dummy, empty, Op.REMOVE, Op.REMOVE);
            case Z_D -> new Choice(dummy, empty, empty, dummy);
            case X_Z -> new Choice(dummy, empty, Op.REMOVE, empty);
            case X_D, X_Z_D -> new Choice(dummy, empty, Op.REMOVE, dummy);
            case X_Z_U, U -> always(references);
            case K -> always(Op.KEEP);
            case C -> always(Op.CLEAN);
        };
    }

    boolean fixed() {
        return required == unknown && mayBeEmpty == unknown && optional == unknown;
    }

    /** @param place where the attribute stands, or null */
    Op at(IodTypes.Node place, int tag) {
        if (place == null || fixed()) {
            return unknown;
        }
        return switch (place.type(tag)) {
            case ONE, ONE_C -> required;
            case TWO, TWO_C -> mayBeEmpty;
            case THREE, ABSENT -> optional;
        };
    }
}
