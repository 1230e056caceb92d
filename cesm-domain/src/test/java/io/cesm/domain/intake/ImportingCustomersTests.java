package io.cesm.domain.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.table.TableFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PostgresSlice
@TestPropertySource(properties = "cesm.imports.batch=10")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ImportingCustomersTests {

    @Autowired
    ImportingFiles importing;

    @Autowired
    ImportBook book;

    @Autowired
    ImportRunner runner;

    @Autowired
    ImportBatches batches;

    @Autowired
    ImportKinds kinds;

    @Autowired
    AccessBook access;

    @Autowired
    JdbcClient jdbc;

    private Actor me;

    @BeforeEach
    void somebodyOfTheOffice() {
        me = staff("OFFICE");
    }

    @Test
    void takesCustomersAndTheirPeopleInAndASecondRunChangesNothing() throws IOException {
        var prefix = prefix();
        var file = "客户编号,客户名称,等级,联系人,电话,邮箱\n" + prefix + "1,鸿远重工" + prefix
                + ",1,李敏,13800138000;021-58881234,li@example.com\n" + prefix + "1,鸿远重工" + prefix
                + ",1,王强,13900139000,\n" + prefix + "2,北京精工" + prefix + ",乙级,,010-65001234,\n" + prefix + "3,,,,,\n"
                + prefix + "4,上海仪器" + prefix + ",2,,,\n";

        var first = imported(file.getBytes(Charset.forName("GB18030")));

        assertThat(first.format().encoding()).isEqualTo("GB18030");
        assertThat(first.mapping()).containsValues("key", "name", "tier", "contactName", "phone", "mail");
        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(first.counts()).isEqualTo(new ImportView.Counts(5, 3, 0, 0, 2, 0, 0));
        assertThat(count("select count(*) from contact_point p join contact k on k.id = p.contact_id"
                + " join customer c on c.id = k.customer_id where c.external_key = '" + prefix + "1'"))
            .isEqualTo(4);
        assertThat(answers(first.id(), RowFilter.REFUSED)).extracting(RowAnswer::row).containsExactly(4L, 5L);

        var second = imported(file.getBytes(StandardCharsets.UTF_8));

        assertThat(second.counts().created()).isZero();
        assertThat(second.counts().changed()).isZero();
        assertThat(second.counts().unchanged()).isEqualTo(3);
    }

    @Test
    void aTrialSaysTheSameAsTheRunAndLeavesNothingBehind() throws IOException {
        var prefix = prefix();
        var file = "key,name\n" + IntStream.range(0, 37)
            .mapToObj(i -> prefix + i + "," + (i % 7 == 3 ? "" : "Company " + prefix + (i / 2)))
            .collect(Collectors.joining("\n"));
        long before = count("select count(*) from customer");

        var tried = tried(bring(file.getBytes()));

        assertThat(tried.state()).isEqualTo(ImportState.CHECKED);
        assertThat(count("select count(*) from customer")).isEqualTo(before);
        var run = started(tried.id());
        assertThat(run.counts()).isEqualTo(tried.counts());
        assertThat(run.counts().alike()).isPositive();
    }

    @Test
    void aKeyTwiceWithOtherWordsIsRefusedWithItsFirstRow() throws IOException {
        var prefix = prefix();
        var job = imported(
                ("key,name,industry\n" + prefix + ",One,steel\n" + prefix + ",One,coal\n" + prefix + ",One,steel\n")
                    .getBytes());

        assertThat(job.counts()).isEqualTo(new ImportView.Counts(3, 1, 0, 1, 1, 0, 0));
        var refused = answers(job.id(), RowFilter.REFUSED).getFirst();
        assertThat(refused.problems()).containsExactly(RowProblem.of("key", "import.key_twice", 2L));
    }

    @Test
    void goesOnBehindTheLastBatchAfterTheMachineDied() throws IOException {
        var prefix = prefix();
        var file = "key,name\n" + IntStream.range(0, 35)
            .mapToObj(i -> prefix + i + ",Resumed " + prefix + i)
            .collect(Collectors.joining("\n"));
        var tried = tried(bring(file.getBytes()));
        Acting.as(me, () -> importing.start(tried.id(), false, false, null));
        var job = book(tried.id());
        var rows = IntStream.range(0, 10)
            .mapToObj(i -> new ImportRow(i + 2,
                    java.util.Map.of("key", List.of(prefix + i), "name", List.of("Resumed " + prefix + i))))
            .toList();
        var taking = kinds.require("customers").open(job.plan());
        assertThat(Acting.as(me, () -> batches.take(job, taking, rows, false))).isTrue();
        assertThat(book(job.id()).lastRow()).isEqualTo(11);

        runner.run(new ImportWork(job.id().id(), false), false);

        var done = book(job.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts()).isEqualTo(new ImportView.Counts(35, 35, 0, 0, 0, 0, 0));
        assertThat(count("select count(*) from customer where external_key like '" + prefix + "%'")).isEqualTo(35);
        runner.run(new ImportWork(job.id().id(), false), false);
        assertThat(book(job.id()).counts()).isEqualTo(done.counts());
    }

    @Test
    void stopsAtTheNextBatchAndGoesOnLater() throws IOException {
        var prefix = prefix();
        var file = "key,name\n" + IntStream.range(0, 25)
            .mapToObj(i -> prefix + i + ",Stopped " + prefix + i)
            .collect(Collectors.joining("\n"));
        var tried = tried(bring(file.getBytes()));
        Acting.as(me, () -> importing.start(tried.id(), false, false, null));
        Acting.as(me, () -> importing.cancel(tried.id()));

        runner.run(new ImportWork(tried.id().id(), false), false);
        assertThat(book(tried.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(book(tried.id()).counts().done()).isZero();

        assertThat(started(tried.id()).counts().created()).isEqualTo(25);
    }

    @Test
    void lookAlikesAreLeftOutIfOneWantsThat() throws IOException {
        var prefix = prefix();
        var tried = tried(bring(
                ("key,name\n" + prefix + "1,Twin " + prefix + "\n" + prefix + "2,TWIN " + prefix + "\n").getBytes()));
        assertThat(tried.counts().alike()).isEqualTo(1);
        Acting.as(me, () -> importing.start(tried.id(), true, false, null));
        runner.run(new ImportWork(tried.id().id(), false), false);

        assertThat(book(tried.id()).counts()).isEqualTo(new ImportView.Counts(2, 1, 0, 0, 1, 1, 0));
    }

    @Test
    void theProblemFileComesInTheSameFormAndCanBeImportedAgain() throws IOException {
        var prefix = prefix();
        var text = "客户编号;客户名称;等级\r\n" + prefix + "1;\"甲; 公司\";9\r\n" + prefix + "2;乙" + prefix + ";1\r\n" + prefix
                + "3;丙;x\r\n";
        var charset = Charset.forName("UTF-16LE");
        var job = imported(("\uFEFF" + text).getBytes(charset));
        assertThat(job.counts().refused()).isEqualTo(2);

        var out = new ByteArrayOutputStream();
        Acting.as(me, () -> write(job.id(), out));
        var problems = out.toString(charset);
        assertThat(problems).isEqualTo("\uFEFF客户编号;客户名称;等级;原因\r\n" + prefix + "1;\"甲; 公司\";9;tier.range\r\n" + prefix
                + "3;丙;x;tier.range\r\n");

        var mended = imported(problems.replace(";9;", ";3;").replace(";x;", ";2;").getBytes(charset));
        assertThat(mended.counts().created()).isEqualTo(2);
        assertThat(mended.counts().refused()).isZero();
    }

    @Test
    void remembersHowFilesWithTheseHeadingsWereUnderstood() throws IOException {
        var prefix = prefix();
        var id = bring(("Spalte A" + prefix + ",Spalte B\nk,n\n").getBytes());
        assertThat(book(id).mapping()).isEmpty();
        Acting.as(me, () -> importing.map(id, java.util.Map.of(0, "key", 1, "name"),
                java.util.Map.of("phoneCountry", "DE"), null));

        var again = book(bring(("spalte a " + prefix + ",Spalte B\nk2,n2\n").getBytes()));
        assertThat(again.remembered()).isTrue();
        assertThat(again.mapping()).isEqualTo(java.util.Map.of(0, "key", 1, "name"));
        assertThat(again.settings()).containsEntry("phoneCountry", "DE");
    }

    @Test
    void anotherPersonsImportIsNotThere() throws IOException {
        var id = bring("key,name\nx,y\n".getBytes());
        Acting.as(staff("OFFICE"), () -> {
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> book.require(id));
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> importing.check(id, null));
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> importing.cancel(id));
        });
    }

    @Test
    void aFileThatIsRefusedLeavesNoTrace() {
        long before = count("select count(*) from import_job") + count("select count(*) from import_part");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bring(new byte[] { 'P', 'K', 3, 4, 0 }));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bring(new byte[0]));
        assertThat(count("select count(*) from import_job") + count("select count(*) from import_part"))
            .isEqualTo(before);
    }

    @Test
    void aFileThatTurnsOutBrokenFailsWithTheLine() throws IOException {
        var id = bring(("key,name\n" + "a,b\n".repeat(60_000) + "c,\"open\n").getBytes());
        var failed = tried(id);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure()).isEqualTo(RowProblem.of(null, "table.quote_not_closed", 60_002L));
    }

    @Test
    void customersOutOfReachAreRefusedRowByRow() throws IOException {
        var prefix = prefix();
        imported(("key,name\n" + prefix + "1,Far away " + prefix + "\n").getBytes());
        me = staff("MANAGER");
        var job = tried(bring(("key,name\n" + prefix + "1,Taken over\n").getBytes()));
        assertThat(job.counts().refused()).isEqualTo(1);
        assertThat(count("select count(*) from customer where name = 'Taken over'")).isZero();
    }

    @Test
    void anotherEncodingCanBeChosen() throws IOException {
        var id = bring("key,name\n1,Größe\n".getBytes(Charset.forName("windows-1252")));
        Acting.as(me, () -> reread(id, TableFormat.ofText("GB18030", ",", 1)));
        assertThat(book(id).format().encoding()).isEqualTo("GB18030");
    }

    private void reread(ImportId id, TableFormat format) {
        try {
            importing.reread(id, format, null);
        }
        catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private void write(ImportId id, ByteArrayOutputStream out) {
        try {
            book.writeProblems(id, out, "原因", RowProblem::code);
        }
        catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private ImportView imported(byte[] file) throws IOException {
        return started(tried(bring(file)).id());
    }

    private ImportId bring(byte[] file) throws IOException {
        return Acting.as(me, () -> {
            try {
                return importing.bring("customers", "customers.csv", new ByteArrayInputStream(file));
            }
            catch (IOException ex) {
                throw new java.io.UncheckedIOException(ex);
            }
        });
    }

    private ImportView tried(ImportId id) {
        Acting.as(me, () -> importing.check(id, null));
        runner.run(new ImportWork(id.id(), true), false);
        return book(id);
    }

    private ImportView started(ImportId id) {
        Acting.as(me, () -> importing.start(id, false, false, null));
        runner.run(new ImportWork(id.id(), false), false);
        return book(id);
    }

    private ImportView book(ImportId id) {
        return Acting.as(me, () -> book.require(id));
    }

    private List<RowAnswer> answers(ImportId id, RowFilter filter) {
        return Acting.as(me, () -> book.rows(id, filter, null).items());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String prefix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private Actor staff(String role) {
        var unit = UUID.randomUUID();
        var id = UUID.randomUUID();
        jdbc.sql(
                "insert into org_unit (id, kind, name, path, valid_from, version) values (?, 'OFFICE', 'x', ?, current_date, 0)")
            .params(unit, unit.toString())
            .update();
        jdbc.sql(
                "insert into staff (id, login, name, unit_id, status, created_at, version) values (?, ?, 'x', ?, 'ACTIVE', now(), 0)")
            .params(id, id.toString(), unit)
            .update();
        jdbc.sql("insert into staff_role (staff_id, role) values (?, ?)").params(id, role).update();
        return access.of(new StaffId(id)).orElseThrow().actor("page", null);
    }

}
