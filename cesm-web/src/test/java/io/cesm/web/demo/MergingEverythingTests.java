package io.cesm.web.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.MergeFollower;
import io.cesm.domain.customer.MergingRecords;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever refers to a customer or a contact follows a merge, and comes back. */
@WebTest
@TestPropertySource(properties = "cesm.test=merge") // a database of its own
class MergingEverythingTests {

    /** Where a record was merged to, and the history of a tier, stay with the record. */
    private static final Set<String> STAYING = Set.of("customer.merged_into", "contact.merged_into",
            "customer_tier.customer_id");

    /** What says that a row was touched, not what it holds. */
    private static final String TOUCHES = "'version', 'updated_at', 'search'";

    @Autowired
    private DemoCompany company;

    @Autowired
    private MergingRecords merging;

    @Autowired
    private List<MergeFollower> followers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyColumnThatNamesACustomerOrAContactHasARule() {
        var kept = followers.stream().flatMap(it -> it.columns().stream()).collect(Collectors.toSet());
        var named = new TreeSet<String>();
        named.addAll(columns("customer"));
        named.addAll(columns("contact"));
        named.removeAll(STAYING);
        assertThat(kept).as("columns a MergeFollower keeps right").containsAll(named);
        assertThat(named).as("columns there are").containsAll(kept);
    }

    @Test
    void mergingMovesEverythingAndUndoingBringsEveryTableBack() {
        company.make();
        var customers = jdbc.sql("""
                select c.id from customer c where c.status <> 'MERGED' and c.kind = 'COMPANY'
                 order by (select count(*) from expectation e where e.customer_id = c.id) desc, c.id limit 2""")
            .query(UUID.class)
            .list();
        jdbc.sql("""
                insert into survey_wave (id, key, customer_id, name, read_on, taken_in_at)
                values (gen_random_uuid(), 'w', ?, 'w', current_date, now())""").param(customers.getLast()).update();
        settled();
        var before = tables();
        var merge = as(() -> merging.merge(new CustomerId(customers.getFirst()), new CustomerId(customers.getLast()),
                Set.of(), null));
        assertThat(left("customer", customers.getLast())).isEmpty();
        assertThat(tables()).isNotEqualTo(before);
        as(() -> {
            merging.undo(merge);
            return merge;
        });
        assertThat(tables()).isEqualTo(before);

        var people = jdbc
            .sql("""
                    select k.id from contact k join expectation e on k.id in (e.contact_id, e.answered_contact, e.told_contact)
                     where k.customer_id = (select customer_id from contact group by 1 order by count(*) desc, 1 limit 1)
                       and k.merged_into is null
                     group by k.id order by count(*) desc, k.id limit 2""")
            .query(UUID.class)
            .list();
        var then = tables();
        var other = as(
                () -> merging.merge(new ContactId(people.getFirst()), new ContactId(people.getLast()), Set.of(), null));
        assertThat(left("contact", people.getLast())).isEmpty();
        as(() -> {
            merging.undo(other);
            return other;
        });
        assertThat(tables()).isEqualTo(then);
    }

    /** Jobs that still read what the demo company was told have come to an end. */
    private void settled() {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1)).until(this::nothingUnread);
        await().atMost(Duration.ofMinutes(2)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
            var now = tables();
            Thread.sleep(1500);
            return tables().equals(now);
        });
    }

    private boolean nothingUnread() {
        return jdbc.sql("select not exists (select from answer_unread) and not exists (select from survey_pending)")
            .query(Boolean.class)
            .single();
    }

    private static <T> T as(java.util.function.Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

    /** Every row of every table that names a customer or contact, and of these two. */
    private Map<String, List<String>> tables() {
        var names = new TreeSet<>(Set.of("customer", "contact"));
        columns("customer").forEach(it -> names.add(it.substring(0, it.indexOf('.'))));
        columns("contact").forEach(it -> names.add(it.substring(0, it.indexOf('.'))));
        Map<String, List<String>> tables = new TreeMap<>();
        for (var name : names) {
            tables.put(name,
                    jdbc.sql("select (to_jsonb(t) - array[" + TOUCHES + "])::text from " + name + " t order by 1")
                        .query(String.class)
                        .list());
        }
        return tables;
    }

    /** Columns that still name a record that was merged away. */
    private Set<String> left(String table, UUID absorbed) {
        var left = new TreeSet<String>();
        for (var column : columns(table)) {
            var parts = column.split("\\.");
            long rows = jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " = ?")
                .param(absorbed)
                .query(Long.class)
                .single();
            if (rows > 0 && !STAYING.contains(column) && !DOUBLED.contains(column)) {
                left.add(column + " " + rows);
            }
        }
        return left;
    }

    /** Rows that say what the survivor says already may stay. */
    private static final Set<String> DOUBLED = Set.of("contact_point.contact_id", "account_team.customer_id",
            "level_reading.customer_id");

    private Set<String> columns(String table) {
        return new TreeSet<>(jdbc.sql("""
                select r.relname || '.' || a.attname from pg_constraint f
                  join pg_class r on r.oid = f.conrelid
                  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                 where f.contype = 'f' and f.confrelid = cast(? as regclass)""")
            .param(table)
            .query(String.class)
            .list());
    }

}
