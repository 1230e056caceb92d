package io.cesm.domain.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is known of one person, part by part, one statement each. */
@Component
public class ContactFile {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ContactFile(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The head of the file.
     * @throws UnknownThing if there is none, they were merged away or are out of reach
     */
    public Head head(ContactId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select k.*, c.name as customer_name, c.name_en as customer_name_en, c.tier from contact k join customer c on c.id = k.customer_id
                     where k.id = :id and k.merged_into is null and """
                    + " " + scope.sql("k.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(ContactFile::head)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** All phones, mails, WeCom ids and former names; those in use first. */
    public List<PointRow> points(ContactId id) {
        var scope = current.actor().scope();
        return jdbc.sql("""
                select p.id, p.kind, p.value, p.normal, p.label, p.preferred, p.former,
                       (select count(*) from contact_point o join contact k2 on k2.id = o.contact_id
                         where o.kind = p.kind and o.normal = p.normal and o.contact_id <> p.contact_id
                           and p.kind <> 'FORMER_NAME' and k2.merged_into is null and %s) as shared
                  from contact_point p join contact k on k.id = p.contact_id
                 where p.contact_id = :id and %s
                 order by array_position(array['PHONE', 'EMAIL', 'WECOM', 'FORMER_NAME'], p.kind), p.former,
                       p.preferred desc, p.created_at, p.id
                """.formatted(scope.sql("k2.customer_id"), scope.sql("k.customer_id")))
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new PointRow(rs.getObject(1, UUID.class), PointKind.valueOf(rs.getString(2)),
                    rs.getString(3), rs.getString(4), rs.getString(5), rs.getBoolean(6), rs.getBoolean(7),
                    rs.getInt(8)))
            .list();
    }

    /** What the person said yes or no to, newest first. */
    public List<ConsentRow> consents(ContactId id) {
        var scope = current.actor().scope();
        return jdbc.sql("""
                select n.purpose, n.given, n.text_version, n.channel, n.at, s.name
                  from consent n join contact k on k.id = n.contact_id left join staff s on s.id = n.recorded_by
                 where n.contact_id = :id and """ + " " + scope.sql("k.customer_id") + " order by n.at desc, n.id desc")
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new ConsentRow(ConsentPurpose.valueOf(rs.getString(1)), rs.getBoolean(2), rs.getString(3),
                    rs.getString(4), rs.getObject(5, OffsetDateTime.class).toInstant(), rs.getString(6)))
            .list();
    }

    private static Head head(ResultSet rs, int i) throws SQLException {
        var role = rs.getString("decision_role");
        var details = new ContactDetails(ContactKind.valueOf(rs.getString("kind")), rs.getString("name"),
                rs.getString("name_en"), rs.getString("title"), rs.getString("department"),
                role == null ? null : DecisionRole.valueOf(role), rs.getBigDecimal("role_weight"),
                rs.getObject("influence", Integer.class), rs.getObject("attitude", Integer.class),
                rs.getString("language"), rs.getString("note"), rs.getBoolean("active"), rs.getString("external_key"));
        return new Head(new ContactId(rs.getObject("id", UUID.class)),
                new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getObject("tier", Integer.class), details, rs.getLong("version"));
    }

    /** The head of a person's file. */
    public record Head(ContactId id, CustomerId customer, String customerName, @Nullable String customerNameEn,
            @Nullable Integer tier, ContactDetails details, long version) {
    }

    /**
     * A way to reach or recognise a person.
     *
     * @param shared how many others have the same one
     */
    public record PointRow(UUID id, PointKind kind, String value, String normal, @Nullable String label,
            boolean preferred, boolean former, int shared) {
    }

    /** A yes or no of a person. */
    public record ConsentRow(ConsentPurpose purpose, boolean given, @Nullable String textVersion,
            @Nullable String channel, Instant at, @Nullable String recordedBy) {
    }

}
