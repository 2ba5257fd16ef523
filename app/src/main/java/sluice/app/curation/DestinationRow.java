package sluice.app.curation;

import java.util.List;
import java.util.Map;

/** One destination as it is configured; secret options are left out. */
public record DestinationRow(String name, String kind, Map<String, String> options, List<String> recipients, String evidence,
        List<String> accepts) {}
