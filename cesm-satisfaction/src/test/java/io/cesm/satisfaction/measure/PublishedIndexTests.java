package io.cesm.satisfaction.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.table.TableFiles;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.RollingUp;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.figures.PathModelResult;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Two surveys of the European index go in by the import of waves and come out as printed
 * paths. Their files are not ours to hand on: who has them names their folder by
 * {@code -Dcesm.real-data}.
 */
@PostgresSlice
class PublishedIndexTests {

    private static final Path DATA = Path.of(System.getProperty("cesm.real-data", "../../shared/data"));

    @Autowired
    ImportKinds kinds;

    @Autowired
    KeepingSeries keeping;

    @Autowired
    SeriesBook book;

    @Autowired
    RollingUp rolling;

    @Autowired
    ReadingFigures figures;

    @Autowired
    Studying studying;

    @Autowired
    JdbcClient jdbc;

    @Test
    void mobilePhoneCustomersGiveThePathsPrintedInTheJournal() throws IOException {
        var ecsi = index("mobi_ecsi/mobi.csv", lines("IMAG", 5, "image", "DRIVER"),
                lines("CUEX", 3, "expect", "EXPECTATION"), lines("PERQ", 7, "quality", "PERCEPTION"),
                lines("PERV", 2, "value", "DRIVER"), satisfaction("CUSA", 3),
                List.of("CUSCO,complaint,RATING,Complaint,1,10,,,,,DRIVER,"), lines("CUSL", 3, "loyal", "LOYALTY"));

        assertThat(ecsi.n()).isEqualTo(250);
        printed(ecsi, Map.of("image expectation", ".505", "expectation quality", ".557", "quality value", ".557",
                "quality satisfaction", ".513", "value satisfaction", ".192", "satisfaction loyalty", ".483"));
        // reckoned apart from this program
        exactly(ecsi, Map.of("image expectation", 0.5047056386, "quality satisfaction", 0.5125452416,
                "satisfaction complaints", 0.5260973071, "complaints loyalty", 0.0712324124));
        assertThat(ecsi.construct("satisfaction").index().value()).isCloseTo(72.5428023005, within(1e-8));
        assertThat(ecsi.construct("complaints").index().value()).isCloseTo(67.4222222222, within(1e-8));
    }

    @Test
    void customersOfABankGiveThePathsReckonedApartFromThisProgram() throws IOException {
        var ecsi = index("bank_ecsi_satisfaction/satisfaction.csv",
                fromZero(lines("imag", 5, "image", "DRIVER"), lines("expe", 5, "expect", "EXPECTATION"),
                        lines("qual", 5, "quality", "PERCEPTION"), lines("val", 4, "value", "DRIVER"),
                        satisfaction("sat", 4), lines("loy", 4, "loyal", "LOYALTY")),
                List.of("gender,gender,SINGLE,Gender,,,,male=Male|female=Female,,,,"));

        assertThat(ecsi.n()).isEqualTo(250);
        exactly(ecsi,
                Map.of("image expectation", 0.5600032634, "expectation quality", 0.8455549969, "quality value",
                        0.6598264325, "value satisfaction", 0.5821349471, "satisfaction loyalty", 0.4696554116,
                        "expectation satisfaction", 0.0072024986));
        assertThat(ecsi.construct("satisfaction").index().value()).isCloseTo(68.5126208083, within(1e-8));
    }

    private static void printed(PathModelResult ecsi, Map<String, String> paths) {
        paths.forEach(
                (path, value) -> assertThat("%.3f".formatted(path(ecsi, path)).substring(1)).as(path).isEqualTo(value));
    }

    private static void exactly(PathModelResult ecsi, Map<String, Double> paths) {
        paths.forEach((path, value) -> assertThat(path(ecsi, path)).as(path).isCloseTo(value, within(1e-8)));
    }

    private static double path(PathModelResult ecsi, String path) {
        var ends = path.split(" ");
        return requireNonNull(ecsi.path(ends[0], ends[1]).value());
    }

    private static List<String> lines(String column, int count, String item, String role) {
        var dimension = role.equals("PERCEPTION") || role.equals("EXPECTATION") ? "product_quality" : "";
        return IntStream.rangeClosed(1, count)
            .mapToObj(i -> "%s%d,%s%d,RATING,%s %d,1,10,,,,%s,%s,".formatted(column, i, item, i, item, i, dimension,
                    role))
            .toList();
    }

    /** The same on a scale from 0. */
    @SafeVarargs
    private static List<String> fromZero(List<String>... lines) {
        return Arrays.stream(lines).flatMap(List::stream).map(it -> it.replace(",1,10,", ",0,10,")).toList();
    }

    private static List<String> satisfaction(String column, int count) {
        var roles = List.of("OVERALL", "EXPECTANCY", "IDEAL", "OVERALL");
        return IntStream.rangeClosed(1, count)
            .mapToObj(i -> "%s%d,satis%d,RATING,Satisfaction %d,1,10,,,,,%s,".formatted(column, i, i, i,
                    roles.get(i - 1)))
            .toList();
    }

    /** Imports the file as a wave and fits the index to what is stored. */
    @SafeVarargs
    private PathModelResult index(String file, List<String>... codebook) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.isReadable(path),
                () -> "There is no " + path + ": name the folder of the real files by -Dcesm.real-data");
        var text = new StringBuilder(
                "column,item,kind,label,min,max,reversed,codes,none,dimension,role,rival\n_row,,KEY\n");
        for (var lines : codebook) {
            lines.forEach(line -> text.append(line).append('\n'));
        }
        var series = as(() -> keeping.begin(new SeriesWish("Index " + file, "Agency", "en", SurveyKind.COMPETITIVENESS,
                Anonymity.CONFIDENTIAL, false), CodebookFile.read(text.toString())));
        var kind = kinds.require(book.require(series).importKind());
        var lines = numbered(Files.readAllLines(path));
        var header = List.of(lines.getFirst().replace("\"", "").split(","));
        var mapping = kind.guess(header);
        var plan = new ImportPlan(UUID.randomUUID(), "I-1", header, mapping,
                new HashMap<>(Map.of("wave", "2005", "readOn", "2005-06-30")));
        var taken = as(() -> {
            kind.judge(plan);
            return kind.open(plan).take(rows(lines, mapping), false);
        });
        assertThat(taken).hasSize(250).extracting(RowAnswer::outcome).containsOnly(Outcome.CREATED);
        as(() -> rolling.advance());
        var survey = book.waves(series).getFirst().survey();
        return requireNonNull(as(() -> studying.index(figures.open(survey))).ecsi());
    }

    /** The files have no key: their rows are numbered. */
    private static List<String> numbered(List<String> lines) {
        var numbered = new ArrayList<String>();
        numbered.add("_row," + lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            numbered.add("r" + i + "," + lines.get(i));
        }
        return numbered;
    }

    private static List<ImportRow> rows(List<String> lines, Map<Integer, String> mapping) {
        var bytes = String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        io.cesm.domain.table.Content content = () -> new java.io.ByteArrayInputStream(bytes);
        var rows = new ArrayList<ImportRow>();
        try (var reader = TableFiles.open(content, TableFiles.judge(content).format())) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                Map<String, List<String>> values = new LinkedHashMap<>();
                for (var each : new TreeMap<>(mapping).entrySet()) {
                    values.put(each.getValue(), List.of(line.cell(each.getKey())));
                }
                rows.add(new ImportRow(line.number(), values));
            }
        }
        catch (IOException ex) {
            throw new AssertionError(ex);
        }
        return rows;
    }

    private static <T> T as(java.util.function.Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

}
