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
import sluice.app.catalogue.Catalogue;
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
        Destination destination = destination(spec);
        settings.save(now.with(destination));
        catalogue.commit(AuditDraft.of(actor, "destination.add").with("destination", spec.name()).with("kind", spec.kind())
                .with("recipients", RecipientKeys.fingerprints(destination)), change -> null);
    }

    private Destination destination(DestinationSpec spec) throws CurationException, IOException {
        List<Destination.Recipient> recipients = new ArrayList<>();
        for (Path file : spec.recipients()) {
            if (!Files.isRegularFile(file)) {
                throw new CurationException.Unknown("there is no public key at " + file);
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
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
        Set<String> done = Set.of("SENT", "RECEIVED", "WITHDRAWN");
        boolean open = catalogue.read(view -> view.deliveries().all().stream().filter(d -> d.destination().equals(name))
                .anyMatch(d -> !done.contains(view.studies().get(d.study()).state().name())));
        if (open) {
            throw new CurationException.Refused("deliveries to this destination are not done yet; withdraw them or send them first");
        }
        settings.save(settings.load().without(name));
        catalogue.commit(AuditDraft.of(actor, "destination.remove").with("destination", name), change -> null);
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
