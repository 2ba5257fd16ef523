package sluice.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes the demonstration's report as one self-contained HTML page. */
final class DemoPage {
    private final String style;

    DemoPage() {
        try (InputStream in = DemoPage.class.getResourceAsStream("/sluice/app/report.css")) {
            style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the page's style sheet is part of the program", e);
        }
    }

    String html(DemoReport report) {
        StringBuilder page = new StringBuilder(1 << 16);
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Sluice demonstration</title><style>")
                .append(style).append("</style></head><body>\n<header><h1>Sluice demonstration</h1><p class=\"verdict ")
                .append(report.held() ? "yes\">Everything held: every study was received and nothing planted got out."
                        : "no\">Not everything held. See below.")
                .append("</p></header>\n<main>\n");
        promises(page, report.promises());
        page.append("<section><h2>Before and after</h2>\n");
        report.pictures().forEach(picture -> picture(page, picture));
        page.append("</section>\n<section><h2>Studies</h2>\n");
        report.studies().forEach(study -> study(page, study));
        return page.append("</section>\n</main></body></html>\n").toString();
    }

    private static void promises(StringBuilder page, List<DemoReport.Promise> promises) {
        page.append("<section><h2>What had to hold</h2><ul class=\"promises\">\n");
        for (DemoReport.Promise p : promises) {
            page.append("<li class=\"").append(p.held() ? "yes" : "no").append("\"><b>").append(text(p.text()))
                    .append("</b><span>").append(text(p.detail())).append("</span></li>\n");
        }
        page.append("</ul></section>\n");
    }

    private static void picture(StringBuilder page, DemoReport.Picture p) {
        page.append("<h3>").append(text(p.title())).append("</h3><div class=\"pair\">");
        side(page, "Before, on the hospital's side", p.beforePng(), p.before());
        side(page, "After, as opened by the recipient", p.afterPng(), p.after());
        page.append("</div>\n");
    }

    private static void side(StringBuilder page, String caption, byte[] png, List<DemoReport.Line> lines) {
        page.append("<figure><figcaption>").append(text(caption)).append("</figcaption><img alt=\"")
                .append(text(caption)).append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png)).append("\"><table>");
        for (DemoReport.Line line : lines) {
            page.append("<tr><th>").append(text(line.attribute())).append("</th><td>").append(text(line.value()))
                    .append("</td></tr>");
        }
        page.append("</table></figure>");
    }

    private static void study(StringBuilder page, DemoReport.Study s) {
        page.append("<article><h3>").append(text(s.modality())).append(" study ").append(text(s.handle()))
                .append(" <span class=\"chip ").append(s.state().equals("RECEIVED") ? "yes" : "no").append("\">")
                .append(text(s.state())).append("</span></h3><p>Subject ").append(text(s.pseudonym()))
                .append(" · evidence ").append(text(s.evidence())).append(" · sent as <code>").append(text(s.remoteName()))
                .append("</code>, ").append(s.sealedBytes()).append(" bytes sealed</p>")
                .append("<details><summary>").append(s.files().size()).append(" files</summary><table class=\"files\">"
                        + "<tr><th>File</th><th>Outcome</th><th>Bytes</th><th>SHA-256 of what arrived</th></tr>\n");
        for (DemoReport.File f : s.files()) {
            page.append("<tr><td><code>").append(text(f.name())).append("</code></td><td>").append(text(f.outcome()))
                    .append("</td><td class=\"n\">").append(f.bytes()).append("</td><td><code>")
                    .append(text(f.sha256().substring(0, Math.min(16, f.sha256().length())))).append("…</code></td></tr>\n");
        }
        page.append("</table></details></article>\n");
    }

    private static String text(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
