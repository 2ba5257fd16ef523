package sluice.app.deid.dicom;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.aoju.bus.image.Tag;
import sluice.app.deid.pixels.OverlayPlane;
import sluice.app.deid.recipe.AttributeOverride;
import sluice.app.deid.recipe.Condition;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.AttributeDictionary;
import sluice.app.deid.table.ConfidentialityTable;
import sluice.app.deid.table.HouseRules;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.IodTypes;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.ProfileRow;
import sluice.app.deid.table.SafePrivate;
import sluice.app.deid.table.StandardVr;

/**
 * Brings recipe, tables and house rules together. The order of precedence: override, Table E.1-1 with the selected options,
 * house rule, rule by VR. Where several selected options speak of one attribute, C beats K, because it is the more careful
 * one, and both beat the Basic Profile.
 */
public final class RulesCompiler {

    /** Code sequences whose code itself names a person or an institution. */
    private static final Set<Integer> IDENTIFYING_CODES =
            Set.of(Tag.PersonIdentificationCodeSequence, Tag.InstitutionCodeSequence);
    private static final Set<ProfileOption> OF_TEXT = Set.of(ProfileOption.CLEAN_DESCRIPTORS,
            ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_GRAPHICS);

    private final AttributeDictionary dictionary;
    private final ConfidentialityTable table;
    private final HouseRules house;
    private final IdentityAttributes identity;
    private final IodTypes iods;
    private final SafePrivate safePrivate;

    RulesCompiler(AttributeDictionary dictionary, ConfidentialityTable table, HouseRules house, IdentityAttributes identity,
            IodTypes iods, SafePrivate safePrivate) {
        this.dictionary = dictionary;
        this.table = table;
        this.house = house;
        this.identity = identity;
        this.iods = iods;
        this.safePrivate = safePrivate;
    }

    /** The compiler over the tables that the product ships. */
    public static RulesCompiler shipped() {
        return new RulesCompiler(AttributeDictionary.load(), ConfidentialityTable.load(), HouseRules.load(),
                IdentityAttributes.load(), IodTypes.load(), SafePrivate.load());
    }

    /** The edition of the table that recipes are compiled against, for example {@code PS3.15 2026c}. */
    public String edition() {
        return table.edition();
    }

    public AttributeDictionary dictionary() {
        return dictionary;
    }

    /** Compiles a recipe for one worker. */
    public RuleSet compile(Recipe recipe) {
        List<Condition> conditions = recipe.overrides().stream().map(AttributeOverride::when)
                .filter(c -> !c.equals(Condition.ALWAYS)).distinct().toList();
        return new RuleSet(recipe, conditions, holding -> compile(recipe, conditions, holding), iods);
    }

    private Rules compile(Recipe recipe, List<Condition> conditions, BitSet holding) {
        List<AttributeOverride> overrides = recipe.overrides().stream()
                .filter(o -> o.when().equals(Condition.ALWAYS) || holding.get(conditions.indexOf(o.when()))).toList();
        return new Rules(tag -> fact(tag, recipe, overrides), new PrivateRules(recipe, overrides, safePrivate));
    }

    /** What the dictionary and the tables know of an attribute. */
    private record Known(int tag, boolean inDictionary, StandardVr vr, StandardVr other, IdentityAttributes.Kind kind,
            ProfileRow row, HouseRules.Rule houseRule) {

        boolean sequence() {
            return vr == StandardVr.SQ;
        }

        Choice choice(ActionCode action) {
            Op dummy = tag == Tag.PatientID ? Op.PATIENT_ID : vr == StandardVr.UI ? Op.NEW_UID : !sequence() ? Op.DUMMY
                    : IDENTIFYING_CODES.contains(tag) ? Op.DUMMY_CODE : Op.DUMMY_ITEMS;
            Op empty = tag == Tag.PatientName ? Op.PATIENT_NAME : tag == Tag.PatientID ? Op.PATIENT_ID : Op.EMPTY;
            return Choice.of(action, dummy, empty, sequence());
        }

        /**
         * Cleaning means something for text, dates, ages, titles of systems and sequences. Terms and numbers can only be
         * searched; of what is opaque nobody knows what it says, so the profile's own action takes its place.
         */
        Choice cleaned(Choice basic) {
            return switch (vr.kind()) {
                case TEXT, DATE, SEQUENCE -> vr == StandardVr.PN ? choice(ActionCode.D) : Choice.always(Op.CLEAN);
                case BINARY -> basic;
                default -> Choice.always(vr == StandardVr.AS || vr == StandardVr.AE ? Op.CLEAN : Op.KEEP);
            };
        }

        Choice kept() {
            return Choice.always(vr == StandardVr.AS ? Op.CLEAN : Op.KEEP);
        }
    }

