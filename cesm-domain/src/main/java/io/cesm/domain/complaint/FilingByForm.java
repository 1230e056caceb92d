package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people tell us by the form of their customer. Who they say they are is believed
 * only so far: somebody we know is answered at the address we know, nobody else gets
 * mail.
 */
@Service
@Transactional
public class FilingByForm {

    private static final int AN_HOUR = 30;

    private static final int FILES = 10;

    private final FilingComplaints filing;

    private final RegisteringContacts registering;

    private final CaseLinks links;

    private final CaseTokens tokens;

    private final ComplaintDesk desk;

    private final Clock clock;

    private final JdbcClient jdbc;

    FilingByForm(FilingComplaints filing, RegisteringContacts registering, CaseLinks links, CaseTokens tokens,
            ComplaintDesk desk, Clock clock, JdbcClient jdbc) {
        this.filing = filing;
        this.registering = registering;
        this.links = links;
        this.tokens = tokens;
        this.desk = desk;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The form a link leads to. */
    public record Form(UUID id, CustomerId customer, String customerName, @Nullable String customerNameEn,
            String label) {
    }

    /** What somebody filled in. */
    public record Said(ComplaintKind kind, @Nullable String words, @Nullable String name, @Nullable String mail,
            @Nullable String phone, List<Attachment> files) {
    }

    /**
     * What was made of it.
     *
     * @param token leads to its page; null if it goes by mail to somebody we know
     */
    public record Filed(ComplaintId complaint, @Nullable String token) {
    }

    /** What whoever filed it is told. */
    public record Receipt(String number, @Nullable Instant dueAt) {
    }

    @Transactional(readOnly = true)
    public Optional<Form> look(@Nullable String token) {
        if (token == null || !CaseTokens.couldBe(token)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select l.id, l.customer_id, c.name, c.name_en, l.label from intake_link l
                  join customer c on c.id = l.customer_id and c.status <> 'MERGED'
                 where l.token_hash = :hash and l.revoked_at is null""")
            .param("hash", CaseTokens.digest(token))
            .query((rs, i) -> new Form(rs.getObject(1, UUID.class),
                    new CustomerId(requireNonNull(rs.getObject(2, UUID.class))), rs.getString(3), rs.getString(4),
                    rs.getString(5)))
            .optional();
    }

    /** Files what somebody told us. */
    public Filed file(String token, Said said) {
        var form = look(token).orElseThrow(UnknownThing::new);
        judgeCrowd(form);
        if (said.files().size() > FILES) {
            throw new FieldRefusal("files", "complaint.files.too_many", FILES);
        }
        var words = Texts.required(said.words(), 4000, "words");
        var name = Texts.required(said.name(), 120, "name");
        var points = points(said);
        return Acting.as(Actor.system("form"), () -> {
            var known = known(form.customer(), points);
            var contact = known != null ? known
                    : registering.register(form.customer(), ContactDetails.named(name), points);
            var wish = FileComplaint.of(form.customer(), contact, words);
            var made = filing.file(
                    new FileComplaint(said.kind(), wish.customer(), contact, null, words, ComplaintChannel.PORTAL, null,
                            null, null, null, null, wish.impact(), wish.urgency(), false, null, false),
                    said.files(), known != null);
            used(form, made);
            desk.note(desk.anywhere(made), "FILED_BY_FORM", form.label() + ": " + name);
            return new Filed(made, known != null ? null : tokens.of(links.of(desk.anywhere(made), contact)));
        });
    }

    /** Number and date of what was filed by this form. */
    @Transactional(readOnly = true)
    public Optional<Receipt> receipt(@Nullable String token, UUID complaint) {
        return look(token).flatMap(form -> jdbc.sql(
                "select number, due_at from complaint where id = :id and intake_link_id = :form and received_at > :since")
            .param("id", complaint)
            .param("form", form.id())
            .param("since", clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new Receipt(rs.getString(1), ComplaintRegister.at(rs, "due_at")))
            .optional());
    }

    private static List<PointWish> points(Said said) {
        List<PointWish> points = new ArrayList<>();
        var mail = Texts.optional(said.mail(), 254, "mail");
        var phone = Texts.optional(said.phone(), 60, "phone");
        if (mail == null && phone == null) {
            throw new FieldRefusal("mail", "intake.reach_missing");
        }
        if (mail != null) {
            points.add(PointWish.mail(mail));
        }
        if (phone != null) {
            points.add(PointWish.phone(phone));
        }
        points.forEach(PointWish::normal);
        return points;
    }

    private @Nullable ContactId known(CustomerId customer, List<PointWish> points) {
        var found = jdbc.sql("""
                select distinct k.id from contact k join contact_point p on p.contact_id = k.id and not p.former
                 where k.customer_id = :customer and k.active and k.merged_into is null and p.normal = any(:normals)""")
            .param("customer", customer.id())
            .param("normals", points.stream().map(PointWish::normal).toArray(String[]::new))
            .query((rs, i) -> new ContactId(requireNonNull(rs.getObject(1, UUID.class))))
            .list();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private void judgeCrowd(Form form) {
        var now = clock.instant();
        int lately = jdbc.sql("select count(*) from complaint where intake_link_id = :form and received_at > :since")
            .param("form", form.id())
            .param("since", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> rs.getInt(1))
            .single();
        if (lately >= AN_HOUR) {
            throw new Refusal("intake.too_many");
        }
    }

    private void used(Form form, ComplaintId made) {
        jdbc.sql("update complaint set intake_link_id = :form where id = :id")
            .param("form", form.id())
            .param("id", made.id())
            .update();
        jdbc.sql("update intake_link set used = used + 1, last_used_at = :now where id = :id")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", form.id())
            .update();
    }

}
