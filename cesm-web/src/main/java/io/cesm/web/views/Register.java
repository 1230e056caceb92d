package io.cesm.web.views;

import java.util.Locale;

import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;

/** The lists that have named views, and where they are. */
public enum Register {

    EXPECTATIONS("/expectations"), CUSTOMERS("/customers"), CONTACTS("/contacts"), LEVELS("/levels"),
    COMPLAINTS("/complaints"), FOLLOW_UPS("/follow-ups"), SURVEYS("/surveys"), AUDIT("/audit");

    private final String path;

    Register(String path) {
        this.path = path;
    }

    static Register of(String key) {
        for (var each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        throw new UnknownThing();
    }

    static @Nullable Register at(String path) {
        for (var each : values()) {
            if (each.path.equals(path)) {
                return each;
            }
        }
        return null;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String path() {
        return path;
    }

}
