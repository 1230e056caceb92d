package io.cesm.web.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Role;
import io.cesm.domain.support.Statements;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a look at a complaint costs, however many people it tells. */
@WebTest
class FewStatementsOfLooksTests {

    /** A Tuesday, 09:00 in Shanghai, long after today, so that no timer is due yet. */
    private static final Instant NINE = Instant.parse("2030-03-12T01:00:00Z");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private ComplaintWatch watch;

    @Autowired
    private EscalationBook book;

    @Test
    void tellsManyWithAsFewStatementsAsOne() throws Exception {
        var one = complaint(1);
        var many = complaint(5);
        watch(one, 1);
        watch(many, 1);
        var few = watch(one, 331);
        var same = watch(many, 331);
        assertThat(told(many)).isGreaterThan(told(one) + 3);
        assertThat(same).hasSameSizeAs(few);
        assertThat(few).as("%s", few).hasSizeLessThan(40);
    }

    @Test
    void aTimerThatComesAfterAnotherHadLookedAsksOnce() throws Exception {
        var id = complaint(1);
        assertThat(watch(id, 331)).hasSizeGreaterThan(5);
        assertThat(watch(id, 331)).hasSize(1);
        assertThat(watch(id, 331 + 24 * 60)).hasSizeGreaterThan(5);
    }

    private long told(ComplaintId id) {
        return book.ladder(id).stream().mapToLong(it -> it.told().size()).sum();
    }

    private List<String> watch(ComplaintId id, int minutes) throws Exception {
        return Statements.of(() -> ScopedClock.at(NINE.plus(Duration.ofMinutes(minutes)), () -> {
            watch.lookIfDue(id);
            return id;
        }));
    }

    private ComplaintId complaint(int heads) {
        var account = new Accounts(context).make();
        for (int i = 0; i < heads; i++) {
            people.hire(account.unit(), Role.MANAGER);
        }
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "主轴异响");
        return ScopedClock.at(NINE, () -> people.as(account.csr(),
                () -> filing.file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                        ComplaintChannel.PHONE, null, null, null, null, null, 2, 3, false, account.csr(), false),
                        List.of())));
    }

}
