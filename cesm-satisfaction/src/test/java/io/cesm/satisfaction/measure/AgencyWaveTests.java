package io.cesm.satisfaction.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.table.Content;
import io.cesm.domain.table.TableFiles;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Csat;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.figures.Nps;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A real agency's file on its way through the product's own import. */
@PostgresSlice
class AgencyWaveTests {

    private static final Path SAMPLE = Path.of("../samples/sfo-airport");

    @Autowired
    ImportKinds kinds;

    @Autowired
    KeepingSeries keeping;

    @Autowired
    SeriesBook book;

    @Autowired
    RawAnswers answers;

    @Autowired
    JdbcClient jdbc;

    private SeriesId series;

    @BeforeEach
    void theAirport() throws IOException {
        series = begin(Files.readString(SAMPLE.resolve("sfo-codebook.csv")), Anonymity.CONFIDENTIAL);
    }

    private SeriesId begin(String codebook, Anonymity anonymity) {
        return Acting.as(Actor.system("test"), () -> keeping.begin(new SeriesWish("SFO passenger survey",
                "Corey, Canapary & Galanis", "en", SurveyKind.SERVICE, anonymity, false), CodebookFile.read(codebook)));
    }

    @Test
    void theAirportsFileGivesTheFiguresReckonedFromItApartFromThisProgram() throws IOException {
        var taken = take(read("sfo-2017.csv"), "2017", Map.of());

        assertThat(taken).hasSize(2831).extracting(RowAnswer::outcome).containsOnly(Outcome.CREATED);
        var wave = jdbc.sql("select id from survey where wave = '2017'").query(UUID.class).single();
        assertThat(filled("2017")).as("the import leads to the wave it filled").contains("/surveys/" + wave);
        assertThat(filled("2016")).as("a wave that is not there").isEmpty();
        var nps = Nps.of(histogram("nps", 0, 10));
        assertThat(nps.n()).isEqualTo(2746);
        assertThat(nps.value()).isEqualTo(100.0 * (1436 - 342) / 2746);
        assertThat("%.3f".formatted(nps.value())).isEqualTo("39.840");
        var all = Csat.topBox(histogram("q7all", 1, 5), Confidence.NINETY_FIVE);
        assertThat(all.n()).isEqualTo(2688);
        assertThat("%.3f".formatted(all.value())).isEqualTo("82.068");
        assertThat(count("items ->> 'q7art' = 'na6'")).isEqualTo(445);
        assertThat(count("items ? 'q7art'")).isEqualTo(2831 - 102);
        assertThat(count("segments ->> 'boarding_area' = 'A' and language = 'zh'")).isPositive();
        assertThat(jdbc.sql("select sum(weight) from survey_response").query(Double.class).single()).isCloseTo(2831,
                org.assertj.core.api.Assertions.within(0.01));
        assertThat(count("true")).isEqualTo(jdbc.sql("select count(*) from survey_pending").query(Long.class).single());
    }

    @Test
    void theSameFileAgainChangesNothingAndOtherAnswersOfTheSamePersonAreRefused() throws IOException {
        take(read("sfo-2017.csv"), "2017", Map.of());
        var before = jdbc.sql("select string_agg(id::text, '' order by id) from survey_response")
            .query(String.class)
            .single();

        assertThat(take(read("sfo-2017.csv"), "2017", Map.of())).extracting(RowAnswer::outcome)
            .containsOnly(Outcome.UNCHANGED);
        var other = new ArrayList<>(read("sfo-2017.csv").subList(0, 3));
        other.set(1, other.get(1).replaceFirst("^1,", "1,").replaceFirst(",5,4,4,4,", ",5,4,4,1,"));
        other.set(2, other.get(2).replaceAll(",[0-9]+,([0-9]),([0-9]),([0-9]),([0-9.]+)$", ",0,$1,$2,$3,$4"));
        var refused = take(other, "2017", Map.of()).stream().filter(it -> it.outcome() == Outcome.REFUSED).toList();

        assertThat(refused).isNotEmpty()
            .flatExtracting(RowAnswer::problems)
            .extracting("code")
            .containsOnly("answers.other_answers");
        assertThat(jdbc.sql("select string_agg(id::text, '' order by id) from survey_response")
            .query(String.class)
            .single()).isEqualTo(before);
    }

