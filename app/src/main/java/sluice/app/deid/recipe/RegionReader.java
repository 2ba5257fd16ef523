package sluice.app.deid.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import sluice.app.deid.table.RegionRule;
import sluice.viewer.codec.PixelBox;

/** Reads the field {@code pixels.regions} of a recipe: a site's own known places of text. */
final class RegionReader {

    private static final int LARGEST = 65535;
    private static final String TEXT = "[^\\\\\\p{Cntrl}]{1,64}";
    private static final Set<String> KEYS = Set.of("modality", "sopClass", "manufacturer", "model", "softwareVersions", "imageType", "rows",
            "columns");

    private RegionReader() { }

    static List<RegionRule> read(Fields pixels) throws RecipeException {
        List<RegionRule> rules = new ArrayList<>();
        for (Object entry : pixels.list("regions")) {
            String place = pixels.path("regions") + "[" + rules.size() + "]";
            Fields rule = Fields.of(entry, place, Set.of("when", "boxes"));
            rules.add(new RegionRule(when(rule.object("when", KEYS)), boxes(rule)));
        }
        return rules;
    }

    private static List<RegionRule.Condition> when(Fields when) throws RecipeException {
        List<RegionRule.Condition> conditions = new ArrayList<>();
        among(conditions, when, "modality", Tag.Modality, "[A-Z0-9_ ]{1,16}");
        among(conditions, when, "sopClass", Tag.SOPClassUID, "[0-9.]{1,64}");
        contained(conditions, when, "manufacturer", Tag.Manufacturer);
        contained(conditions, when, "model", Tag.ManufacturerModelName);
        contained(conditions, when, "softwareVersions", Tag.SoftwareVersions);
        contained(conditions, when, "imageType", Tag.ImageType);
        number(conditions, when, "rows", Tag.Rows);
        number(conditions, when, "columns", Tag.Columns);
        if (conditions.isEmpty()) {
            throw new RecipeException("field '" + when.path("").replaceAll("\\.$", "") + "' says nothing, so that the boxes would be black in"
                    + " every image: name at least one of " + String.join(", ", KEYS.stream().sorted().toList()));
        }
        return conditions;
    }

    private static void among(List<RegionRule.Condition> conditions, Fields when, String field, int tag, String pattern)
            throws RecipeException {
        if (when.has(field)) {
            conditions.add(new RegionRule.Condition(tag, true, Set.copyOf(when.texts(field, pattern))));
        }
    }

    private static void contained(List<RegionRule.Condition> conditions, Fields when, String field, int tag) throws RecipeException {
        if (when.has(field)) {
            conditions.add(new RegionRule.Condition(tag, false, Set.of(when.text(field, TEXT, "").toUpperCase(Locale.ROOT))));
        }
    }

    private static void number(List<RegionRule.Condition> conditions, Fields when, String field, int tag) throws RecipeException {
        if (when.has(field)) {
            conditions.add(new RegionRule.Condition(tag, true, Set.of(Integer.toString(when.number(field, 1, LARGEST, 1)))));
        }
    }

    private static List<PixelBox> boxes(Fields rule) throws RecipeException {
        List<PixelBox> boxes = new ArrayList<>();
        for (Object entry : rule.list("boxes")) {
            List<?> numbers = entry instanceof List<?> list ? list : List.of();
            boolean four = numbers.size() == 4 && numbers.stream().allMatch(n -> n instanceof Integer i && i >= 0 && i <= LARGEST);
            if (!four || numbers.subList(2, 4).contains(0)) {
                throw new RecipeException("field '" + rule.path("boxes") + "[" + boxes.size() + "]' must be [x, y, width, height]: whole"
                        + " numbers of pixels from 0 to " + LARGEST + ", width and height at least 1");
            }
            List<Integer> n = numbers.stream().map(Integer.class::cast).collect(Collectors.toList());
            boxes.add(new PixelBox(n.get(0), n.get(1), n.get(2), n.get(3)));
        }
        if (boxes.isEmpty()) {
            throw new RecipeException("field '" + rule.path("boxes") + "' must be a list of at least one [x, y, width, height]");
        }
        return boxes;
    }
}
