package sluice.app.curation;

import java.util.List;

/** One kind of destination with the options it declares. */
public record ConnectorRow(String kind, String title, List<OptionRow> options) {

    /** One option, as data for a wizard, flags and documents. */
    public record OptionRow(String name, boolean required, String defaultValue, String help) {}
}