    @Test
    void nextYearsRenamedAndReorderedColumnsAreFoundAgainAndWhatChangedIsSaid() throws IOException {
        take(read("sfo-2017.csv"), "2017", Map.of());
        var renamed = read("sfo-renamed.csv");
        var header = cells(renamed.getFirst());

        var mapping = kind().guess(header);

        var byName = new HashMap<String, String>();
        mapping.forEach((column, target) -> byName.put(header.get(column), target));
        assertThat(byName).containsEntry("NETPRO_2018", "nps")
            .containsEntry("Q7ALL_OVERALL", "q7all")
            .containsEntry("WEIGHT18", "_weight")
            .containsEntry("Respondent number", "_key")
            .containsEntry("Boarding area", "boarding_area")
            .containsEntry("Q9_ALL", "q9all")
            .containsEntry("Q3GETTO2", "getting_there")
            .doesNotContainKey("Q24NEW")
            .hasSize(header.size() - 1);
        assertThat(kind().differences(header, mapping)).extracting(Label::en)
            .contains("“NETPRO” is called “NETPRO_2018” this time");
        assertThat(take(renamed, "2018", Map.of())).extracting(RowAnswer::outcome).containsOnly(Outcome.CREATED);
        assertThat(book.waves(series)).extracting(WaveRow::label).containsExactly("2018", "2017");
        assertThat(kind().differences(header, mapping)).isEmpty();
    }

    @Test
    void aWaveReadWronglyIsTakenBackAndReadWithTheMendedCodebook() throws IOException {
        take(read("sfo-renamed.csv"), "2018", Map.of());
        var mended = Files.readString(SAMPLE.resolve("sfo-codebook.csv"))
            .replace("0|Blank", "0|Blank|77")
            .replace("SFO Airport as a whole", "The airport as a whole");
        acting(() -> keeping.explain(series, book.require(series).version(), CodebookFile.read(mended)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> take(read("sfo-renamed.csv"), "2018", Map.of()))
            .satisfies(it -> assertThat(it.code()).isEqualTo("measure.codebook_changed"));

        var wave = book.waves(series).getFirst().survey();
        comment(wave);
        acting(() -> keeping.takeBack(series, wave));

        for (var table : List.of("survey_response", "survey_comment", "answer_unread")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where survey_id = ?")
                .param(wave)
                .query(Long.class)
                .single()).as("%s left behind", table).isZero();
        }
        assertThat(take(read("sfo-renamed.csv"), "2018", Map.of())).extracting(RowAnswer::outcome)
            .containsOnly(Outcome.CREATED);
        assertThat(book.waves(series)).hasSize(1).first().extracting(WaveRow::versionNumber).isEqualTo(2);
    }

    private void comment(UUID wave) {
        jdbc.sql("""
                insert into survey_comment (id, survey_id, response_id, answered_on, key, named, anonymous, language,
                       body, search, sentiment, themes, revision)
                select id, survey_id, id, answered_on, 'why', false, true, 'en', 'too far', ''::tsvector, -1, '{}', 1
                  from survey_response where survey_id = ? limit 1""").param(wave).update();
        jdbc.sql("insert into answer_unread (response_id, survey_id, answered_on) select id, survey_id, answered_on"
                + " from survey_response where survey_id = ? limit 1 on conflict do nothing")
            .param(wave)
            .update();
    }

