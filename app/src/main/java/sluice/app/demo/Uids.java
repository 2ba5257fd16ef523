package sluice.app.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** UIDs of the planted studies, derived from names of roles (PS3.5 B.2), and remembered so that they can be searched for. */
final class Uids {

    private final Map<String, String> byRole = new LinkedHashMap<>();

    /** The UID of a role such as {@code britta/study}; the same at every call and in every run. */
    String of(String role) {
        return byRole.computeIfAbsent(role, r -> {
            UUID uuid = UUID.nameUUIDFromBytes(("planted " + r).getBytes(StandardCharsets.UTF_8));
            return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
        });
    }

    List<PlantedList.Planted> planted() {
        return byRole.values().stream().map(uid -> new PlantedList.Planted(PlantedList.Kind.UID, uid)).toList();
    }
}
