package sluice.app.deid.dicom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.recipe.AttributeOverride;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.SafePrivate;
import sluice.app.deid.table.StandardVr;

/**
 * What a recipe wants done with private attributes (PS3.5 section 7.8, PS3.15 E.3.10). An attribute is known by its creator,
 * group and the last two digits of its element, never by the block that a system put it into. Not for two threads at once.
 */
final class PrivateRules {

    /** @param declaredSafe by the file itself */
    private record Key(String creator, int tag, VR vr, boolean declaredSafe) { }

    private static final Fact REMOVED = Fact.removed(Rule.PRIVATE, StandardVr.UN, "E.1-1 gggg,eeee: X");

    private final boolean safe;
    private final boolean uids;
    private final boolean datesKept;
    private final boolean datesCleaned;
    private final List<AttributeOverride> overrides;
    private final SafePrivate list;
    private final Map<Key, Fact> known = new HashMap<>();

    /** @param overrides those that hold in the instances at hand */
    PrivateRules(Recipe recipe, List<AttributeOverride> overrides, SafePrivate list) {
        this.safe = recipe.has(ProfileOption.RETAIN_SAFE_PRIVATE);
        this.uids = recipe.has(ProfileOption.RETAIN_UIDS);
        this.datesKept = recipe.has(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES);
        this.datesCleaned = recipe.has(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        this.overrides = overrides.stream().filter(AttributeOverride::isPrivate).toList();
        this.list = list;
    }

    /** False if every private attribute goes. */
    boolean keepAny() {
        return safe || !overrides.isEmpty();
    }

    /** True if what is declared or listed as safe stays. */
    boolean keepSafe() {
        return safe;
    }

    /**
     * @param creator without padding
     * @param vr as in the file
     * @param declaredSafe whether Private Data Element Characteristics Sequence (0008,0300) says so
     */
    Fact fact(String creator, int tag, VR vr, boolean declaredSafe) {
        return known.computeIfAbsent(new Key(creator, tag & 0xFFFF_00FF, vr, declaredSafe), this::decide);
    }

    private Fact decide(Key key) {
        SafePrivate.Entry entry = list.find(key.creator(), key.tag() | 0x1000);
        StandardVr listed = entry == null ? null : entry.vr();
        StandardVr inFile = key.vr() == null ? StandardVr.UN : Values.standard(key.vr());
        StandardVr vr = listed == null || listed == StandardVr.UN ? inFile : listed;
        AttributeOverride override = null;
        for (AttributeOverride o : overrides) {
            if (o.matches(key.creator(), key.tag())) {
                override = o;
            }
        }
        if (override != null) {
            return overridden(override, vr);
        }
        // what has no VR may be anything, also a sequence that nobody decoded
        boolean stays = safe && (listed != null || key.declaredSafe()) && vr != StandardVr.UN;
        return stays ? safe(vr, listed != null ? "E.3.10-1, safe private attribute"
                : "declared safe by (0008,0300) of the file") : REMOVED;
    }

    private static Fact overridden(AttributeOverride override, StandardVr vr) {
        String why = "override " + override.action().key() + " for creator" + override.when().canonical();
        Op dummy = vr == StandardVr.UI ? Op.NEW_UID : vr == StandardVr.SQ ? Op.DUMMY_ITEMS : Op.DUMMY;
        Op op = switch (override.action()) {
            case K -> Op.KEEP;
            case C -> cleaned(vr);
            case Z -> Op.EMPTY;
            case D -> dummy;
            case U -> vr == StandardVr.SQ ? Op.KEEP : vr == StandardVr.UI ? Op.NEW_UID : Op.REMOVE;
            default -> Op.REMOVE;
        };
        boolean weaker = op == Op.KEEP || op == Op.CLEAN;
        return new Fact(Choice.always(op), Choice.always(Op.REMOVE), Rule.OVERRIDE, vr, vr, null,
                new Fact.Deviation(weaker, null, 0, "", false), false, why);
    }

    private Fact safe(StandardVr vr, String why) {
        Op op = switch (vr.kind()) {
            case DATE -> datesKept ? Op.KEEP : datesCleaned ? Op.CLEAN : Op.REMOVE;
            case UID -> uids ? Op.KEEP : Op.NEW_UID;
            default -> vr == StandardVr.PN ? Op.DUMMY : cleaned(vr);
        };
        return new Fact(Choice.always(op), Choice.always(Op.REMOVE), Rule.SAFE_PRIVATE, vr, vr, null,
                Fact.Deviation.of(ProfileOption.RETAIN_SAFE_PRIVATE), false, why);
    }

    /** Numbers and terms cannot be cleaned, only searched. */
    private static Op cleaned(StandardVr vr) {
        return switch (vr.kind()) {
            case TEXT, DATE, SEQUENCE -> Op.CLEAN;
            default -> vr == StandardVr.AS ? Op.CLEAN : Op.KEEP;
        };
    }
}
