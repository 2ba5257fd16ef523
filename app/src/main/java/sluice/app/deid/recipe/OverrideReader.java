package sluice.app.deid.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import sluice.app.deid.recipe.AttributeOverride.Action;
import sluice.app.deid.table.AttributeDictionary;
import sluice.app.deid.table.StandardVr;
import sluice.app.deid.table.TagPattern;

/** Reads the overrides of a recipe. */
final class OverrideReader {

    private static final Set<Action> ACTIONS_1 = Set.of(Action.D, Action.Z, Action.X, Action.K, Action.U);
    private static final int ODD_GROUP = 0x0001_0000;

    private OverrideReader() { }

    /** SOP Instance, Study Instance and Series Instance UID. */
    private static final Set<Integer> UIDS = Set.of(0x00080018, 0x0020000D, 0x0020000E);
    /** SOP Class UID and what describes the pixels (PS3.3 C.7.6.3). */
    private static final Set<Integer> MEANING = Set.of(0x00080016, 0x00280002, 0x00280004, 0x00280006, 0x00280008, 0x00280010,
            0x00280011, 0x00280100, 0x00280101, 0x00280102, 0x00280103);

    static List<AttributeOverride> read(Fields recipe, boolean first) throws RecipeException {
        List<AttributeOverride> overrides = new ArrayList<>();
        for (Object entry : recipe.list("overrides")) {
            String where = "overrides[" + overrides.size() + "]";
            Fields fields = Fields.of(entry, where, first ? Set.of("tag", "action")
                    : Set.of("tag", "creator", "action", "value", "when"));
            try {
                overrides.add(one(fields, where, first));
            } catch (IllegalArgumentException e) {
                throw new RecipeException(where + ": " + e.getMessage(), e);
            }
        }
        return overrides;
    }

    private static AttributeOverride one(Fields fields, String where, boolean first) throws RecipeException {
        String creator = fields.text("creator", "[^\\\\\\p{Cntrl}]{0,63}[^\\\\\\p{Cntrl} ]", "");
        TagPattern pattern = fields.has("tag") ? TagPattern.parse(String.valueOf(fields.raw("tag"))) : null;
        if (pattern == null && creator.isEmpty()) {
            throw new RecipeException(where + " names no attribute: write 'tag', or for private attributes 'creator'");
        }
        if (pattern != null) {
            checkPattern(pattern, creator, where);
        }
        Action action = action(fields, first);
        if (pattern != null && pattern.isSingleTag()) {
            checkStructure(pattern.tag(), action, where);
        }
        if (!creator.isEmpty() && (action == Action.REPLACE || action == Action.MONTH_AND_YEAR)) {
            throw new RecipeException(where + ": private attributes take one of the actions D, Z, X, K, U, C");
        }
        return new AttributeOverride(pattern, creator, action, value(fields, where, pattern, action), condition(fields));
    }

    private static void checkPattern(TagPattern pattern, String creator, String where) throws RecipeException {
        boolean odd = (pattern.bits() & ODD_GROUP) != 0;
        if (odd && creator.isEmpty()) {
            throw new RecipeException(where + ": a private attribute is known by its creator only; write 'creator', and the tag"
                    + " with the block left open, as in 0019,xx0C");
        }
        if (!creator.isEmpty() && (!odd || pattern.mask() != 0xFFFF_00FF)) {
            throw new RecipeException(where + ": the tag of a private attribute has an odd group and leaves the block open, as in"
                    + " 0019,xx0C");
        }
        if ((pattern.bits() >>> 16) < 8 || pattern.mask() >>> 24 == 0) {
            throw new RecipeException(where + ": groups below 0008 are not open to recipes");
        }
    }

    /** Without these an instance is none, or its pixels mean nothing. */
    private static void checkStructure(int tag, Action action, String where) throws RecipeException {
        boolean uid = UIDS.contains(tag);
        if (action != Action.K && (MEANING.contains(tag) || uid && action != Action.U)) {
            throw new RecipeException(where + ": every instance needs this attribute to be read; it takes "
                    + (uid ? "K or U" : "K") + " and nothing else");
        }
    }

    private static Action action(Fields fields, boolean first) throws RecipeException {
        if (!fields.has("action")) {
            throw new RecipeException("field '" + fields.path("action") + "' is missing");
        }
        return fields.oneOf("action", Arrays.stream(Action.values()).filter(a -> !first || ACTIONS_1.contains(a)).toList(),
                Action::key);
    }

    private static String value(Fields fields, String where, TagPattern pattern, Action action) throws RecipeException {
        if (action != Action.REPLACE) {
            if (fields.has("value")) {
                throw new RecipeException(where + ": 'value' belongs to the action replace");
            }
            if (action == Action.MONTH_AND_YEAR && vr(pattern, where).kind() != StandardVr.Kind.DATE) {
                throw new RecipeException(where + ": the action monthAndYear is for dates and times");
            }
            return "";
        }
        if (!fields.has("value")) {
            throw new RecipeException(where + ": the action replace needs a 'value'; to empty an attribute there is Z");
        }
        String value = fields.text("value", "[ -~]{1,64}", "");
        StandardVr vr = vr(pattern, where);
        String form = form(vr);
        if (form == null || !value.matches(form)) {
            throw new RecipeException(where + (form == null ? ": attributes of VR " + vr + " cannot be replaced"
                    : ": 'value' is not valid for VR " + vr + ": it must match " + form));
        }
        return value;
    }

    private static StandardVr vr(TagPattern pattern, String where) throws RecipeException {
        StandardVr vr = pattern.isSingleTag() ? AttributeDictionary.load().vr(pattern.tag()) : null;
        if (vr == null) {
            throw new RecipeException(where + ": this action needs the tag of a single attribute of the standard");
        }
        return vr;
    }

    /** What one value may look like (PS3.5 section 6.2), in ASCII; null where no value can be given as text. */
    private static String form(StandardVr vr) {
        return switch (vr) {
            case CS -> "[A-Z0-9_ ]{1,16}";
            case AE, SH -> "[^\\\\]{1,16}";
            case LO, PN, ST, LT, UT, UC -> "[^\\\\]{1,64}";
            case DA -> "[0-9]{8}";
            case TM -> "[0-9]{2}([0-9]{2}([0-9]{2}(\\.[0-9]{1,6})?)?)?";
            case DT -> "[0-9]{4}([0-9]{2}){0,5}(\\.[0-9]{1,6})?([+-][0-9]{4})?";
            case AS -> "[0-9]{3}[DWMY]";
            case IS -> "[+-]?[0-9]{1,11}";
            case DS -> "[+-]?[0-9]{1,12}(\\.[0-9]{0,3})?";
            default -> null;
        };
    }

    private static Condition condition(Fields fields) throws RecipeException {
        if (!fields.has("when")) {
            return Condition.ALWAYS;
        }
        Fields when = fields.object("when", Set.of("modality", "sopClass", "manufacturer"));
        Condition condition = new Condition(Set.copyOf(when.texts("modality", "[A-Z0-9_ ]{1,16}")),
                Set.copyOf(when.texts("sopClass", "[0-9.]{1,64}")), when.text("manufacturer", "[^\\\\\\p{Cntrl}]{1,64}", ""));
        if (condition.equals(Condition.ALWAYS)) {
            throw new RecipeException("field '" + fields.path("when") + "' says nothing; leave it out");
        }
        return condition;
    }
}
