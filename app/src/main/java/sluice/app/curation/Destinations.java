package sluice.app.curation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.StudyState;
import sluice.app.release.DestinationBook;
import sluice.app.release.RecipientKeys;
import sluice.app.settings.Destination;
import sluice.app.settings.Settings;
import sluice.app.settings.SettingsFile;
import sluice.transfer.connector.TransferException;
import sluice.transfer.receipt.Evidence;

/** Adds, lists, tests and removes destinations. */
public final class Destinations {
    /** In place of codes: every finding on HOLD that a person accepted is fine there. */
    public static final String ACCEPTS_ALL = "all";
    private final SettingsFile settings;
    private final Catalogue catalogue;
    private final DestinationBook book;
    private final String actor;

    public Destinations(SettingsFile settings, Catalogue catalogue, DestinationBook book, String actor) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.book = book;
        this.actor = actor;
    }

    /**
     * @throws CurationException.Unknown when the kind or an option is not acceptable, or a key file is no public key
     * @throws CurationException.Refused when there is a destination of that name
     */
    public void add(DestinationSpec spec) throws CurationException, IOException {
        Settings now = settings.load();
        if (now.destination(spec.name()).isPresent()) {
            throw new CurationException.Refused("there is a destination of that name already; remove it first");
        }
        save("destination.add", now, destination(spec));
    }

    /**
     * Puts other options in the place of a destination's, such as a host key that the operator replaced. What is queued for it
     * goes there.
     *
     * @throws CurationException.Unknown as {@link #add}, and when there is none of that name
     * @throws CurationException.Refused when the recipients change while packages for the former ones are on their way
     */
    public void replace(DestinationSpec spec) throws CurationException, IOException {
        Destination former = get(spec.name());
        Destination destination = destination(spec);
        if (hasOpenDeliveries(spec.name()) && !RecipientKeys.fingerprints(former).equals(RecipientKeys.fingerprints(destination))) {
            throw new CurationException.Refused("what is queued is sealed to the former recipients; send or withdraw it first,"
                    + " or add the new recipients as another destination and stage those studies for it");
        }
        save("destination.replace", settings.load(), destination);
    }

    /** The entry is written only if the settings are, and the settings stay as they were if it cannot be begun. */
    private void save(String action, Settings now, Destination destination) throws IOException {
        catalogue.<Void, IOException>commit(AuditDraft.of(actor, action).with("destination", destination.name())
                .with("kind", destination.connector()).with("evidence", destination.evidence())
                .with("recipients", RecipientKeys.fingerprints(destination)), change -> {
                    settings.save(now.with(destination));
                    return null;
                });
    }

    private Destination destination(DestinationSpec spec) throws CurationException, IOException {
        List<Destination.Recipient> recipients = new ArrayList<>();
        for (Path file : spec.recipients()) {
            if (!Files.isRegularFile(file)) {
                throw new CurationException.Unknown("there is no public key at " + file);
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            if (!RecipientKeys.isPublicKey(text)) {
                throw new CurationException.Unknown("the file " + file + " is no Crypt4GH public key");
            }
            recipients.add(new Destination.Recipient(file.getFileName().toString(), text));
        }
        try {
            Evidence.Strength.ofLabel(spec.evidence());
            Map<String, String> options = book.checkedOptions(spec.kind(), spec.options());
            return new Destination(spec.name(), spec.kind(), new TreeMap<>(options), new TreeSet<>(spec.accepts()),
                    spec.evidence(), recipients);
        } catch (TransferException.InvalidOptions | IllegalArgumentException e) {
            throw new CurationException.Unknown(e.getMessage());
        }
    }

    public List<DestinationRow> list() throws IOException {
        return settings.load().destinations().stream().map(d -> new DestinationRow(d.name(), d.connector(), book.shownOptions(d),
                d.recipients().stream().map(Destination.Recipient::name).toList(), d.evidence(), List.copyOf(d.accepts()))).toList();
    }

    /** Connects and says who is there; an unknown host key is shown so that it can be compared and pinned. */
    public DestinationCheck test(String name) throws CurationException, IOException {
        Destination destination = get(name);
        try {
            DestinationBook.Tested tested = book.test(destination);
            return new DestinationCheck(name, true, tested.peer(), tested.capabilities(), "reachable");
        } catch (TransferException e) {
            return new DestinationCheck(name, false, "", List.of(), e.getMessage());
        }
    }

    /** @throws CurationException.Refused while something is on its way there */
    public void remove(String name) throws CurationException, IOException {
        get(name);
        if (hasOpenDeliveries(name)) {
            throw new CurationException.Refused("deliveries to this destination are not done yet; send them, withdraw them, or"
                    + " stage those studies for another destination first");
        }
        catalogue.<Void, IOException>commit(AuditDraft.of(actor, "destination.remove").with("destination", name), change -> {
            settings.save(settings.load().without(name));
            return null;
        });
    }

    private boolean hasOpenDeliveries(String name) {
        Set<StudyState> open = Set.of(StudyState.PACKAGED, StudyState.QUEUED);
        return catalogue.read(view -> view.deliveries().all().stream().filter(d -> d.destination().equals(name))
                .filter(d -> view.artefacts().get(d.artefact()).status() == Artefact.Status.COMPLETE)
                .anyMatch(d -> open.contains(view.studies().get(d.study()).state())));
    }

    /** @throws CurationException.Unknown when there is none of that name */
    Destination get(String name) throws CurationException, IOException {
        return settings.load().destination(name).orElseThrow(() -> new CurationException.Unknown(
                "there is no destination " + name + "; sluice destination list shows them"));
    }

    /** The named destination, or the only one that there is. */
    Destination getOrOnly(java.util.Optional<String> name) throws CurationException, IOException {
        if (name.isPresent()) {
            return get(name.get());
        }
        List<Destination> all = settings.load().destinations();
        if (all.size() == 1) {
            return all.get(0);
        }
        throw new CurationException.Unknown(all.isEmpty()
                ? "there is no destination yet; sluice destination add makes one"
                : "there are several destinations; say which one with --to");
    }
}
