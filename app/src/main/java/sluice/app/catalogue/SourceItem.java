package sluice.app.catalogue;

/** What a scan says about one file. */
public sealed interface SourceItem {

    FileStamp stamp();

    /**
     * A file that was understood.
     *
     * @param sha256 of the whole file, 64 hexadecimal digits; stored encrypted
     * @param identity taken when the file is the first of its study
     */
    record SourceFile(FileStamp stamp, String sha256, ObjectFacts facts, ObjectKeys keys, StudyIdentity identity)
            implements SourceItem {

        @Override
        public String toString() {
            return "SourceFile[" + facts.kind() + "]";
        }
    }

    /**
     * A file that was not understood: it stays where it is, belongs to no study and has an open finding.
     *
     * @param code why, as a word for programs
     * @param detail why, as a sentence for people, without a value from the file
     */
    record Quarantined(FileStamp stamp, String code, Severity severity, String detail) implements SourceItem {

        @Override
        public String toString() {
            return "Quarantined[" + code + "]";
        }
    }
}
