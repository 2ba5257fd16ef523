package sluice.transfer.bag;

import java.util.HashMap;
import java.util.Map;

/** Takes paths one by one and refuses the first that some supported disk could not hold beside the earlier ones. */
final class PathSet {

    private final Map<String, Boolean> fileByFoldKey = new HashMap<>();

    /** @throws BagException {@code PATH_COLLISION} when the path, or a folder above it, falls together with an earlier one */
    void add(BagPath path) throws BagException {
        String key = path.foldKey();
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            if (Boolean.TRUE.equals(fileByFoldKey.putIfAbsent(key.substring(0, slash), false))) {
                throw collision();
            }
        }
        if (fileByFoldKey.putIfAbsent(key, true) != null) {
            throw collision();
        }
    }

    private static BagException collision() {
        return new BagException(BagException.Reason.PATH_COLLISION,
                "Two paths of the bag are the same file where upper and lower case are not told apart, or one is a folder "
                        + "of the other. One would overwrite the other; the bag is refused. Rename one of them.");
    }
}
