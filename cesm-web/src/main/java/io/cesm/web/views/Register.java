package io.cesm.web.views;

import java.util.Locale;

import io.cesm.domain.kernel.UnknownThing;

/** The lists that have named views, and where they are. */
enum Register {

    EXPECTATIONS("/expectations"), CUSTOMERS("/customers"), CONTACTS("/contacts"), LEVELS("/levels"),
    SURVEYS("/surveys"), AUDIT("/audit");

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

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

}
