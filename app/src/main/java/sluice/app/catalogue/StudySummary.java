package sluice.app.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What a work list shows of a study's content.
 *
 * @param modalities sorted
 * @param instances objects that count, each once
 * @param files present files including duplicates
 * @param bytes of the objects that count
 * @param worst the gravest open finding
 */
public record StudySummary(
        List<String> modalities, int series, int instances, int files, long bytes, Optional<Severity> worst) {}
