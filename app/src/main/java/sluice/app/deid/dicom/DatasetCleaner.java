package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.IodTypes;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.StandardVr;

/**
 * Applies the rules to one data set and all its sequences and makes a new one; kept values share their bytes with the source.
 * One object per data set.
 */
final class DatasetCleaner {

    /** Deeper nesting is removed; the deepest standard template needs about ten levels. */
    static final int DEEPEST = 64;

    private static final int ODD_GROUP = 0x0001_0000;

    private final Rules rules;
    private final IodTypes.Node place;
    private final Replacements replacements;
    private final ValueKeeper values;
    private final Residuals residuals;
    private final Journal journal;
    private final OverlayKeeper overlays;
    private final List<PrivateBlocks.Block> keptBlocks = new ArrayList<>(0);
    private PrivateDeclarations declarations;
    private boolean weaker;
    private int used;
    private int broken;

    /**
     * @param place the top level of the IOD, or null
     * @param overlays keeps overlay planes; null where the recipe does not clean graphics
     */
    DatasetCleaner(Rules rules, IodTypes.Node place, Replacements replacements, ValueKeeper values, Residuals residuals,
            Journal journal, OverlayKeeper overlays) {
        this.rules = rules;
        this.place = place;
        this.replacements = replacements;
        this.values = values;
        this.residuals = residuals;
        this.journal = journal;
        this.overlays = overlays;
    }

    /** The cleaned copy of a data set. */
    Attributes clean(Attributes source) {
        Attributes out = new Attributes(source.bigEndian(), source.size() + 8);
        if (rules.privates().keepAny()) {
            declarations = PrivateDeclarations.of(source);
        }
        level(new Level(source, out, place, Inside.RULES, 0, new PrivateBlocks()));
        if (declarations != null) {
            declarations.write(out, keptBlocks);
        }
        return out;
    }

    /** True if an override kept something that the Basic Profile protects. */
    boolean weakerThanBasic() {
        return weaker;
    }

    /** True if the option kept or cleaned something here. */
    boolean used(ProfileOption option) {
        return (used & 1 << option.ordinal()) != 0;
    }

    /** True if something stands against what the option promises: an override, or graphics that had to go as a whole. */
    boolean broken(ProfileOption option) {
        return (broken & 1 << option.ordinal()) != 0;
    }

    private void level(Level at) {
        try {
            at.source().accept((owner, tag, vr, value) -> {
                if ((tag & ODD_GROUP) != 0 && (tag & 0xffff) != 0 && declarations != null) {
                    privateAttribute(at, tag, vr, value);
                } else {
                    attribute(at, tag, vr, value, rules.fact(tag));
                }
                return true;
            }, false);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a visitor of attributes throws nothing", e);
        }
        closeBlocks(at);
    }

    private void attribute(Level at, int tag, VR vr, Object value, Fact fact) {
        if (overlays != null && overlays.keep(at, tag, vr, value, fact)) {
            return;
        }
        Op op = fact.op(at.place(), tag);
        if (at.inside() == Inside.CLEAN && fact.cleanable() && fact.rule() != Rule.OVERRIDE) {
            op = Op.CLEAN;
        }
        if (!Values.isEmpty(value)) {
            account(tag, fact, op);
        }
        carryOut(op, at, tag, vr, value, fact);
    }

    private void account(int tag, Fact fact, Op op) {
        Fact.Deviation deviation = fact.deviation();
        if (deviation.weaker()) {
            weaker = true;
            journal.note(tag, Done.KEPT_BY_RECIPE, fact.rule());
        }
        broken |= deviation.breaks();
        if (deviation.option() != null) {
            if (op == Op.KEEP || op == Op.CLEAN) {
                used |= 1 << deviation.option().ordinal();
            } else if (deviation.option() == ProfileOption.CLEAN_GRAPHICS) {
                broken |= 1 << ProfileOption.CLEAN_GRAPHICS.ordinal();
            }
        }
    }

    private void carryOut(Op op, Level at, int tag, VR vr, Object value, Fact fact) {
        boolean empty = Values.isEmpty(value);
        Rule rule = fact.rule();
        switch (op) {
            case REMOVE -> journal.note(tag, Done.REMOVED, rule);
            case KEEP -> keep(at, tag, vr, value, fact, false);
            case CLEAN -> keep(at, tag, vr, value, fact, true);
            case EMPTY -> {
                setEmpty(at.out(), tag, vr, fact);
                report(tag, Done.EMPTIED, rule, !empty);
            }
            case DUMMY -> dummy(at.out(), tag, vr, fact, empty);
            case REPLACE -> replace(at.out(), tag, fact);
            case NEW_UID -> values.uid(at, tag, vr, value, rule, false);
            case DUMMY_ITEMS -> {
                if (empty) {
                    setEmpty(at.out(), tag, vr, fact);
                } else {
                    sequence(at, tag, value, Inside.DUMMY);
                }
            }
            case DUMMY_CODE -> {
                if (empty) {
                    setEmpty(at.out(), tag, vr, fact);
                } else {
                    Dummies.putCode(at.out(), tag);
                    journal.note(tag, Done.DUMMY, rule);
                }
            }
            case PATIENT_ID -> nestedPatientId(at, tag, vr, value, rule);
            case PATIENT_NAME -> {
                setEmpty(at.out(), tag, vr, fact);
                report(tag, Done.EMPTIED, rule, !empty && !journal.atTop());
            }
        }
    }

