package sluice.app.curation;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import sluice.app.catalogue.Catalogue;
import sluice.app.deid.pseudonym.KnownPatients;
import sluice.app.deid.pseudonym.PatientKey;

/** The patients whose pseudonyms the catalogue keeps. What was found is remembered while the workspace is open. */
public final class CataloguePatients implements KnownPatients {
    private final Catalogue catalogue;
    private final Map<PatientKey, OptionalInt> versions = new ConcurrentHashMap<>();
    private final Map<String, Boolean> given = new ConcurrentHashMap<>();

    public CataloguePatients(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public OptionalInt version(PatientKey patient) {
        return versions.computeIfAbsent(patient, key -> catalogue.read(
                view -> view.pseudonyms().secretVersion(key.kind().name(), key.normalized())));
    }

    @Override
    public boolean given(String pseudonym) {
        return given.computeIfAbsent(pseudonym, p -> catalogue.read(view -> view.pseudonyms().given(p)));
    }
}
