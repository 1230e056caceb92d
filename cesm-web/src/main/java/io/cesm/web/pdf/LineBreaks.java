package io.cesm.web.pdf;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.DefaultSplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/**
 * Where lines may end: no Chinese line begins with a closing mark or ends with an opening
 * one.
 */
final class LineBreaks implements SplitCharacter {

    static final SplitCharacter CHINESE = new LineBreaks();

    private static final String NEVER_FIRST = "，。、；：？！）》」』】〕”’％…—,.;:?!)]}%";

    private static final String NEVER_LAST = "（《「『【〔“‘([{";

    private final SplitCharacter usual = new DefaultSplitCharacter();

    private LineBreaks() {
    }

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        if (NEVER_LAST.indexOf(text[current]) >= 0) {
            return false;
        }
        if (current + 1 < end && NEVER_FIRST.indexOf(text[current + 1]) >= 0) {
            return false;
        }
        return usual.isSplitCharacter(start, current, end, text, chunks);
    }

}
