package io.cesm.domain.customer;

import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A phone, mail address, WeCom id or former name as somebody gives it.
 *
 * @param label what it is for, such as "office" or "private"
 */
public record PointWish(PointKind kind, String value, @Nullable String label, boolean preferred) {

    public PointWish {
        value = PointText.value(kind, value);
        label = Texts.optional(label, 40, "label");
    }

    public static PointWish phone(String value) {
        return new PointWish(PointKind.PHONE, value, null, false);
    }

    public static PointWish mail(String value) {
        return new PointWish(PointKind.EMAIL, value, null, false);
    }

    /** The form in which it is compared; refuses what cannot be one of its kind. */
    public String normal() {
        return PointText.normal(kind, value);
    }

}
