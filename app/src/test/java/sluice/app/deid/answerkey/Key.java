package sluice.app.deid.answerkey;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what is demanded of a planted value under a recipe. Where the table removes an attribute that the IOD requires with a value, it is
 * the value that must be gone; inside a sequence that is replaced with a dummy, what an option retains is nobody's loss and no demand.
 */
final class Key {

    /** What is demanded of one plant. */
    record Demand(Plant plant, Action action) { }

    private final ProfileFacts facts = new ProfileFacts();
    private final Ask ask;

    Key(Ask ask) {
        this.ask = ask;
    }

    List<Demand> demands(List<Plant> plants) {
        List<Demand> demands = new ArrayList<>();
        for (Plant plant : plants) {
            for (Action action : actions(plant)) {
                demands.add(new Demand(plant, action));
            }
        }
        return demands;
    }

    private String action(int tag, int type) {
        String override = ask.overrides().get(tag);
        return override != null ? override : facts.action(tag, ask.options(), type);
    }

    private List<Action> actions(Plant plant) {
        if (plant.place().tag() >>> 24 == 0x60 && plant.kind() == Plant.Kind.TECHNICAL) {
            return List.of(); // its plane may go
        }
        boolean cleaned = false;
        for (int i = 0; i < plant.place().sequences().size(); i++) {
            String around = action(plant.place().sequences().get(i), plant.types().sequences().get(i));
            if (around.equals("X") || around.equals("Z")) {
                return List.of(Action.TAG_REMOVED);
            }
            if (around.equals("D")) {
                boolean retained = action(plant.place().tag(), plant.types().own()).equals("K");
                return retained || plant.identifying().isEmpty() ? List.of() : List.of(Action.TEXT_REMOVED);
            }
            cleaned |= around.equals("C");
        }
        String own = action(plant.place().tag(), plant.types().own());
        return switch (plant.kind()) {
            case PIXELS -> List.of(Action.PIXELS_RETAINED);
            case CAPTION -> List.of(ask.options().contains("cleanPixelData") ? Action.PIXELS_HIDDEN : Action.PIXELS_RETAINED);
            case MARKED_PIXELS -> List.of(Action.BITS_CLEARED);
            case PLANE -> List.of(ask.options().contains("cleanGraphics") && !ask.overrides().containsKey(plant.place().tag())
                    ? Action.MARKS_HIDDEN : Action.TAG_REMOVED);
            case SAFE_PRIVATE -> List.of(ask.options().contains("retainSafePrivate") ? Action.PRIVATE_KEPT : Action.PRIVATE_REMOVED);
            case UNSAFE_PRIVATE -> List.of(Action.PRIVATE_REMOVED);
            case PATIENT_ID -> List.of(Action.PATIENT_ID_CONSISTENT, Action.TEXT_REMOVED);
            case UID -> own.equals("X") ? List.of(Action.TAG_REMOVED) : own.equals("K") ? List.of(Action.TAG_RETAINED)
                    : List.of(Action.UID_CHANGED, Action.UID_CONSISTENT);
            case TECHNICAL -> technical(own);
            case DATE, DATE_TIME -> own.equals("C") ? List.of(ask.months() ? Action.DATE_TO_MONTH : Action.DATE_SHIFTED) : value(own, cleaned, plant);
            case TIME -> own.equals("C") ? List.of(ask.months() ? Action.TEXT_REMOVED : Action.TEXT_NOT_NULL) : value(own, cleaned, plant);
            default -> value(own, cleaned, plant);
        };
    }

    private static List<Action> technical(String action) {
        return switch (action) {
            case "", "K", "C" -> List.of(Action.TAG_RETAINED);
            case "X" -> List.of(Action.TAG_REMOVED);
            default -> List.of();
        };
    }

    private static List<Action> value(String action, boolean cleaned, Plant plant) {
        return switch (action) {
            case "X" -> List.of(plant.types().own() == 1 ? Action.TEXT_REMOVED : Action.TAG_REMOVED);
            case "Z" -> List.of(Action.TEXT_REMOVED);
            case "D", "U", "monthAndYear" -> List.of(Action.TEXT_NOT_NULL, Action.TEXT_REMOVED);
            case "K" -> List.of(Action.TAG_RETAINED);
            case "C" -> List.of(Action.TEXT_REMOVED, Action.TEXT_RETAINED);
            default -> cleaned && !plant.harmless().isEmpty() ? List.of(Action.TEXT_REMOVED, Action.TEXT_RETAINED)
                    : List.of(Action.TEXT_REMOVED);
        };
    }
}
