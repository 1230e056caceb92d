package io.cesm.domain.table;

/**
 * Keeps spreadsheets from computing with people's words: a text that a spreadsheet could
 * take for a formula gets an apostrophe in front, and loses it when it is read back.
 */
public final class Formulas {

    private static final String STARTS = "=+-@|%\t\r\n\0＝＋－＠﹦﹢﹣﹫";

    private static final String SKIPPED = " \u00A0\u3000\uFEFF\u200B\u200E\u200F'\"`";

    private Formulas() {
    }

    /** The text as it may stand in a cell. */
    public static String defused(String text) {
        var clean = withoutControls(text);
        return dangerous(text) ? "'" + clean : clean;
    }

    /** The text as it was before it was defused; any other text as it is. */
    public static String restored(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && dangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    static boolean dangerous(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTS.indexOf(c) >= 0 || (c < ' ')) {
                return true;
            }
            if (SKIPPED.indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (control(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        return text.codePoints()
            .filter(c -> !control(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static boolean control(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || c == 0xFFFE || c == 0xFFFF;
    }

}