    @Test
    void rivalsPairsCodesAndPromisesOfAnonymityAreKept() {
        series = begin("""
                column,item,kind,label,min,max,reversed,codes,none,dimension,role,rival
                编号,,KEY
                Q1,price,RATING,价格,1,10,,,99=说不清,commercial,PERCEPTION,
                Q1_A,price,RATING,价格,1,10,,,99,,,友商甲
                Q1_B,price,RATING,价格,1,10,,,99,,,友商乙
                期望,care.e,RATING,服务期望,1,7,,,,service_response,,
                感知,care.p,RATING,服务感知,1,7,,,,service_response,,
                日期,,DATE
                """, Anonymity.ANONYMOUS);

        var taken = take(List.of("编号,Q1,Q1_A,Q1_B,期望,感知,日期", "r1,8,6,-99,7,5.0,2026-06-17", "r2,99,,11,7,6,2026-06-18",
                "r3,,,,,,2026-06-18", "r1,8,6,,7,5,2026-06-17"), "2026", Map.of("none", "-99"));

        assertThat(taken).extracting(RowAnswer::outcome)
            .containsExactly(Outcome.CREATED, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED);
        assertThat(taken.get(1).problems()).extracting("code").containsExactly("answers.off_scale");
        assertThat(taken.get(3).problems()).extracting("code").containsExactly("answers.key_twice");
        var stored = jdbc.sql(
                "select items::text || answered_on || anonymous || (select count(*) from survey_response_key where response_id is not null) from survey_response")
            .query(String.class)
            .single();
        var jia = Slugs.of("友商甲", "r");
        assertThat(stored).contains("\"price\": 8", "\"price_rival@" + jia + "\": 6", "\"rivals\": [\"" + jia + "\"]",
                "\"care.e\": 7", "\"care.p\": 5", "2026-06-01true0");
    }

