package sluice.app.curation.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.app.deid.Deidentification;
import sluice.app.deid.Refused;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.ReportSummary;
import sluice.app.qc.KAnonymity;
import sluice.viewer.dicom.DataDictionary;

/**
 * A run's report as one self-contained HTML page for people: what was done to which attribute in how many files, what was
 * refused and why, and how far the patients can be told apart by what was retained. Holds no old value and no old name.
 */
final class ReportPage {
    private final ReportSummary summary = new ReportSummary();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final DataDictionary dictionary = DataDictionary.standard();

    void written(Report report) {
        summary.add(report);
    }

    void refused(Refused refused) {
        refusals.merge(refused.reason().name() + ": " + refused.reason().text(), 1, Integer::sum);
    }

    void failed(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    String html(Deidentification deidentification, DeidentifyTree.Result result) throws IOException {
        Recipe recipe = deidentification.recipe();
        StringBuilder page = new StringBuilder(1 << 16);
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>De-identification report</title><style>").append(style()).append("</style></head><body>\n")
                .append("<header><h1>De-identification report</h1><p class=\"verdict ").append(result.refused() == 0 ? "yes" : "no")
                .append("\">").append(count(result.written(), "file")).append(" written, ").append(result.refused())
                .append(" refused, ").append(result.notImages()).append(" not images</p></header>\n<main>\n");
        recipe(page, deidentification, recipe);
        refusals(page);
        notes(page);
        anonymity(page, result.anonymity());
        attributes(page);
        return page.append("</main></body></html>\n").toString();
    }

    private static void recipe(StringBuilder page, Deidentification deidentification, Recipe recipe) {
        page.append("<section><h2>Recipe</h2><article><h3>").append(text(recipe.name())).append(' ').append(text(recipe.version()))
                .append("</h3><p>").append(text(recipe.description())).append("</p><table>");
        row(page, "Options", recipe.options().isEmpty() ? "none: the Basic Profile" : recipe.options().stream()
                .map(o -> o.codeMeaning()).collect(Collectors.joining(", ")));
        row(page, "Table", deidentification.edition());
        row(page, "Digest of the recipe", recipe.digest());
        row(page, "Version of the project secret", String.valueOf(deidentification.secretVersion()));
        page.append("</table></article></section>\n");
    }

    private void refusals(StringBuilder page) {
        if (refusals.isEmpty()) {
            return;
        }
        page.append("<section><h2>Not passed on</h2><article><p>The originals are where they were. The JSON report names each file by its"
                + " number in the run.</p><table>");
        refusals.forEach((reason, n) -> page.append("<tr><td class=\"n\">").append(n).append("</td><td>").append(text(reason))
                .append("</td></tr>\n"));
        page.append("</table></article></section>\n");
    }

    private void notes(StringBuilder page) {
        if (summary.notes().isEmpty()) {
            return;
        }
        page.append("<section><h2>Notes</h2><article><table>");
        for (Map.Entry<Note, Integer> note : summary.notes().entrySet()) {
            page.append("<tr><td class=\"n\">").append(note.getValue()).append("</td><td>").append(text(note.getKey().text()))
                    .append("</td></tr>\n");
        }
        page.append("</table></article></section>\n");
    }

    private static void anonymity(StringBuilder page, KAnonymity.Figures figures) {
        page.append("<section><h2>How far patients can be told apart</h2><article><p>k-anonymity over what is retained about ")
                .append(count(figures.patients(), "patient")).append("; values are not shown.</p><table>");
        if (figures.attributes().isEmpty()) {
            row(page, "Retained", "nothing that is known elsewhere");
        } else {
            row(page, "k", String.valueOf(figures.k()));
            row(page, "Patients with a combination of their own", String.valueOf(figures.unique()));
            row(page, "Patients in groups of fewer than " + KAnonymity.SMALL, String.valueOf(figures.inSmallClasses()));
            for (KAnonymity.Attribute a : figures.attributes()) {
                row(page, a.attribute(), count(a.distinct(), "value") + ", the rarest shared by " + a.smallest());
            }
        }
        page.append("</table></article></section>\n");
    }

    private void attributes(StringBuilder page) {
        page.append("<section><h2>What was done</h2><article><table class=\"files\"><tr><th>Attribute</th><th>Name</th><th>Done</th>"
                + "<th>Rule</th><th>Times</th></tr>\n");
        for (Map.Entry<ReportSummary.Row, Integer> e : summary.rows().entrySet()) {
            ReportSummary.Row row = e.getKey();
            page.append("<tr><td><code>").append(String.format("(%04X,%04X)", row.tag() >>> 16, row.tag() & 0xFFFF))
                    .append("</code></td><td>").append(text(name(row.tag()))).append("</td><td>").append(word(row.done()))
                    .append("</td><td>").append(text(row.rule().key())).append("</td><td class=\"n\">").append(e.getValue())
                    .append("</td></tr>\n");
        }
        page.append("</table></article></section>\n");
    }

    private String name(int tag) {
        if ((tag >>> 16 & 1) == 1) {
            return "private";
        }
        return dictionary.entry(tag).map(DataDictionary.Entry::name).orElse("");
    }

    private static String word(Done done) {
        return done.key().replace('-', ' ');
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><th>").append(text(name)).append("</th><td>").append(text(value)).append("</td></tr>\n");
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String text(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String style() throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream("/sluice/app/report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
