package io.cesm.web.story;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Takes the pictures of the guide while a story is played, if somebody asks for them:
 * {@code -Dcesm.pictures=docs/pictures}, and {@code -Dcesm.pictures.language=en} for the
 * English ones.
 */
final class Pictures {

    private static final String PLACE = System.getProperty("cesm.pictures", "");

    private Pictures() {
    }

    static boolean wanted() {
        return !PLACE.isEmpty();
    }

    /** The language the story is played in. */
    static String language() {
        return System.getProperty("cesm.pictures.language", "zh-CN");
    }

    /** The upper part of the page, without what stands around every page. */
    static void take(Walk walk, String name) {
        if (wanted()) {
            walk.page().evaluate("window.scrollTo(0, 0)");
            var desk = walk.page().viewportSize().width > 1_000;
            var picture = new Page.ScreenshotOptions().setPath(path(name));
            walk.page().screenshot(desk ? picture.setClip(208, 52, 1072, 600) : picture);
        }
    }

    /** One part of the page. */
    static void take(Walk walk, String part, String name) {
        if (wanted()) {
            walk.page().locator(part).first().screenshot(new Locator.ScreenshotOptions().setPath(path(name)));
        }
    }

    private static Path path(String name) {
        return Path.of(PLACE, name + (language().startsWith("zh") ? "-zh" : "") + ".png");
    }

}
