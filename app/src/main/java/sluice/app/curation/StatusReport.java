package sluice.app.curation;

import java.util.List;
import java.util.Map;

/**
 * How everything stands.
 *
 * @param studies how many studies are in each state; states without studies are left out
 * @param quarantined files that are not in the work list
 */
public record StatusReport(String site, Map<String, Long> studies, long quarantined, List<DeliveryRow> deliveries) {}
