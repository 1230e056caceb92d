package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CustomerCase.Said;
import io.cesm.domain.complaint.CustomerCase.StoredPart;
import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads complaints as their customers see them. */
@Component
class CustomerCaseBook {

    private final CaseSettings settings;

    private final LookingAgain looking;

    private final Clock clock;

    private final JdbcClient jdbc;

    CustomerCaseBook(CaseSettings settings, LookingAgain looking, Clock clock, JdbcClient jdbc) {
        this.settings = settings;
        this.looking = looking;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    CustomerCase of(ComplaintId id, String contactName, @Nullable String language) {
        var said = said(id);
        var another = looking.isThereAnother(id);
        return jdbc
            .sql("""
                    select c.*, u.name as customer_name, u.name_en as customer_name_en, o.name as owner_name, m.number as merged_number
                      from complaint c
                      join customer u on u.id = c.customer_id
                      left join staff o on o.id = c.owner_id
                      left join complaint m on m.id = c.merged_into
                     where c.id = :id""")
            .param("id", id.id())
            .query((rs, i) -> row(rs, contactName, language, another, said))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Whether the customer may still say that it was not solved after all. */
    boolean mayReopen(ComplaintId id) {
        return of(id, "", null).mayReopen();
    }

    private CustomerCase row(ResultSet rs, String contactName, @Nullable String language, boolean another,
            List<Said> said) throws SQLException {
        var state = ComplaintState.valueOf(rs.getString("state"));
        var confirmed = ComplaintRegister.at(rs, "confirmed_at");
        var closed = ComplaintRegister.at(rs, "closed_at");
        return new CustomerCase(new ComplaintId(rs.getObject("id", UUID.class)), rs.getString("number"),
                ComplaintKind.valueOf(rs.getString("kind")), rs.getString("subject"), rs.getString("verbatim"), state,
                rs.getString("customer_name"), rs.getString("customer_name_en"), contactName, language,
                rs.getString("owner_name"), requireNonNull(ComplaintRegister.at(rs, "received_at")),
                ComplaintRegister.at(rs, "due_at"), rs.getString("waiting_for"), rs.getString("remedy"),
                rs.getString("answer_words"), rs.getString("external_route"), closed, rs.getString("merged_number"),
                until(state, closed == null ? confirmed : closed), another, rs.getLong("version"), said);
    }

    private @Nullable Instant until(ComplaintState state, @Nullable Instant end) {
        if (end == null || (state != ComplaintState.CLOSED && state != ComplaintState.CONFIRMED)) {
            return null;
        }
        var last = end.plus(settings.reopenWithin());
        return clock.instant().isAfter(last) ? null : last;
    }

    private List<Said> said(ComplaintId id) {
        var files = FilesOfMessages.of(jdbc.sql("""
                select x.message_id, f.id, f.name, f.size from complaint_file x join stored_file f on f.id = x.file_id
                 where x.complaint_id = :id and x.message_id is not null order by x.added_at, f.id limit 400""")
            .param("id", id.id()));
        return jdbc
            .sql("""
                    select m.id, m.kind, m.words, m.said_at, k.name as contact_name, s.name as staff_name
                      from complaint_message m
                      left join contact k on k.id = m.contact_id
                      left join staff s on s.id = m.staff_id
                     where m.complaint_id = :id and m.kind in ('TO_CUSTOMER', 'FROM_CUSTOMER') order by m.said_at desc, m.id desc limit 100""")
            .param("id", id.id())
            .query((rs, i) -> said(rs, files))
            .list();
    }

    private static Said said(ResultSet rs, Map<UUID, List<StoredPart>> files) throws SQLException {
        var id = requireNonNull(rs.getObject("id", UUID.class));
        var byCustomer = "FROM_CUSTOMER".equals(rs.getString("kind"));
        return new Said(id, byCustomer, rs.getString(byCustomer ? "contact_name" : "staff_name"), rs.getString("words"),
                requireNonNull(ComplaintRegister.at(rs, "said_at")), files.getOrDefault(id, List.of()));
    }

}
