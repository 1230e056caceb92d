package io.cesm.domain.intake;

import java.util.List;

import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was refused, or what of it was left out.
 *
 * @param target the target whose value is meant, if it is one
 * @param code message key {@code refusal.<code>}
 * @param args what the sentence mentions
 */
public record RowProblem(@Nullable String target, String code, List<String> args) {

    public static RowProblem of(@Nullable String target, String code, Object... args) {
        return new RowProblem(target, code, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }

    public static RowProblem of(Refusal refusal) {
        return new RowProblem(refusal.field(), refusal.code(), refusal.args().stream().map(String::valueOf).toList());
    }

    public String messageKey() {
        return "refusal." + code;
    }

}
