package io.cesm.satisfaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.table.Content;
import io.cesm.domain.table.TableFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The sample survey on its way through the import engine. */
@PostgresSlice
class SurveyImportTests {

    private static final Path SAMPLE = Path.of("../samples/kiosk-servqual");

    @Autowired
    ImportKinds kinds;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aGroupOfRestaurants() {
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, 'K-import', 'GROUP', 'CUSTOMER', '自助点餐集团', 'x', ''::tsvector, now(), now(), 0)
                """).param(Uuid7.next()).update();
    }

    @Test
    void becomesReadingsOnceHoweverOftenItComes() throws IOException {
        var first = taken(plan(Files.readString(SAMPLE.resolve("kiosk-mapping.csv"))));
        assertThat(first).extracting(RowAnswer::outcome).containsOnly(Outcome.CREATED);
        assertThat(readings()).isEqualTo(48);

        var second = taken(plan(Files.readString(SAMPLE.resolve("kiosk-mapping.csv"))));
        assertThat(second).hasSameSizeAs(first).extracting(RowAnswer::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(readings()).isEqualTo(48);
    }

    @Test
    void aRespondentWithAKeyIsTheSameInAnyOrderAndCodesForNoneDoNotCount() {
        var header = List.of("id", "e", "p");
        var items = "column,item,dimension,level,min,max,missing\ne,answer,delivery,E,1,7,6\np,answer,delivery,P,1,7,\n";
        var plan = new ImportPlan(UUID.randomUUID(), "I-2", header, Map.of(), Map.of("customer", "K-import", "name",
                "Keys", "readOn", "2020-01-01", "items", items, "respondent", "id", "missing", "-99; 0; 11"));
        var first = walk(plan, row(2, "a", "7", "5"), row(3, "b", "5", "-99"), row(4, "c", "6", "11.0"),
                row(5, "d", "0", "3"), row(6, "a", "1", "1"), row(7, null, "1", "1"));
        assertThat(first).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.REFUSED, Outcome.CREATED, Outcome.REFUSED,
                    Outcome.REFUSED);
        assertThat(first.get(2).problems().getFirst().code()).isEqualTo("survey.no_answer");
        assertThat(first.get(4).problems().getFirst().code()).isEqualTo("survey.respondent_twice");
        assertThat(first.get(5).problems().getFirst().code()).isEqualTo("survey.respondent_missing");

        var again = walk(plan, row(2, "d", "0", "3"), row(3, "b", "5", "-99"), row(4, "a", "7", "4"),
                row(5, "x", "7", "7"));
        assertThat(again).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.CHANGED, Outcome.CREATED);
        assertThat(jdbc
            .sql("select count(distinct respondent) from survey_answer a join survey_item i"
                    + " on i.id = a.item_id join survey_wave w on w.id = i.wave_id where w.name = 'Keys'")
            .query(Long.class)
            .single()).isEqualTo(4);
    }

    private List<RowAnswer> walk(ImportPlan plan, ImportRow... rows) {
        return Acting.as(Actor.system("test"), () -> kinds.require("surveys").open(plan).take(List.of(rows), false));
    }

    private static ImportRow row(long number, @Nullable String id, String e, String p) {
        Map<String, List<String>> cells = new HashMap<>(Map.of("1", List.of(e), "2", List.of(p)));
        if (id != null) {
            cells.put("0", List.of(id));
        }
        return new ImportRow(number, cells);
    }

    @Test
    void aPlanWhoseColumnsAreNotThereIsRefused() throws IOException {
        var plan = plan("column,item,dimension,level,min,max\nno such heading,a,delivery,E,1,7\n");
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> Acting.as(Actor.system("test"), () -> kinds.require("surveys").judge(plan)))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("survey.column_missing"));
    }

    private List<RowAnswer> taken(ImportPlan plan) throws IOException {
        var rows = new ArrayList<ImportRow>();
        Content content = () -> Files.newInputStream(SAMPLE.resolve("kiosk-survey.csv"));
        try (var reader = TableFiles.open(content, TableFiles.judge(content).format())) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                Map<String, List<String>> cells = new HashMap<>();
                for (int i = 0; i < line.cells().size(); i++) {
                    if (!line.cell(i).isEmpty()) {
                        cells.put(String.valueOf(i), List.of(line.cell(i)));
                    }
                }
                rows.add(new ImportRow(line.number(), cells));
            }
        }
        return Acting.as(Actor.system("test"), () -> kinds.require("surveys").open(plan).take(rows, false));
    }

    private ImportPlan plan(String items) throws IOException {
        Content content = () -> Files.newInputStream(SAMPLE.resolve("kiosk-survey.csv"));
        var header = TableFiles.head(content, TableFiles.judge(content).format(), 1).getFirst().cells();
        return new ImportPlan(UUID.randomUUID(), "I-1", header, Map.of(),
                Map.of("customer", "K-import", "name", "Kiosk", "readOn", "2019-11-30", "items", items));
    }

    private long readings() {
        return jdbc.sql(
                "select count(*) from level_reading r join customer c on c.id = r.customer_id where c.number = 'K-import'")
            .query(Long.class)
            .single();
    }

}
