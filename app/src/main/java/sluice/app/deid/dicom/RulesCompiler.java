package sluice.app.deid.dicom;

import java.util.Set;
import org.aoju.bus.image.Tag;
import sluice.app.deid.recipe.AttributeOverride;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.AttributeDictionary;
import sluice.app.deid.table.ConfidentialityTable;
import sluice.app.deid.table.HouseRules;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.PlainImageClasses;
import sluice.app.deid.table.ProfileRow;
import sluice.app.deid.table.StandardVr;

/** Brings recipe, tables and house rules together. The order of precedence: override, Table E.1-1, house rule, rule by VR. */
public final class RulesCompiler {

    /** Code sequences whose code itself names a person or an institution. */
    private static final Set<Integer> IDENTIFYING_CODES =
            Set.of(Tag.PersonIdentificationCodeSequence, Tag.InstitutionCodeSequence);

    private final AttributeDictionary dictionary;
    private final ConfidentialityTable table;
    private final HouseRules house;
    private final IdentityAttributes identity;
    private final Set<String> plainImages;

    public RulesCompiler(AttributeDictionary dictionary, ConfidentialityTable table, HouseRules house,
            IdentityAttributes identity, Set<String> plainImages) {
        this.dictionary = dictionary;
        this.table = table;
        this.house = house;
        this.identity = identity;
        this.plainImages = plainImages;
    }

    /** The compiler over the tables that the product ships. */
    public static RulesCompiler shipped() {
        return new RulesCompiler(AttributeDictionary.load(), ConfidentialityTable.load(), HouseRules.load(),
                IdentityAttributes.load(), PlainImageClasses.load());
    }

    /** The edition of the table that recipes are compiled against, for example {@code PS3.15 2026c}. */
    public String edition() {
        return table.edition();
    }

    public AttributeDictionary dictionary() {
        return dictionary;
    }

    /** Compiles a recipe for one worker: by SOP class at the top level, for every type below. */
    public RuleSet compile(Recipe recipe) {
        return new RuleSet(compile(recipe, ActionResolver.VALID_FOR_EVERY_TYPE), compile(recipe, ActionResolver.PLAIN_IMAGE),
                plainImages);
    }

    /**
     * Compiles a recipe for one worker.
     *
     * @param resolver for the conditional actions
     */
    public Rules compile(Recipe recipe, ActionResolver resolver) {
        return new Rules(tag -> fact(tag, recipe, resolver));
    }

    private int fact(int tag, Recipe recipe, ActionResolver resolver) {
        StandardVr inDictionary = dictionary.vr(tag);
        StandardVr vr = inDictionary == null ? StandardVr.UN : inDictionary;
        StandardVr other = inDictionary == null ? vr : dictionary.otherVr(tag);
        IdentityAttributes.Kind kind = identity.kinds().get(tag);
        if (kind == null && vr == StandardVr.PN) {
            kind = IdentityAttributes.Kind.NAME;
        }
        ProfileRow row = table.row(tag);
        HouseRules.Rule houseRule = house.rule(tag);
        AttributeOverride override = override(tag, recipe);
        if (override != null) {
            int fact = Rules.pack(op(tag, override.action(), vr), Rule.OVERRIDE, vr, other, kind);
            return (row != null || houseRule != null) && override.action() == ActionCode.K ? Rules.weaker(fact) : fact;
        }
        if (row != null) {
            return Rules.pack(op(tag, resolver.resolve(row, row.basic(), vr), vr), Rule.TABLE_E1_1, vr, other, kind);
        }
        if (houseRule != null) {
            return Rules.pack(op(tag, houseRule.action(), vr), Rule.HOUSE, vr, other, kind);
        }
        if (inDictionary == null) {
            return Rules.pack(Op.REMOVE, Rule.UNKNOWN, vr, other, kind);
        }
        return byVr(tag, vr, other, kind);
    }

    private int byVr(int tag, StandardVr vr, StandardVr other, IdentityAttributes.Kind kind) {
        if (vr.kind() == StandardVr.Kind.DATE) {
            return Rules.pack(Op.REMOVE, Rule.DATE_VR, vr, other, kind);
        }
        boolean text = vr.kind() == StandardVr.Kind.TEXT;
        if (dictionary.retired(tag) && (text || vr == StandardVr.OB || vr == StandardVr.UN)) {
            return Rules.pack(Op.REMOVE, Rule.RETIRED, vr, other, kind);
        }
        if (vr == StandardVr.PN) {
            return Rules.pack(Op.DUMMY, Rule.PERSON_VR, vr, other, kind);
        }
        return Rules.pack(Op.KEEP, Rule.TABLE_E1_1, vr, other, kind);
    }

    private static AttributeOverride override(int tag, Recipe recipe) {
        AttributeOverride found = null;
        for (AttributeOverride o : recipe.overrides()) {
            if (o.pattern().matches(tag)) {
                found = o;
            }
        }
        return found;
    }

    private static Op op(int tag, ActionCode action, StandardVr vr) {
        boolean sequence = vr == StandardVr.SQ;
        return switch (action) {
            case K -> Op.KEEP;
            case X -> Op.REMOVE;
            case Z -> tag == Tag.PatientName ? Op.PATIENT_NAME : tag == Tag.PatientID ? Op.PATIENT_ID : Op.EMPTY;
            case D -> {
                if (tag == Tag.PatientID) {
                    yield Op.PATIENT_ID;
                }
                if (vr == StandardVr.UI) {
                    yield Op.NEW_UID;
                }
                if (sequence) {
                    yield IDENTIFYING_CODES.contains(tag) ? Op.DUMMY_CODE : Op.DUMMY_ITEMS;
                }
                yield Op.DUMMY;
            }
            case U -> sequence ? Op.KEEP : Op.NEW_UID;
            default -> throw new IllegalArgumentException(action.code() + " cannot be carried out as it stands");
        };
    }
}
