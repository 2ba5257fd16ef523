package sluice.app.deid.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sluice.app.deid.table.ProfileOption;

/** Reads one recipe from JSON, in the format of this version ({@value #FORMAT}) or the earlier one ({@value #FORMAT_1}). */
final class RecipeReader {

    static final String FORMAT = "sluice-recipe/2";
    static final String FORMAT_1 = "sluice-recipe/1";

    private static final int DEFAULT_DAYS = 3650;
    private static final Set<String> FIELDS_1 =
            Set.of("format", "name", "version", "description", "options", "patientPrefix", "overrides");
    private static final Set<String> FIELDS = Set.of("format", "name", "version", "description", "options", "dates",
            "pseudonyms", "pixels", "documents", "ages", "overrides");

    private RecipeReader() { }

    static Recipe read(InputStream in) throws IOException, RecipeException {
        Object document;
        try {
            document = Json.read(in);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new RecipeException("not valid JSON, line " + e.getLocation().getLineNr() + " column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(), e);
        }
        Object format = document instanceof java.util.Map<?, ?> map ? map.get("format") : null;
        boolean first = FORMAT_1.equals(format);
        Fields fields = Fields.of(document, "", first ? FIELDS_1 : FIELDS);
        if (!first && !FORMAT.equals(format)) {
            throw new RecipeException("field 'format' must be \"" + FORMAT + "\" (or \"" + FORMAT_1 + "\" of earlier versions)");
        }
        Set<ProfileOption> options = options(fields);
        return new Recipe(name(fields), version(fields), fields.text("description", "(?s).{0,500}", ""), options,
                dates(fields, options), pseudonyms(fields, first), pixels(fields, options),
                first ? DocumentPolicy.REFUSE : fields.oneOf("documents", List.of(DocumentPolicy.values()), DocumentPolicy::key),
                ages(fields, options), OverrideReader.read(fields, first));
    }

    private static String name(Fields fields) throws RecipeException {
        return required(fields, "name", "[a-z0-9][a-z0-9-]{0,40}");
    }

    private static String version(Fields fields) throws RecipeException {
        return required(fields, "version", "[A-Za-z0-9._-]{1,20}");
    }

    private static String required(Fields fields, String field, String pattern) throws RecipeException {
        if (!fields.has(field)) {
            throw new RecipeException("field '" + field + "' is missing; it is text matching " + pattern);
        }
        return fields.text(field, pattern, "");
    }

    private static Set<ProfileOption> options(Fields fields) throws RecipeException {
        Set<ProfileOption> options = EnumSet.noneOf(ProfileOption.class);
        for (Object key : fields.list("options")) {
            ProfileOption option = key instanceof String s ? ProfileOption.ofKey(s) : null;
            if (option == null) {
                throw new RecipeException("field 'options' holds an unknown option; options: "
                        + String.join(", ", Arrays.stream(ProfileOption.values()).map(ProfileOption::key).toList()));
            }
            if (!options.add(option)) {
                throw new RecipeException("field 'options' holds '" + option.key() + "' twice");
            }
        }
        if (options.contains(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES)
                && options.contains(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES)) {
            throw new RecipeException("options 'retainLongitudinalFullDates' and 'retainLongitudinalModifiedDates' exclude each"
                    + " other; leave one of them out");
        }
        return options;
    }

    private static DatePolicy dates(Fields fields, Set<ProfileOption> options) throws RecipeException {
        Fields dates = fields.object("dates", Set.of("mode", "maximumDays", "shiftTimes"));
        boolean full = options.contains(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES);
        boolean modified = options.contains(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        DatePolicy.Mode expected = full ? DatePolicy.Mode.KEEP : modified ? DatePolicy.Mode.SHIFT : DatePolicy.Mode.REMOVE;
        DatePolicy.Mode mode = dates.has("mode")
                ? dates.oneOf("mode", List.of(DatePolicy.Mode.values()), DatePolicy.Mode::key) : expected;
        boolean agrees = mode == expected || modified && mode == DatePolicy.Mode.MONTH_AND_YEAR;
        if (!agrees) {
            throw new RecipeException("field 'dates.mode' is \"" + mode.key() + "\", which does not agree with the options: "
                    + switch (mode) {
                        case REMOVE -> "leave out '" + (full ? "retainLongitudinalFullDates" : "retainLongitudinalModifiedDates")
                                + "', or write \"" + expected.key() + "\"";
                        case KEEP -> "write 'retainLongitudinalFullDates' into the options"
                                + (modified ? " in place of 'retainLongitudinalModifiedDates'" : "");
                        case SHIFT, MONTH_AND_YEAR -> "write 'retainLongitudinalModifiedDates' into the options"
                                + (full ? " in place of 'retainLongitudinalFullDates'" : "");
                    });
        }
        if (mode != DatePolicy.Mode.SHIFT) {
            if (dates.has("maximumDays") || dates.has("shiftTimes")) {
                throw new RecipeException("fields 'dates.maximumDays' and 'dates.shiftTimes' belong to mode \"shift\"; leave them"
                        + " out, or write 'retainLongitudinalModifiedDates' into the options and \"mode\": \"shift\"");
            }
            return new DatePolicy(mode, 0, false);
        }
        return new DatePolicy(mode, dates.number("maximumDays", 1, 36500, DEFAULT_DAYS), dates.flag("shiftTimes", false));
    }

    private static PseudonymPolicy pseudonyms(Fields fields, boolean first) throws RecipeException {
        String prefix = "[A-Za-z0-9-]{0,16}";
        if (first) {
            return new PseudonymPolicy(PseudonymPolicy.Scheme.KEYED, fields.text("patientPrefix", prefix, ""));
        }
        Fields pseudonyms = fields.object("pseudonyms", Set.of("scheme", "patientPrefix"));
        PseudonymPolicy.Scheme scheme =
                pseudonyms.oneOf("scheme", List.of(PseudonymPolicy.Scheme.values()), PseudonymPolicy.Scheme::key);
        if (scheme != PseudonymPolicy.Scheme.KEYED && pseudonyms.has("patientPrefix")) {
            throw new RecipeException("field 'pseudonyms.patientPrefix' belongs to scheme \"keyed\"; leave it out: the other"
                    + " scheme has a prefix of its own");
        }
        return new PseudonymPolicy(scheme, pseudonyms.text("patientPrefix", prefix, ""));
    }

    private static PixelPolicy pixels(Fields fields, Set<ProfileOption> options) throws RecipeException {
        Fields pixels = fields.object("pixels", Set.of("look", "regionRules", "regions", "text", "tesseract"));
        if (fields.has("pixels") && !options.contains(ProfileOption.CLEAN_PIXEL_DATA)) {
            throw new RecipeException("field 'pixels' says how pixels are cleaned, and nothing asks for that: write"
                    + " 'cleanPixelData' into the options, or leave the field out");
        }
        return new PixelPolicy(pixels.oneOf("look", List.of(PixelPolicy.Look.values()), PixelPolicy.Look::key),
                pixels.flag("regionRules", true), pixels.flag("text", true),
                pixels.oneOf("tesseract", List.of(PixelPolicy.Tesseract.values()), PixelPolicy.Tesseract::key),
                RegionReader.read(pixels));
    }

    private static AgePolicy ages(Fields fields, Set<ProfileOption> options) throws RecipeException {
        Fields ages = fields.object("ages", Set.of("cap", "derive"));
        boolean derive = ages.flag("derive", false);
        if (derive && !options.contains(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)) {
            throw new RecipeException("field 'ages.derive' adds Patient's Age, which the profile removes: write"
                    + " 'retainPatientCharacteristics' into the options, or leave the field out");
        }
        return new AgePolicy(ages.number("cap", 1, 150, AgePolicy.DEFAULT.cap()), derive);
    }

}
