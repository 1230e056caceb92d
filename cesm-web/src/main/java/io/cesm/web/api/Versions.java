package io.cesm.web.api;

import org.jspecify.annotations.Nullable;

/** Versions of records as HTTP knows them: ETag on answers, If-Match on changes. */
public final class Versions {

    private Versions() {
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version a change was made on.
     * @param ifMatch the header as sent
     * @throws VersionMissing if there is none or it is not one of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new VersionMissing();
        }
        var text = ifMatch.strip().replace("W/", "").replace("\"", "");
        try {
            return Long.parseLong(text);
        }
        catch (NumberFormatException ex) {
            throw new VersionMissing();
        }
    }

    /** A change came without the version it was made on. */
    public static class VersionMissing extends RuntimeException {

        VersionMissing() {
            super("If-Match missing", null, false, false);
        }

    }

}
