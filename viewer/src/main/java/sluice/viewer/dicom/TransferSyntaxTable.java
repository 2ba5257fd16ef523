package sluice.viewer.dicom;

import java.util.HashMap;
import java.util.Map;

/** The table {@code transfer-syntaxes.tsv}, immutable once loaded. */
final class TransferSyntaxTable {
    static final TransferSyntaxTable STANDARD = new TransferSyntaxTable();

    private final Map<String, TransferSyntax> byUid = new HashMap<>();

    private TransferSyntaxTable() {
        for (String[] row : Resources.rows("transfer-syntaxes.tsv", 3)) {
            String flags = row[1];
            byUid.put(row[0], new TransferSyntax(row[0], row[2], flags.contains("b"), !flags.contains("i"),
                    flags.contains("d"), flags.contains("e")));
        }
    }

    TransferSyntax get(String uid) {
        return byUid.get(uid);
    }
}
