package io.cesm.web.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.satisfaction.measure.scorecard.Cadence;
import io.cesm.satisfaction.measure.scorecard.KeepingScorecards;
import io.cesm.satisfaction.measure.scorecard.Marks;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardId;
import io.cesm.satisfaction.measure.scorecard.ScorecardWish;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of other measures, as the office and a stranger see them. */
@WebTest
class MeasurePagesTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KeepingScorecards keeping;

    @Autowired
    private ScorecardBook book;

    private StaffId office;

    private UUID customer;

    @BeforeEach
    void somebodyOfTheOffice() {
        office = people.hire(Role.OFFICE);
        customer = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, created_at, updated_at, version)
                values (?, ?, 'COMPANY', 'CUSTOMER', '鸿远重工', ?, ''::tsvector, now(), now(), 0)
                """).params(customer, "MP-" + customer, "mp" + customer).update();
    }

    @Test
    void aSeriesIsBegunFromACodebookAndWhatIsWrongIsSaidAtItsField() throws IOException {
        var codebook = Files.readString(Path.of("../samples/sfo-airport/sfo-codebook.csv"));
        var wrong = post("/surveys/waves/new", "name", "SFO", "agency", "CCG", "language", "en", "kind", "SERVICE",
                "anonymity", "CONFIDENTIAL", "codebook", "column,kind\nA,CIRCUS");
        assertThat(wrong).bodyText().contains("Line 2: “CIRCUS” is not one of").contains("aria-invalid");

        var made = post("/surveys/waves/new", "name", "SFO", "agency", "CCG", "language", "en", "kind", "SERVICE",
                "anonymity", "CONFIDENTIAL", "codebook", codebook);

        var address = made.getResponse().getRedirectedUrl();
        assertThat(get(String.valueOf(address))).bodyText()
            .contains("Q7ALL", "SFO Airport as a whole")
            .doesNotContain("??");
        assertThat(get(address + "/codebook.csv")).bodyText().contains("NETPRO,nps,NPS");
        assertThat(get("/imports/new?kind=wave-"
                + jdbc.sql("select number from agency_series order by created_at desc limit 1")
                    .query(String.class)
                    .single()))
            .bodyText()
            .contains("Agency wave: SFO");
    }

    @Test
    void aScorecardIsEnteredDisputedAndShownToItsTeamAlone() {
        var id = card();
        var period = people.as(office, () -> book.periods(book.require(id)).getLast());
        var criterion = people.as(office, () -> book.require(id).about().criteria().getFirst().id());
        var here = "/scorecards/" + id + "/periods/" + period.id();

        assertThat(post(here + "/marks", "mark." + criterion, "Z", "receivedOn", LocalDate.now().toString(), "version",
                "0"))
            .hasStatus(422)
            .bodyText()
            .contains("role=\"alert\"");
        assertThat(post(here + "/marks", "mark." + criterion, "B", "receivedOn", LocalDate.now().toString(), "version",
                "0"))
            .hasStatus3xxRedirection();
        assertThat(post(here + "/dispute", "reason", "their drawing came late", "version", "1"))
            .hasStatus3xxRedirection();

        assertThat(get("/scorecards/" + id)).bodyText().contains("75", "in dispute").doesNotContain("??");
        assertThat(get(here)).bodyText().contains("their drawing came late", "How did it end?").doesNotContain("??");
        assertThat(get("/customers/" + customer + "?tab=scorecards")).bodyText().contains("供应商评级").doesNotContain("??");
        assertThat(get("/scorecards/export.csv?show=DISPUTED")).bodyText().contains("供应商评级");
        var stranger = people.hire(Role.CSR);
        assertThat(web.get().uri(here).with(SignedIn.as(stranger)).exchange()).hasStatus(404);
        assertThat(web.get().uri("/scorecards").with(SignedIn.as(stranger)).exchange()).bodyText()
            .doesNotContain("供应商评级");
    }

    @Test
    void aScorecardNamesItsCustomerInTheLanguageOfTheReader() {
        jdbc.sql("update customer set name_en = 'Honyuan Heavy' where id = ?").param(customer).update();
        var id = card();
        for (var page : List.of("/scorecards?q=honyuan", "/scorecards/" + id)) {
            assertThat(get(page)).as(page).bodyText().contains("Honyuan Heavy");
        }
        assertThat(
                web.get().uri("/scorecards/" + id).header("Accept-Language", "zh").with(SignedIn.as(office)).exchange())
            .bodyText()
            .doesNotContain("Honyuan Heavy");
    }

    @Test
    void aListOfScorecardsCostsTheSameHoweverLongItIs() throws Exception {
        card();
        get("/scorecards");
        int few = Statements.of(() -> get("/scorecards")).size();
        card();
        card();
        assertThat(Statements.of(() -> get("/scorecards"))).hasSize(few);
    }

    @Test
    void anIndexIsBegunAndAWaveNotedWithOurPlace() {
        var address = String.valueOf(post("/indices/new", "name", "CSI", "publisher", "Association", "ourName", "We",
                "worst", "0", "best", "100")
            .getResponse()
            .getRedirectedUrl());
        assertThat(post(address + "/waves/new", "label", "2026", "publishedOn", "2026-11-01", "scores", "A = 80"))
            .bodyText()
            .contains("Our own line “We” is missing.");
        assertThat(post(address + "/waves/new", "label", "2026", "publishedOn", "2026-11-01", "scores",
                "A = 80\nWe = 82.5"))
            .hasStatus3xxRedirection();
        assertThat(get(address)).bodyText().contains("2026: rank 1 of 2 with 82.5.").doesNotContain("??");
        assertThat(get("/indices")).bodyText().contains("1 of 2").doesNotContain("??");
    }

    private ScorecardId card() {
        return people.as(office,
                () -> keeping.begin(new ScorecardWish(new CustomerId(customer), "供应商评级",
                        new Marks(null, null, Marks.letters("A = 100\nB = 75\nC = 40")), Cadence.QUARTER, 15, 30, null,
                        LocalDate.now().minusMonths(6), null,
                        List.copyOf(ScorecardWish.criteria("On time; 40; delivery")), null)));
    }

    private MvcTestResult get(String address) {
        return web.get().uri(address).header("Accept-Language", "en").with(SignedIn.as(office)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var asking = web.post().uri(address).header("Accept-Language", "en").with(SignedIn.as(office)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            asking.param(fields[i], fields[i + 1]);
        }
        return asking.exchange();
    }

}
