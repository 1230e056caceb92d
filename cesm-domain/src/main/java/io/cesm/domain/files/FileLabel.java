package io.cesm.domain.files;

import java.text.Normalizer;

import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** Makes a label of whatever a browser sent as a file name. */
public final class FileLabel {

    private static final int LONGEST = 200;

    private FileLabel() {
    }

    public static String of(@Nullable String name) {
        var clean = Texts.clean(name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC));
        clean = clean.replaceAll("[\\p{Cf}\\n\\t]", "");
        clean = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        clean = clean.replaceAll("[:*?\"<>|]", "_").strip().replaceAll("^\\.+|[. ]+$", "");
        if (clean.isBlank()) {
            return "file";
        }
        if (clean.length() <= LONGEST) {
            return clean;
        }
        var extension = clean.lastIndexOf('.');
        var tail = (extension > 0 && clean.length() - extension <= 10) ? clean.substring(extension) : "";
        int end = LONGEST - tail.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + tail;
    }

    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }

}
