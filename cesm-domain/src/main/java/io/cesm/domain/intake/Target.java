package io.cesm.domain.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something a column of a file can be mapped to.
 *
 * @param code what rows call it
 * @param group the heading under which it is offered, if there are many
 * @param required whether no import can start without it
 * @param many whether several columns may go to it
 * @param synonyms further words that head such columns in people's files
 */
public record Target(String code, Label label, @Nullable Label group, boolean required, boolean many,
        List<String> synonyms) {

    public static Target of(String code, String zh, String en, String... synonyms) {
        return new Target(code, new Label(zh, en), null, false, false, List.of(synonyms));
    }

    /** The same, and no import starts without it. */
    public Target needed() {
        return new Target(code, label, group, true, many, synonyms);
    }

    /** The same, and several columns may go to it. */
    public Target repeated() {
        return new Target(code, label, group, required, true, synonyms);
    }

    public Target under(Label heading) {
        return new Target(code, label, heading, required, many, synonyms);
    }

}
