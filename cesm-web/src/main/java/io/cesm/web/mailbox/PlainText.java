package io.cesm.web.mailbox;

import java.util.Locale;
import java.util.Set;

import org.springframework.web.util.HtmlUtils;

/**
 * The text of a page, in one pass: without scripts, styles, pictures and addresses, with
 * line breaks where the page has them.
 */
final class PlainText {

    private static final Set<String> BREAKING = Set.of("br", "p", "/p", "div", "/div", "tr", "/tr", "li", "h1", "h2",
            "h3", "/h1", "/h2", "/h3", "hr", "table", "/table", "blockquote", "/blockquote");

    private static final Set<String> SILENT = Set.of("script", "style", "head", "title");

    private PlainText() {
    }

    static String of(String page) {
        var out = new StringBuilder(Math.min(page.length(), 100_000));
        int at = 0;
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            if (tag < 0) {
                text(page, at, page.length(), out);
                break;
            }
            text(page, at, tag, out);
            at = after(page, tag, out);
        }
        return out.toString().replaceAll("[ \\t\\u00a0]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static void text(String page, int from, int to, StringBuilder out) {
        if (from < to) {
            out.append(HtmlUtils.htmlUnescape(page.substring(from, to).replaceAll("\\s+", " ")));
        }
    }

    /** Skips a tag, and what belongs to it if nobody is meant to read that. */
    private static int after(String page, int tag, StringBuilder out) {
        if (page.startsWith("<!--", tag)) {
            int end = page.indexOf("-->", tag);
            return end < 0 ? page.length() : end + 3;
        }
        int end = page.indexOf('>', tag);
        if (end < 0) {
            return page.length();
        }
        var name = page.substring(tag + 1, Math.min(end, tag + 20)).split("[\\s>]", 2)[0].toLowerCase(Locale.ROOT);
        if (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        if (SILENT.contains(name)) {
            int over = page.toLowerCase(Locale.ROOT).indexOf("</" + name, end);
            int close = over < 0 ? -1 : page.indexOf('>', over);
            return close < 0 ? page.length() : close + 1;
        }
        if (name.equals("blockquote")) {
            out.append("\n> ");
        }
        else if (BREAKING.contains(name)) {
            out.append('\n');
        }
        return end + 1;
    }

}
