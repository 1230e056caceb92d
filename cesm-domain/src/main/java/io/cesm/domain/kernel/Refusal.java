package io.cesm.domain.kernel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule says no, and why. The code names a sentence in the reader's language (message
 * key {@code refusal.<code>}); nothing has been changed when it is thrown.
 */
public class Refusal extends RuntimeException {

    private final String code;

    private final transient List<Object> args;

    public Refusal(String code, Object... args) {
        super(code + (args.length == 0 ? "" : " " + List.of(args)));
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    /** The key of the sentence among the messages. */
    public String messageKey() {
        return "refusal." + code;
    }

    public List<Object> args() {
        return args;
    }

    /** The field that has to be mended, if it is one. */
    public @Nullable String field() {
        return null;
    }

}
