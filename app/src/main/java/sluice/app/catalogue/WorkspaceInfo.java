package sluice.app.catalogue;

import java.time.Instant;

/**
 * @param id random name of the workspace; the audit chain begins with it
 * @param schema number of the last migration
 */
public record WorkspaceInfo(String id, String site, Instant created, int schema) {}
