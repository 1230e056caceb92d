package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.SpringVersion;
import org.springframework.security.core.SpringSecurityCoreVersion;

/** Below these versions there are known holes. */
class VersionFloorTests {

    @ParameterizedTest
    @CsvSource({ "Security, 7.1.1", "Thymeleaf, 3.1.5", "Tomcat, 11.0.26", "Framework, 7.0.9" })
    void isNotBelowItsFloor(String library, String floor) {
        assertThat(isBelow(present(library), floor)).as("%s %s", library, present(library)).isFalse();
    }

    static boolean isBelow(String version, String floor) {
        return plain(version).compareTo(plain(floor)) < 0;
    }

    /** Without the zeros at the end, which Java's own versions never have. */
    private static Runtime.Version plain(String version) {
        return Runtime.Version.parse(version.replaceAll("(\\.0)+$", ""));
    }

    private static String present(String library) {
        var version = switch (library) {
            case "Security" -> SpringSecurityCoreVersion.getVersion();
            case "Thymeleaf" -> org.thymeleaf.Thymeleaf.getVersion();
            case "Tomcat" -> ServerInfo.getServerNumber();
            case "Framework" -> SpringVersion.getVersion();
            default -> throw new IllegalArgumentException(library);
        };
        var numbers = Objects.requireNonNull(version, library).replaceAll("[^0-9.].*", "").replaceAll("(\\.0)+$", "");
        return numbers.replaceAll("\\.$", "");
    }

}
