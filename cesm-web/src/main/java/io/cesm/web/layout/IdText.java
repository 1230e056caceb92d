package io.cesm.web.layout;

import java.util.function.Function;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;

/** Ids that forms and addresses send as text. */
public final class IdText {

    private IdText() {
    }

    /**
     * The id a text says, null if it is empty.
     * @throws UnknownThing if it says none: nothing bears such an id
     */
    public static <T> @Nullable T read(@Nullable String text, Function<String, T> id) {
        try {
            return text == null || text.isBlank() ? null : id.apply(text.strip());
        }
        catch (IllegalArgumentException garbled) {
            throw new UnknownThing();
        }
    }

    /**
     * The id a text says.
     * @throws FieldRefusal if nothing was chosen
     */
    public static <T> T required(@Nullable String text, String field, Function<String, T> id) {
        var read = read(text, id);
        if (read == null) {
            throw new FieldRefusal(field, "choice.required");
        }
        return read;
    }

}
