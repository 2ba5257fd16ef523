package sluice.app.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * @param next the cursor for the next page, empty on the last
 */
public record StudyPage(List<StudyRow> rows, Optional<StudyQuery.Cursor> next) {}