    private Known known(int tag) {
        StandardVr inDictionary = dictionary.vr(tag);
        StandardVr vr = inDictionary == null ? StandardVr.UN : inDictionary;
        StandardVr other = inDictionary == null ? vr : dictionary.otherVr(tag);
        IdentityAttributes.Kind kind = identity.kinds().get(tag);
        if (kind == null && vr == StandardVr.PN) {
            kind = IdentityAttributes.Kind.NAME;
        }
        return new Known(tag, inDictionary != null, vr, other, kind, table.row(tag), house.rule(tag));
    }

    private Fact fact(int tag, Recipe recipe, List<AttributeOverride> overrides) {
        Known known = known(tag);
        AttributeOverride override = null;
        for (AttributeOverride o : overrides) {
            if (o.matches(tag)) {
                override = o;
            }
        }
        if (override != null) {
            return overridden(known, override, recipe);
        }
        if (OverlayPlane.isPart(tag) && recipe.has(ProfileOption.CLEAN_GRAPHICS)) {
            return overlay(known);
        }
        if (known.row() != null) {
            return byTable(known, recipe);
        }
        if (known.houseRule() != null) {
            return byHouse(known, recipe);
        }
        if (!known.inDictionary()) {
            return Fact.removed(Rule.UNKNOWN, known.vr(), "neither private nor in the data dictionary");
        }
        return byVr(known, recipe);
    }

    private Fact byTable(Known known, Recipe recipe) {
        ProfileRow row = known.row();
        ProfileOption option = deciding(row, recipe);
        ActionCode action = option == null ? row.basic() : row.options().get(option);
        // a family of repeating groups is no single attribute of an IOD: it goes as a whole
        Choice basic = row.pattern().isSingleTag() ? known.choice(row.basic())
                : Choice.always(known.choice(row.basic()).unknown());
        boolean plane = !row.pattern().isSingleTag();
        Choice choice = action == ActionCode.C ? plane ? basic : known.cleaned(basic)
                : action == ActionCode.K ? known.kept() : basic;
        String why = "E.1-1 " + row.basic().code() + (option == null ? "" : ", " + option.key() + " " + action.code());
        return new Fact(choice, basic, option == null ? Rule.TABLE_E1_1 : Rule.OPTION, known.vr(), known.other(),
                action == ActionCode.K ? withoutIdentity(known.kind()) : known.kind(), Fact.Deviation.of(option), cleanable(row), why);
    }

    /** {@link OverlayKeeper} looks at the planes before; this is what becomes of one that cannot stay. */
    private static Fact overlay(Known known) {
        Choice remove = Choice.always(Op.REMOVE);
        return new Fact(remove, remove, Rule.OPTION, known.vr(), known.other(), null, Fact.Deviation.of(ProfileOption.CLEAN_GRAPHICS),
                false, "E.1-1 60xx,3000 X, cleanGraphics C: planes that can be read stay, without what could be writing");
    }

    /** The selected option that decides on a row, or null. */
    private static ProfileOption deciding(ProfileRow row, Recipe recipe) {
        ProfileOption deciding = null;
        for (ProfileOption option : recipe.options()) {
            ActionCode action = row.options().get(option);
            if (action != null && (deciding == null || action == ActionCode.C && row.options().get(deciding) != ActionCode.C)) {
                deciding = option;
            }
        }
        return deciding;
    }

    private static boolean cleanable(ProfileRow row) {
        // curves and overlays are no text: inside content that is cleaned they go as elsewhere
        return row.pattern().isSingleTag() && OF_TEXT.stream().anyMatch(o -> row.options().get(o) == ActionCode.C);
    }

    /** What a recipe keeps is no secret: it is not looked for elsewhere, and the search must not find it in its own place. */
    private static IdentityAttributes.Kind withoutIdentity(IdentityAttributes.Kind kind) {
        return kind == IdentityAttributes.Kind.TECHNICAL ? kind : null;
    }

