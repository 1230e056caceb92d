package io.cesm.domain.customer;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one incoming row.
 *
 * @param id the record, null if the row was refused
 * @param problems why it was refused, or what of it was left out
 */
public record TakenIn(int row, Outcome outcome, @Nullable UUID id, List<Problem> problems) {

    /** What became of it. */
    public enum Outcome {

        CREATED, CHANGED, UNCHANGED, REFUSED

    }

    /**
     * What was wrong.
     *
     * @param field name of the field, as in the incoming record
     * @param code message key {@code refusal.<code>}
     */
    public record Problem(@Nullable String field, String code, List<Object> args) {

        static Problem of(@Nullable String field, Refusal refusal) {
            return new Problem(field == null ? refusal.field() : field, refusal.code(), refusal.args());
        }

        static Problem of(String field, String code, Object... args) {
            return new Problem(field, code, List.of(args));
        }

        public String messageKey() {
            return "refusal." + code;
        }
    }

    static TakenIn refused(int row, Problem problem) {
        return new TakenIn(row, Outcome.REFUSED, null, List.of(problem));
    }

}
