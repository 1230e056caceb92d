package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import bad.modules.BadModules;
import bad.sample.BadSamples;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.cesm.web.support.BadForm;
import io.spring.javaformat.config.JavaFormatConfig;
import io.spring.javaformat.formatter.FileEdit;
import io.spring.javaformat.formatter.FileFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Every gate is shown something bad once, and shuts. */
class GateTests {

    static Stream<Arguments> rulesAndWhatTheyRefuse() {
        return Stream.of(Arguments.of(ArchitectureTests.httpStaysInWeb, BadSamples.SpeaksHttp.class),
                Arguments.of(ArchitectureTests.onlyTheClockKnowsTheTime, BadSamples.AsksTheMachine.class),
                Arguments.of(ArchitectureTests.controllersStayInTheirPackage, BadSamples.PublicPage.class),
                Arguments.of(ArchitectureTests.formsStayInTheirPackage, BadForm.class),
                Arguments.of(ArchitectureTests.entitiesHaveNoSetters, BadSamples.Settable.class),
                Arguments.of(ArchitectureTests.repositoriesStayInTheirPackage, BadSamples.PublicCollection.class),
                Arguments.of(ArchitectureTests.securityIsWrittenWhereItIsSeen, BadSamples.HiddenRight.class),
                Arguments.of(ArchitectureTests.objectsAreNotReadFromStrangers, BadSamples.ReadsObjects.class));
    }

    @ParameterizedTest
    @MethodSource("rulesAndWhatTheyRefuse")
    void everyRuleOfTheArchitectureRefuses(ArchRule rule, Class<?> bad) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(bad)).hasViolation()).as(rule.getDescription())
            .isTrue();
    }

    @Test
    void modulesMayNotReachIntoOneAnother() {
        var modules = ApplicationModules.of(BadModules.class, location -> true);

        assertThatExceptionOfType(Violations.class).isThrownBy(modules::verify)
            .withMessageContaining("bad.modules.right.inner.Hidden");
    }

    @Test
    void aRefusalWithoutASentenceIsFound() {
        assertThat(MessageTests.unspoken("throw new Refusal(\"no.such\", 3);", Set.of())).containsExactly("no.such");
        assertThat(MessageTests.unspoken("throw new FieldRefusal(a ? \"from\" : \"to\", \"no.such\");", Set.of()))
            .containsExactly("no.such");
        assertThat(MessageTests.unspoken("throw new Refusal(\"known\");", Set.of("refusal.known"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "V202613010000__x.sql", "V202602300000__x.sql", "V20260101__x.sql", "V1__x.sql",
            "V202601011260__x.sql", "V202601010000__X.sql" })
    void aMigrationWithoutARealMinuteIsFound(String name) {
        assertThat(SchemaTests.carriesARealMinute(name)).isFalse();
    }

    @Test
    void aForeignKeyToTheRightIsFound() {
        assertThat(SchemaTests.pointsLeft("domain", "expectation")).isFalse();
        assertThat(SchemaTests.pointsLeft("satisfaction", "governance")).isFalse();
        assertThat(SchemaTests.pointsLeft("expectation", "domain")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<p th:utext=\"${x}\">", "<p onclick=\"x()\">", "<p th:onclick=\"|x|\">",
            "<p style=\"color:red\">", "<style>p {}</style>", "<script>x()</script>", "<a href=\"javascript:x()\">",
            "<p>[(${x})]</p>" })
    void aPageThatRunsSomethingInlineIsFound(String markup) {
        assertThatExceptionOfType(AssertionError.class)
            .isThrownBy(() -> TemplateTests.requireNothingInline("page", markup));
    }

    @ParameterizedTest
    @ValueSource(strings = { "<img src=\"https://example.com/x.png\">", "<a href=\"//example.com\">" })
    void aPageThatFetchesFromStrangersIsFound(String markup) {
        assertThatExceptionOfType(AssertionError.class)
            .isThrownBy(() -> TemplateTests.requireNoStrangers("page", markup));
    }

    @Test
    void aClassWithRulesInTwoSheetsIsFound() {
        assertThat(StyleTests.inTwoSheets(
                Map.of("a.css", ".x { } /* .y {} */ .x .z { }", "b.css", "@media print { p, .x { } } .y { } .z { }")))
            .containsOnly(Map.entry(".x", Set.of("a.css", "b.css")));
    }

    @Test
    void anArrowToTheRightIsFound() {
        var pom = PomTests.pom("expectation");
        var doctored = pom.replaceFirst("<dependencies>", """
                <dependencies>
                    <dependency>
                        <groupId>io.cesm</groupId>
                        <artifactId>cesm-governance</artifactId>
                    </dependency>""");

        assertThat(PomTests.arrowsToTheRight(pom)).isEmpty();
        assertThat(PomTests.arrowsToTheRight(doctored)).containsExactly("cesm-governance");
    }

    @Test
    void aFileInAnotherFormIsFound(@TempDir Path directory) throws IOException {
        var source = Sources.text(Sources.module("domain").resolve("src/main/java/io/cesm/domain/kernel/Texts.java"));
        var good = Files.writeString(directory.resolve("Texts.java"), source).toFile();
        var bad = Files
            .writeString(directory.resolve("Bad.java"), source.replace("    public static", "  public  static"))
            .toFile();
        var formatter = new FileFormatter(JavaFormatConfig.findFrom(Sources.module("domain").toAbsolutePath()));

        assertThat(formatter.formatFiles(List.of(good, bad), StandardCharsets.UTF_8)
            .filter(FileEdit::hasEdits)
            .map(FileEdit::getFile)).containsExactly(bad);
    }

    @Test
    void anOlderLibraryIsFound() {
        assertThat(VersionFloorTests.isBelow("7.1.0", "7.1.1")).isTrue();
        assertThat(VersionFloorTests.isBelow("11.0.9", "11.0.26")).isTrue();
        assertThat(VersionFloorTests.isBelow("7.1.1", "7.1.1")).isFalse();
    }

}
