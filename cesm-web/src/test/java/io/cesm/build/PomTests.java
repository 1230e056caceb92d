package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Calls go left: the pom of each module bans every module to its right. */
class PomTests {

    private static final Pattern BANNED = Pattern.compile("<exclude>io\\.cesm:([\\w-]+)</exclude>");

    private static final Pattern USED = Pattern
        .compile("<dependency>\\s*<groupId>io\\.cesm</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");

    @Test
    void everyModuleBansTheModulesToItsRight() {
        var modules = Sources.MODULES;
        for (int i = 0; i < modules.size(); i++) {
            var right = modules.subList(i + 1, modules.size()).stream().map(name -> "cesm-" + name).toList();
            var pom = pom(modules.get(i));
            assertThat(banned(pom)).as(modules.get(i)).containsExactlyInAnyOrderElementsOf(right);
            assertThat(arrowsToTheRight(pom)).as(modules.get(i)).isEmpty();
        }
    }

    static String pom(String module) {
        return Sources.text(Sources.module(module).resolve("pom.xml"));
    }

    /** What the rule of this pom bans, and the pom uses nevertheless. */
    static List<String> arrowsToTheRight(String pom) {
        var banned = banned(pom);
        return USED.matcher(pom).results().map(it -> it.group(1)).filter(banned::contains).toList();
    }

    private static List<String> banned(String pom) {
        int rule = pom.indexOf("<bannedDependencies>");
        return rule < 0 ? List.of()
                : BANNED.matcher(pom.substring(rule, pom.indexOf("</bannedDependencies>")))
                    .results()
                    .map(it -> it.group(1))
                    .toList();
    }

}
