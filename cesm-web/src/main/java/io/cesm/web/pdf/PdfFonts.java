package io.cesm.web.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The letters of documents. The font that comes with the product has the common Chinese
 * characters, Latin, Greek and Cyrillic; others come from files that are set. A character
 * nobody has is printed as a box.
 */
@Component
class PdfFonts {

    static final char BOX = '\u25a1';

    private static final Logger log = LoggerFactory.getLogger(PdfFonts.class);

    private static final String OWN = "fonts/CesmSansSC.ttf";

    private final PdfSettings settings;

    private volatile @Nullable List<BaseFont> loaded;

    PdfFonts(PdfSettings settings) {
        this.settings = settings;
    }

    /** The letters of one document; remembers what could not be printed. */
    Letters letters() {
        return new Letters(fonts());
    }

    private List<BaseFont> fonts() {
        var known = loaded;
        if (known == null) {
            known = load();
            loaded = known;
        }
        return known;
    }

    private List<BaseFont> load() {
        var fonts = new ArrayList<BaseFont>();
        try (var own = new ClassPathResource(OWN).getInputStream()) {
            fonts.add(BaseFont.createFont(OWN, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED,
                    own.readAllBytes(), null));
            for (var file : settings.fonts()) {
                if (!Files.isReadable(file)) {
                    log.warn("cesm.pdf.fonts: {} cannot be read and is left out", file);
                    continue;
                }
                fonts.add(BaseFont.createFont(file.toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
            }
        }
        catch (DocumentException | IOException ex) {
            throw new UncheckedIOException("A font for documents cannot be read", new IOException(ex));
        }
        return List.copyOf(fonts);
    }

    /** The letters of one document. */
    static final class Letters {

        private final List<BaseFont> fonts;

        private final Set<String> missing = new TreeSet<>();

        private Letters(List<BaseFont> fonts) {
            this.fonts = fonts;
        }

        BaseFont base() {
            return fonts.getFirst();
        }

        /** Characters that were printed as boxes. */
        Set<String> missing() {
            return missing;
        }

        /** The text in the own font alone, boxes for what it lacks. */
        String plain(String text) {
            var clean = new StringBuilder(text.length());
            text.codePoints().forEach(point -> {
                if (base().charExists(point)) {
                    clean.appendCodePoint(point);
                }
                else if (!Character.isISOControl(point)) {
                    missing.add(Character.toString(point));
                    clean.append(BOX);
                }
            });
            return clean.toString();
        }

        Phrase phrase(String text, float size, int style, Color ink) {
            var phrase = new Phrase();
            var part = new StringBuilder();
            BaseFont now = base();
            for (int point : text.codePoints().toArray()) {
                boolean line = point == '\n';
                var font = line ? now : fontOf(point);
                if (font != null && font != now) {
                    add(phrase, part, now, size, style, ink);
                    now = font;
                }
                if (font == null) {
                    missing.add(Character.toString(point));
                    part.append(BOX);
                }
                else if (line || !Character.isISOControl(point)) {
                    part.appendCodePoint(point);
                }
            }
            add(phrase, part, now, size, style, ink);
            return phrase;
        }

        private static void add(Phrase phrase, StringBuilder part, BaseFont base, float size, int style, Color ink) {
            if (!part.isEmpty()) {
                var chunk = new Chunk(part.toString(), new Font(base, size, style, ink));
                chunk.setSplitCharacter(LineBreaks.CHINESE);
                phrase.add(chunk);
                part.setLength(0);
            }
        }

        private @Nullable BaseFont fontOf(int point) {
            return fonts.stream()
                .filter(it -> it.charExists(point) || Character.isISOControl(point))
                .findFirst()
                .orElse(null);
        }

    }

}
