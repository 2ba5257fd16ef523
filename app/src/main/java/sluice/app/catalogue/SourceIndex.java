package sluice.app.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Blind indexes of source files: 48 bits for the folder (or the UID without its last component), then 80 bits for the whole.
 * Neighbours on disk are so neighbours in the index, without which each file of a large scan would touch a page of its own;
 * what it gives away, which files lie together, the study numbers beside it say anyway.
 */
final class SourceIndex {

    private static final int GROUP_BYTES = 6;
    private static final int GROUPS_KEPT = 256;

    private final Crypt crypt;
    private final Map<String, byte[]> groups = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > GROUPS_KEPT;
        }
    };

    SourceIndex(Crypt crypt) {
        this.crypt = crypt;
    }

    byte[] path(String path) {
        return index("path", path, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }

    /** Of a SOP Instance UID, or of the content where there is none. */
    byte[] object(ObjectKeys keys, String sha256) {
        String uid = keys.sopInstanceUid();
        return uid == null ? crypt.index("object content", sha256) : index("object", uid, uid.lastIndexOf('.'));
    }

    private byte[] index(String domain, String value, int end) {
        String group = domain + " group " + value.substring(0, Math.max(end, 0));
        byte[] index = crypt.index(domain, value);
        byte[] of = groups.computeIfAbsent(group, g -> Arrays.copyOf(crypt.index("group", g), GROUP_BYTES));
        System.arraycopy(of, 0, index, 0, GROUP_BYTES);
        return index;
    }
}