    private void report(int tag, Done done, Rule rule, boolean changed) {
        if (changed) {
            journal.note(tag, done, rule);
        }
    }

    private static void setEmpty(Attributes out, int tag, VR vr, Fact fact) {
        VR standard = Values.toolkit(fact.vr());
        if (standard == VR.SQ) {
            out.newSequence(tag, 0);
        } else {
            out.setNull(tag, standard == VR.UN ? vr : standard);
        }
    }

    private void dummy(Attributes out, int tag, VR vr, Fact fact, boolean empty) {
        if (empty) {
            setEmpty(out, tag, vr, fact);
            return;
        }
        VR standard = Values.toolkit(fact.vr());
        Dummies.put(out, tag, standard == VR.UN ? vr : standard);
        journal.note(tag, Done.DUMMY, fact.rule());
    }

    /** Values of recipes are ASCII and have been checked against the VR. */
    private void replace(Attributes out, int tag, Fact fact) {
        String value = fact.deviation().value();
        byte[] bytes = ((value.length() & 1) == 0 ? value : value + " ").getBytes(StandardCharsets.US_ASCII);
        out.setBytes(tag, Values.toolkit(fact.vr()), bytes);
        journal.note(tag, Done.DUMMY, fact.rule());
    }

    private void nestedPatientId(Level at, int tag, VR vr, Object value, Rule rule) {
        if (journal.atTop() || Values.isEmpty(value)) {
            at.out().setNull(tag, VR.LO);
            return;
        }
        String issuer = Values.text(at.source(), VR.LO, at.source().getValue(Tag.IssuerOfPatientID), true);
        at.out().setString(tag, VR.LO, replacements.patient(Values.text(at.source(), vr, value, true), issuer));
        journal.note(tag, Done.PSEUDONYM, rule);
    }

    private void keep(Level at, int tag, VR vr, Object value, Fact fact, boolean clean) {
        boolean ofSequence = fact.vr() == StandardVr.SQ;
        if (value instanceof Sequence || ofSequence) {
            if (!ofSequence) {
                journal.note(tag, Done.REMOVED, Rule.VR);
            } else if (Values.isEmpty(value)) {
                at.out().newSequence(tag, 0);
            } else {
                sequence(at, tag, value, clean ? Inside.CLEAN : Inside.RULES);
            }
        } else if (Values.isEmpty(value)) {
            at.out().setValue(tag, vr, value);
        } else if (!values.keep(at, tag, vr, value, fact, clean)) {
            Op instead = fact.instead().at(at.place(), tag);
            carryOut(instead == Op.KEEP || instead == Op.CLEAN ? Op.DUMMY : instead, at, tag, vr, value, fact);
        }
    }

    private void sequence(Level at, int tag, Object value, Inside demand) {
        Sequence items = value instanceof Sequence s ? s : null;
        if (items == null || at.depth() >= DEEPEST) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
            return;
        }
        Sequence copy = at.out().newSequence(tag, items.size());
        for (int i = 0; i < items.size(); i++) {
            Attributes item = items.get(i);
            Attributes cleaned = new Attributes(at.out().bigEndian(), item.size());
            copy.add(cleaned);
            journal.enter(tag, i);
            level(at.item(item, cleaned, tag, demand));
            journal.leave();
        }
    }

    private void privateAttribute(Level at, int tag, VR vr, Object value) {
        if (PrivateBlocks.isCreator(tag)) {
            String creator = Pseudonyms.trim(Values.text(at.source(), VR.LO, value, true));
            boolean names = !creator.isEmpty()
                    && !residuals.found(at.source(), tag, StandardVr.LO, StandardVr.LO, value, null);
            at.blocks().add(tag, names ? creator : "", value instanceof byte[] bytes ? Padding.cutBehind(bytes) : value);
            return;
        }
        PrivateBlocks.Block block = at.blocks().of(tag);
        if (block == null || block.creator().isEmpty() || Values.isEmpty(value)) {
            journal.note(tag, Done.REMOVED, Rule.PRIVATE);
            return;
        }
        attribute(at, tag, vr, value, rules.privates().fact(block.creator(), tag, vr, declarations.safe(block.creator(), tag)));
        if (at.out().contains(tag)) {
            block.kept().add(tag & 0xff);
        }
    }

    /** A block's creator stays if something of the block does. */
    private void closeBlocks(Level at) {
        for (PrivateBlocks.Block block : at.blocks().all()) {
            if (block.kept().isEmpty()) {
                journal.note(block.creatorTag(), Done.REMOVED, Rule.PRIVATE);
            } else {
                at.out().setValue(block.creatorTag(), VR.LO, block.value());
                keptBlocks.add(block);
            }
        }
    }

    /** Notes that concern the whole data set. */
    void notes() {
        if (weaker) {
            journal.note(Note.WEAKER_THAN_BASIC);
        }
    }
}
