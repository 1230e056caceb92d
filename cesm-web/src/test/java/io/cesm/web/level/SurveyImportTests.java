package io.cesm.web.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.intake.ImportBook;
import io.cesm.domain.intake.ImportId;
import io.cesm.domain.intake.ImportView;
import io.cesm.domain.intake.ImportingFiles;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The survey under samples/ through the product's own import, as its README tells. */
@WebTest
class SurveyImportTests {

    private static final Path SAMPLE = Path.of("../samples/kiosk-servqual");

    @Autowired
    private ImportingFiles importing;

    @Autowired
    private ImportBook book;

    @Autowired
    private People people;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    private StaffId office;

    private String items;

    private String customer;

    @BeforeEach
    void aGroupThatWasAsked() throws IOException {
        office = people.hire(Role.OFFICE);
        items = Files.readString(SAMPLE.resolve("kiosk-mapping.csv"));
        customer = "K-" + Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, ?, 'GROUP', 'CUSTOMER', '自助餐饮集团', ?, ''::tsvector, now(), now(), 0)
                """).params(Uuid7.next(), customer, customer).update();
    }

    @Test
    void findsAllColumnsTakesThePairsInAndChangesNothingTheSecondTime() throws IOException {
        var first = imported(Files.readAllBytes(SAMPLE.resolve("kiosk-survey.csv")));

        assertThat(first.counts()).isEqualTo(new ImportView.Counts(207, 207, 0, 0, 0, 0, 0));
        var before = readings();
        assertThat(before).hasSize(48);

        var second = imported(Files.readAllBytes(SAMPLE.resolve("kiosk-survey.csv")));
        assertThat(second.counts()).isEqualTo(new ImportView.Counts(207, 0, 0, 207, 0, 0, 0));
        assertThat(readings()).isEqualTo(before);

        var page = web.get()
            .uri("/levels/customers/" + id() + "?period=all")
            .header("Accept-Language", "en")
            .with(SignedIn.as(office))
            .exchange();
        assertThat(page).bodyText().contains("−28.5", "n 621", "Usefulness", "hatched").doesNotContain("??");
        var item = jdbc.sql("select id from level_reading where customer_id = ? limit 1")
            .param(id())
            .query(UUID.class)
            .single();
        var reading = web.get().uri("/levels/readings/" + item).with(SignedIn.as(office)).exchange();
        assertThat(reading).bodyText().contains("/levels/surveys/").doesNotContain("??");
        var wave = jdbc.sql("select id from survey_wave where customer_id = ?").param(id()).query(UUID.class).single();
        assertThat(web.get().uri("/levels/surveys/" + wave).with(SignedIn.as(office)).exchange()).bodyText()
            .contains("207", "uses exactly what the customer chose")
            .doesNotContain("??");
    }

    @Test
    void refusesARowWithAnAnswerOffTheScaleAndForgetsWhatItSaidBefore() throws IOException {
        var text = Files.readString(SAMPLE.resolve("kiosk-survey.csv"));
        imported(text.getBytes(StandardCharsets.UTF_8));
        var lines = text.split("\n");
        lines[1] = lines[1].replaceFirst("7", "9");

        var again = imported(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        assertThat(again.counts().refused()).isEqualTo(1);
        assertThat(jdbc.sql("select distinct n from level_reading where customer_id = ?")
            .param(id())
            .query(Integer.class)
            .list()).containsExactly(206);
    }

    private ImportView imported(byte[] file) throws IOException {
        var id = people.as(office, () -> bring(file));
        people.as(office, () -> importing.map(id, book.require(id).mapping(),
                Map.of("items", items, "name", "Kiosk 2019", "readOn", "2019-11-30", "customer", customer), null));
        people.as(office, () -> importing.check(id, null));
        rests(id);
        people.as(office, () -> importing.start(id, false, false, null));
        return rests(id);
    }

    private ImportId bring(byte[] file) {
        try {
            return importing.bring("surveys", "kiosk.csv", new ByteArrayInputStream(file));
        }
        catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    private ImportView rests(ImportId id) {
        return await().atMost(Duration.ofSeconds(60))
            .until(() -> people.as(office, () -> book.require(id)), it -> !it.state().isBusy());
    }

    private UUID id() {
        return jdbc.sql("select id from customer where number = ?").param(customer).query(UUID.class).single();
    }

    private List<String> readings() {
        return jdbc
            .sql("select source_id || level || value || n || recorded_at from level_reading where customer_id = ?"
                    + " order by 1")
            .param(id())
            .query(String.class)
            .list();
    }

}