    @Test
    void aCodebookThatDoesNotFitTogetherIsRefusedWithItsLine() {
        for (var wrong : Map.of("Q1,a,RATING,x,1,2", "codebook.scale", "Q1,a,NPS,x,1,10", "codebook.scale_of_kind",
                "Q1,a,SINGLE,x,,,,1=a", "codebook.two_codes", "Q1,A b,RATING,x,1,5", "codebook.item_name",
                "Q1,a.e,RATING,x,1,5", "codebook.half_a_pair", "Q1,a,RATING,x,1,5,,,,nowhere", "codebook.dimension",
                "Q1,a,RATING,x,1,5\nQ1,b,RATING,x,1,5", "codebook.column_twice", "Q1,a,CIRCUS,x,1,5", "codebook.word",
                "Q1,a,RATING,x,1,5,,,,,,rival", "codebook.rival_alone", "Q1,,KEY", "codebook.nothing_asked")
            .entrySet()) {
            var text = "column,item,kind,label,min,max,reversed,codes,none,dimension,role,rival\n" + wrong.getKey();
            assertThatExceptionOfType(Refusal.class).as(wrong.getKey())
                .isThrownBy(() -> begin(text, Anonymity.NAMED))
                .satisfies(it -> assertThat(it.code()).isEqualTo(wrong.getValue()));
        }
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> begin("x\"y\"\u0000,\n\"unclosed", Anonymity.NAMED));
        var written = CodebookFile.write(book.require(series).codebook());
        assertThat(CodebookFile.read(written)).isEqualTo(book.require(series).codebook());
    }

    @Test
    void paperAnswersToOneOfOurSurveysGoUnderItsItemsAndComeOutAgainAsPromised() {
        var own = own(take(read("sfo-renamed.csv").subList(0, 2), "2018", Map.of()));
        var kind = kinds.require("answers-" + own);
        var header = List.of("id", "How likely is it that you would recommend SFO to a friend or colleague?", "q7all",
                "getting_there", "日期");
        var mapping = kind.guess(header);
        var plan = new ImportPlan(UUID.randomUUID(), "I-2", header, mapping,
                Map.of("readOn", "2026-11-01", "none", "-99", "days", "DAY_FIRST"));

        var taken = Acting.as(Actor.system("test"), () -> {
            kind.judge(plan);
            return kind.open(plan)
                .take(rows(List.of(String.join(",", header), "p1,10,Outstanding,1;2,24/11/2026",
                        "p2,-99,na6,BART,25/11/2026", "p3,12,3,1,25/11/2026", "p4,1,1,1,2026-31-31"), mapping), false);
        });

        assertThat(taken).extracting(it -> it.outcome().name())
            .containsExactly("CREATED", "CREATED", "REFUSED", "REFUSED");
        var survey = jdbc.sql("select id from survey where number = ?").param(own).query(UUID.class).single();
        var office = Acting.as(Actor.system("test"), () -> answers.slice(answers.open(survey), 10, null).items());
        assertThat(office).extracting(RawAnswer::items)
            .contains(Map.of("nps", 10, "q7all", 5, "getting_there", List.of("o1", "o2")),
                    Map.of("q7all", "na6", "getting_there", List.of("o6")));
        var manager = Actor.staff(new io.cesm.domain.people.StaffId(io.cesm.domain.kernel.Uuid7.next()), "m",
                java.util.Set.of(io.cesm.domain.people.Role.MANAGER), io.cesm.domain.people.Scope.none(), "page", null);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Acting.as(manager, () -> answers.open(survey)))
            .satisfies(it -> assertThat(it.code()).isEqualTo("answers.too_few"));
    }

    /** One of our own surveys that asks what the wave asked. */
    private String own(List<RowAnswer> wave) {
        assertThat(wave).hasSize(1);
        jdbc.sql(
                """
                        insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state, created_at, changed_at, version)
                        select gen_random_uuid(), 'S-own', title, 'OWN', kind, questionnaire_id, version_id, anonymity, 'FIELDED', now(), now(), 0
                          from survey where wave = '2018'""")
            .update();
        return "S-own";
    }

    private void acting(Runnable work) {
        Acting.as(Actor.system("test"), () -> {
            work.run();
            return true;
        });
    }

    private ImportKind kind() {
        return kinds.require(book.require(series).importKind());
    }

    private List<RowAnswer> take(List<String> lines, String wave, Map<String, String> more) {
        var header = cells(lines.getFirst());
        var kind = kind();
        var settings = new HashMap<>(Map.of("wave", wave, "readOn", wave + "-06-30"));
        settings.putAll(more);
        var mapping = kind.guess(header);
        var plan = new ImportPlan(UUID.randomUUID(), "I-1", header, mapping, settings);
        return Acting.as(Actor.system("test"), () -> {
            kind.judge(plan);
            return kind.open(plan).take(rows(lines, mapping), false);
        });
    }

    private java.util.Optional<String> filled(String wave) {
        var plan = new ImportPlan(UUID.randomUUID(), "I-1", List.of(), Map.of(),
                Map.of("wave", wave, "readOn", wave + "-06-30"));
        return Acting.as(Actor.system("test"), () -> kind().filled(plan));
    }

    private static List<ImportRow> rows(List<String> lines, Map<Integer, String> mapping) {
        var text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        Content content = () -> new java.io.ByteArrayInputStream(text);
        var rows = new ArrayList<ImportRow>();
        try (var reader = TableFiles.open(content, TableFiles.judge(content).format())) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                Map<String, List<String>> values = new HashMap<>();
                for (var each : new java.util.TreeMap<>(mapping).entrySet()) {
                    var cell = line.cell(each.getKey());
                    if (!cell.isEmpty()) {
                        values.computeIfAbsent(each.getValue(), it -> new ArrayList<>()).add(cell);
                    }
                }
                rows.add(new ImportRow(line.number(), values));
            }
        }
        catch (IOException ex) {
            throw new AssertionError(ex);
        }
        return rows;
    }

    private static List<String> read(String name) {
        try {
            return Files.readAllLines(SAMPLE.resolve(name));
        }
        catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private Histogram histogram(String item, int min, int max) {
        var counts = new long[max - min + 1];
        jdbc.sql("""
                select cast(items ->> :item as integer), count(*) from survey_response
                 where jsonb_typeof(items -> :item) = 'number' group by 1""").param("item", item).query(rs -> {
            counts[rs.getInt(1) - min] = rs.getLong(2);
        });
        return Histogram.of(min, counts);
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from survey_response where " + condition.replace("items ? ", "items ?? "))
            .query(Long.class)
            .single();
    }

}