    private Fact byHouse(Known known, Recipe recipe) {
        ActionCode action = known.houseRule().action();
        boolean keepUid = action == ActionCode.U && recipe.has(ProfileOption.RETAIN_UIDS);
        boolean date = known.vr().kind() == StandardVr.Kind.DATE;
        if (date) {
            return byDate(known, recipe, Rule.HOUSE, "house rule: " + known.houseRule().reason());
        }
        // these rules protect in any IOD: what may hold everything must not stay as a dummy of itself
        Choice choice = Choice.always(keepUid ? Op.KEEP : known.choice(action).unknown());
        return new Fact(choice, choice, Rule.HOUSE, known.vr(), known.other(), known.kind(),
                Fact.Deviation.of(keepUid ? ProfileOption.RETAIN_UIDS : null), false,
                "house rule " + action.code() + ": " + known.houseRule().reason() + (keepUid ? ", retainUids K" : ""));
    }

    private Fact byVr(Known known, Recipe recipe) {
        if (known.vr().kind() == StandardVr.Kind.DATE) {
            return byDate(known, recipe, Rule.DATE_VR, "date by VR");
        }
        boolean text = known.vr().kind() == StandardVr.Kind.TEXT;
        if (dictionary.retired(known.tag()) && (text || known.vr() == StandardVr.OB || known.vr() == StandardVr.UN)) {
            return Fact.removed(Rule.RETIRED, known.vr(), "retired text or opaque content");
        }
        boolean person = known.vr() == StandardVr.PN;
        return new Fact(Choice.always(person ? Op.DUMMY : known.vr() == StandardVr.AS ? Op.CLEAN : Op.KEEP),
                known.choice(ActionCode.D), person ? Rule.PERSON_VR : Rule.TABLE_E1_1, known.vr(), known.other(), known.kind(),
                Fact.Deviation.NONE, false, person ? "name of a person by VR" : "not listed in E.1-1");
    }

    /** Dates that the table leaves out go the way of those that it lists (PS3.15 E.1.1 suggests to go by VR). */
    private static Fact byDate(Known known, Recipe recipe, Rule rule, String why) {
        boolean full = recipe.has(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES);
        boolean modified = recipe.has(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        ProfileOption option = full ? ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES
                : modified ? ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES : null;
        Choice gone = known.choice(ActionCode.X);
        return new Fact(full ? Choice.always(Op.KEEP) : modified ? Choice.always(Op.CLEAN) : gone, gone, rule, known.vr(),
                known.other(), full ? withoutIdentity(known.kind()) : known.kind(), Fact.Deviation.of(option), false,
                option == null ? why : why + ", " + option.key());
    }

    private Fact overridden(Known known, AttributeOverride override, Recipe recipe) {
        boolean protectedByProfile = known.row() != null || known.houseRule() != null;
        String why = "override " + override.action().key() + override.when().canonical();
        Choice basic = known.row() != null ? known.choice(known.row().basic()) : known.choice(ActionCode.X);
        Choice choice = switch (override.action()) {
            case K -> known.kept();
            case C -> known.cleaned(basic);
            case X -> Choice.always(Op.REMOVE);
            case D -> known.choice(ActionCode.D);
            case Z -> Choice.always(known.choice(ActionCode.Z).unknown());
            case U -> known.choice(ActionCode.U);
            case REPLACE -> Choice.always(Op.REPLACE);
            case MONTH_AND_YEAR -> Choice.always(Op.CLEAN);
        };
        boolean keeps = choice.unknown() == Op.KEEP || choice.unknown() == Op.CLEAN;
        boolean months = override.action() == AttributeOverride.Action.MONTH_AND_YEAR;
        int breaks = 0;
        if (override.action() == AttributeOverride.Action.K && known.row() != null) {
            for (ProfileOption option : recipe.options()) {
                breaks |= known.row().options().get(option) == ActionCode.C ? 1 << option.ordinal() : 0;
            }
        }
        if (OverlayPlane.isPart(known.tag()) && recipe.has(ProfileOption.CLEAN_GRAPHICS)) {
            // whether it is kept or goes, nobody looks at it
            breaks |= 1 << ProfileOption.CLEAN_GRAPHICS.ordinal();
        }
        boolean allowed = known.row() != null && deciding(known.row(), recipe) != null && breaks == 0 && !months;
        return new Fact(choice, basic, Rule.OVERRIDE, known.vr(), known.other(),
                override.action() == AttributeOverride.Action.K ? withoutIdentity(known.kind()) : known.kind(),
                new Fact.Deviation(keeps && protectedByProfile && !allowed, null, breaks, override.value(), months),
                known.row() != null && cleanable(known.row()), why);
    }
}
