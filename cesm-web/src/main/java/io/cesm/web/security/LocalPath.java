package io.cesm.web.security;

import org.jspecify.annotations.Nullable;

/** Where to go on after the sign-in: only to a page of ours. */
final class LocalPath {

    private LocalPath() {
    }

    /** The path if it is one of ours, else the start page. */
    static String orHome(@Nullable String path) {
        if (path == null || path.length() > 2000 || !path.startsWith("/") || path.startsWith("//")
                || path.startsWith("/login") || path.startsWith("/logout") || path.contains("\\")
                || path.chars().anyMatch(c -> c < 0x21 || c == 0x7F)) {
            return "/";
        }
        return path;
    }

}
