package sluice.app.deid.table;

/** Value representations of PS3.5 section 6.2 with what de-identification has to know about each. */
public enum StandardVr {
    AE(Kind.TERM), AS(Kind.TERM), AT(Kind.BINARY), CS(Kind.TERM), DA(Kind.DATE), DS(Kind.NUMBER), DT(Kind.DATE),
    FD(Kind.BINARY), FL(Kind.BINARY), IS(Kind.NUMBER), LO(Kind.TEXT), LT(Kind.TEXT), OB(Kind.BINARY), OD(Kind.BINARY),
    OF(Kind.BINARY), OL(Kind.BINARY), OV(Kind.BINARY), OW(Kind.BINARY), PN(Kind.TEXT), SH(Kind.TEXT), SL(Kind.BINARY),
    SQ(Kind.SEQUENCE), SS(Kind.BINARY), ST(Kind.TEXT), SV(Kind.BINARY), TM(Kind.DATE), UC(Kind.TEXT), UI(Kind.UID),
    UL(Kind.BINARY), UN(Kind.BINARY), UR(Kind.TEXT), US(Kind.BINARY), UT(Kind.TEXT), UV(Kind.BINARY);

    private static final StandardVr[] ALL = values();

    /** What a value can hold. */
    public enum Kind {
        /** free text: LO LT PN SH ST UC UR UT */
        TEXT,
        /** short controlled terms: AE AS CS */
        TERM,
        /** numbers written as text: DS IS */
        NUMBER,
        /** dates and times: DA DT TM */
        DATE,
        UID,
        BINARY,
        SEQUENCE
    }

    private final Kind kind;

    StandardVr(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The VR with this ordinal, without a copy of the value array. */
    public static StandardVr at(int ordinal) {
        return ALL[ordinal];
    }
}
