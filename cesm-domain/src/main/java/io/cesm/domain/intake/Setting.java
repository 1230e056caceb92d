package io.cesm.domain.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that is said once for all rows of a file.
 *
 * @param preset what it is if nobody says otherwise
 * @param choices what can be chosen, for {@link Type#CHOICE}
 */
public record Setting(String code, Label label, Type type, boolean required, @Nullable String preset,
        List<Choice> choices) {

    /** What is asked for. A customer is given by number, external key or exact name. */
    public enum Type {

        TEXT, LONG_TEXT, NUMBER, DATE, CHOICE, CUSTOMER

    }

    /** One of the things to choose from. */
    public record Choice(String code, Label label) {
    }

    public static Setting of(String code, Type type, String zh, String en, @Nullable String preset) {
        return new Setting(code, new Label(zh, en), type, false, preset, List.of());
    }

    public static Setting choice(String code, String zh, String en, String preset, List<Choice> choices) {
        return new Setting(code, new Label(zh, en), Type.CHOICE, true, preset, choices);
    }

    public Setting needed() {
        return new Setting(code, label, type, true, preset, choices);
    }

}
