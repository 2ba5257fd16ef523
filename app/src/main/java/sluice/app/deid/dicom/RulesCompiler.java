package sluice.app.deid.dicom;

import java.util.HashMap;
import java.util.Map;
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

    public RulesCompiler(AttributeDictionary dictionary, ConfidentialityTable table, HouseRules house,
            IdentityAttributes identity) {
        this.dictionary = dictionary;
        this.table = table;
        this.house = house;
        this.identity = identity;
    }

    /** The compiler over the tables that the product ships. */
    public static RulesCompiler shipped() {
        return new RulesCompiler(AttributeDictionary.load(), ConfidentialityTable.load(), HouseRules.load(),
                IdentityAttributes.load());
    }

    /** The edition of the table that recipes are compiled against, for example {@code PS3.15 2026c}. */
    public String edition() {
        return table.edition();
    }

    public AttributeDictionary dictionary() {
        return dictionary;
    }

    /** Compiles a recipe. */
    public Rules compile(Recipe recipe, ActionResolver resolver) {
        int[] tags = new int[Rules.SLOTS];
        int[] facts = new int[Rules.SLOTS];
        Map<Integer, HouseRules.Rule> houseRules = new HashMap<>();
        for (HouseRules.Rule rule : house.rules()) {
            if (rule.pattern().isSingleTag()) {
                houseRules.put(rule.pattern().tag(), rule);
            }
        }
        dictionary.forEach(tag -> put(tags, facts, tag, fact(tag, recipe, resolver, houseRules.get(tag))));
        for (ProfileRow row : table.rows()) {
            if (row.pattern().isSingleTag() && !dictionary.contains(row.pattern().tag())) {
                int tag = row.pattern().tag();
                put(tags, facts, tag, fact(tag, recipe, resolver, null));
            }
        }
        return new Rules(tags, facts, family(0x5000_0000, recipe, resolver), family(0x6000_3000, recipe, resolver));
    }

    private int family(int example, Recipe recipe, ActionResolver resolver) {
        return fact(example, recipe, resolver, null);
    }

    private static void put(int[] tags, int[] facts, int tag, int fact) {
        int slot = Rules.slot(tags, facts, tag);
        tags[slot] = tag;
        facts[slot] = fact;
    }

    private int fact(int tag, Recipe recipe, ActionResolver resolver, HouseRules.Rule houseRule) {
        StandardVr vr = dictionary.vr(tag) == null ? StandardVr.UN : dictionary.vr(tag);
        StandardVr other = dictionary.vr(tag) == null ? vr : dictionary.otherVr(tag);
        IdentityAttributes.Kind kind = identity.kinds().get(tag);
        if (kind == null && vr == StandardVr.PN) {
            kind = IdentityAttributes.Kind.NAME;
        }
        ProfileRow row = table.row(tag);
        AttributeOverride override = override(tag, recipe);
        if (override != null) {
            int fact = Rules.pack(op(tag, override.action(), vr), Rule.OVERRIDE, vr, other, kind);
            return row != null && override.action() == ActionCode.K ? Rules.weaker(fact) : fact;
        }
        if (row != null) {
            return Rules.pack(op(tag, resolver.resolve(row, row.basic(), vr), vr), Rule.TABLE_E1_1, vr, other, kind);
        }
        if (houseRule != null) {
            return Rules.pack(op(tag, houseRule.action(), vr), Rule.HOUSE, vr, other, kind);
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
            case Z -> tag == Tag.PatientName ? Op.PATIENT_NAME : Op.EMPTY;
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
