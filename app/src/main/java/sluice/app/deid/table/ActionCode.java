package sluice.app.deid.table;

import java.util.HashMap;
import java.util.Map;

/** Action codes of PS3.15 Table E.1-1a. The conditional ones depend on the attribute's type in the IOD at hand. */
public enum ActionCode {
    /** replace with a non-zero length dummy value */
    D("D"),
    /** replace with a zero length value, or a dummy value */
    Z("Z"),
    /** remove, sequences with all their items */
    X("X"),
    /** keep; sequences are kept with the profile applied to their items */
    K("K"),
    /** clean: replace with values of similar meaning that identify nobody */
    C("C"),
    /** replace with a UID that is consistent within a set of instances */
    U("U"),
    /** Z unless D is required (Type 2 versus Type 1) */
    Z_D("Z/D"),
    /** X unless Z is required (Type 3 versus Type 2) */
    X_Z("X/Z"),
    /** X unless D is required (Type 3 versus Type 1) */
    X_D("X/D"),
    /** X unless Z or D is required (Type 3 versus Type 2 versus Type 1) */
    X_Z_D("X/Z/D"),
    /** X unless Z or replacement of contained instance UIDs is required */
    X_Z_U("X/Z/U*");

    private static final Map<String, ActionCode> BY_CODE = byCode();

    private final String code;

    ActionCode(String code) {
        this.code = code;
    }

    /** The code as printed in the standard, for example {@code X/Z/U*}. */
    public String code() {
        return code;
    }

    /** True where the choice depends on the attribute's type in the IOD. */
    public boolean conditional() {
        return ordinal() > U.ordinal();
    }

    /**
     * The action with this printed code.
     *
     * @throws TableException if the standard defines no such code
     */
    public static ActionCode of(String code) {
        ActionCode action = BY_CODE.get(code);
        if (action == null) {
            throw new TableException("'" + code + "' is not an action code of PS3.15 Table E.1-1a");
        }
        return action;
    }

    private static Map<String, ActionCode> byCode() {
        Map<String, ActionCode> map = new HashMap<>();
        for (ActionCode action : values()) {
            map.put(action.code, action);
        }
        return Map.copyOf(map);
    }
}
