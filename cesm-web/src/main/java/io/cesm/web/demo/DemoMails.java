package io.cesm.web.demo;

import java.time.Clock;
import java.util.List;

import io.cesm.domain.complaint.IncomingMail;
import io.cesm.domain.complaint.IncomingMail.Nature;
import io.cesm.domain.complaint.OfferingIntakeForms;
import io.cesm.domain.complaint.TakingMails;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.ScopedClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The mails customers of the demo company wrote: answers, something new, and strangers.
 */
@Component
@Order(52)
class DemoMails implements DemoPart {

    /** The mail box they came to, by which they are found again. */
    static final String BOX = "demo";

    private final TakingMails taking;

    private final OfferingIntakeForms forms;

    private final DemoScores scores;

    private final Batch batch;

    private final Clock clock;

    private final JdbcClient jdbc;

    DemoMails(TakingMails taking, OfferingIntakeForms forms, DemoScores scores, Batch batch, Clock clock,
            JdbcClient jdbc) {
        this.taking = taking;
        this.forms = forms;
        this.scores = scores;
        this.batch = batch;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public void tell(DemoWorld world) {
        arrive(world.clients());
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("incoming_mail", "mailbox = '" + BOX + "'"));
    }

    private void arrive(List<Client> clients) {
        Acting.as(Actor.system(DemoCompany.MAKER),
                () -> batch.run(() -> forms.make(clients.getFirst().id(), "一号厂区中控室")));
        var talking = clients.stream().filter(it -> !it.people().isEmpty()).toList();
        int n = 0;
        for (var row : Words.of("mails.yaml").items()) {
            var mail = mail(row, talking, n++);
            ScopedClock.at(clock.instant().minusSeconds(row.at("ago").number() * 3_600L), () -> {
                batch.run(() -> taking.take(mail));
                return true;
            });
        }
        scores.give();
    }

    private IncomingMail mail(Words row, List<Client> clients, int n) {
        var known = row.at("c").isGiven();
        var client = known ? clients.get(row.at("c").number() % clients.size()) : null;
        var from = client == null ? row.at("from").text()
                : address(client.people().get(row.at("p").number() % client.people().size()));
        var about = client == null || !row.at("to").isGiven() ? "" : latest(client);
        var kind = row.at("kind").textOrNull();
        return new IncomingMail(BOX, "demo-" + n + "@mail.example", List.of(), from, row.at("name").textOrNull(),
                row.at("subject").text() + about, row.at("say").text(), row.at("quoted").textOrNull(), clock.instant(),
                kind == null ? Nature.PERSON : Nature.valueOf(kind), null, List.of());
    }

    private String address(Client.Speaker speaker) {
        return jdbc
            .sql("select coalesce(min(value), 'nobody@mail.example') from contact_point"
                    + " where contact_id = :id and kind = 'EMAIL'")
            .param("id", speaker.id().id())
            .query((rs, i) -> rs.getString(1))
            .single();
    }

    private String latest(Client client) {
        @Nullable String number = jdbc
            .sql("select number from complaint where customer_id = :id and closed_at is null"
                    + " order by received_at desc limit 1")
            .param("id", client.id().id())
            .query((rs, i) -> rs.getString(1))
            .optional()
            .orElse(null);
        return number == null ? "" : " [" + number + "]";
    }

}
