package io.cesm.satisfaction.measure;

import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/** Makes names that may stand in a questionnaire out of whatever a file says. */
final class Slugs {

    private static final int LONGEST = 30;

    private Slugs() {
    }

    /**
     * The name for a text; the same text always has the same.
     * @param first a letter that goes before what does not begin with one
     */
    static String of(String text, String first) {
        var plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = plain.replace("-", "_m").replaceAll("[^a-z0-9_]+", "_").replaceAll("^_+(?=.)|(?<=.)_+$", "");
        if (slug.isEmpty() || plain.codePoints().anyMatch(c -> c > 0x2FF)) {
            var crc = new CRC32();
            crc.update(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            slug = "x" + Long.toString(crc.getValue(), 36);
        }
        if (!Character.isLetter(slug.charAt(0))) {
            slug = first + slug;
        }
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST);
    }

}
