package io.cesm.expectation;

import static io.cesm.expectation.PromiseWarning.Kind.ABOVE_STANDARD;
import static io.cesm.expectation.PromiseWarning.Kind.CUSTOMER_FULL;
import static io.cesm.expectation.PromiseWarning.Kind.OWNER_FULL;
import static io.cesm.expectation.PromiseWarning.Kind.TOO_SOON;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks before we leap: compares a promise with the service standard of the customer's
 * tier and with what the customer and the owner have open already. A promise may be made
 * in spite of it, with a reason that is kept.
 */
@Service
@Transactional(readOnly = true)
public class PromiseCheck {

    /** Promises this many days before and after count as due at the same time. */
    public static final int AROUND_DAYS = 7;

    private final Account account;

    private final ExpectationDesk desk;

    private final JdbcClient jdbc;

    PromiseCheck(Account account, ExpectationDesk desk, JdbcClient jdbc) {
        this.account = account;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** What speaks against promising this. */
    public List<PromiseWarning> warnings(ExpectationId id, @Nullable StaffId owner, @Nullable BigDecimal level,
            @Nullable LocalDate on) {
        var expectation = desk.require(id);
        return warnings(id, expectation.customer(), owner, level, on, desk.now().today());
    }

    void refuseUnlessTaken(Expectation expectation, Moment now) {
        var promise = requireNonNull(expectation.commitment());
        if (promise.riskTakenBecause() != null) {
            return;
        }
        var warnings = warnings(expectation.id(), expectation.customer(), expectation.owner(), promise.level(),
                promise.on(), now.today());
        if (!warnings.isEmpty()) {
            throw new FieldRefusal("riskTakenBecause", "expectation.commit.over_promise", warnings.getFirst());
        }
    }

    private List<PromiseWarning> warnings(ExpectationId id, CustomerId customer, @Nullable StaffId owner,
            @Nullable BigDecimal level, @Nullable LocalDate on, LocalDate today) {
        var standard = account.standard(customer);
        List<PromiseWarning> warnings = new ArrayList<>();
        if (on != null && on.isBefore(today.plusDays(standard.minDeliveryDays()))) {
            warnings.add(warning(TOO_SOON, standard.minDeliveryDays(), Math.max(0, DAYS.between(today, on))));
        }
        if (level != null && level.compareTo(BigDecimal.valueOf(standard.standardLevel())) > 0) {
            warnings.add(
                    new PromiseWarning(ABOVE_STANDARD, String.valueOf(standard.standardLevel()), Numbers.plain(level)));
        }
        var open = jdbc.sql("""
                select (select count(*) from expectation e where e.customer_id = :customer and e.state = 'COMMITTED'
                           and e.id <> :id) as of_customer,
                       (select count(*) from expectation e where e.owner_id = :owner and e.state = 'COMMITTED'
                           and e.id <> :id and e.committed_on between :from and :to) as of_owner""")
            .param("customer", customer.id())
            .param("id", id.id())
            .param("owner", owner == null ? null : owner.id(), Types.OTHER)
            .param("from", on == null ? null : on.minusDays(AROUND_DAYS), Types.DATE)
            .param("to", on == null ? null : on.plusDays(AROUND_DAYS), Types.DATE)
            .query(Open.class)
            .single();
        if (open.ofCustomer() >= standard.maxOpenCommitments()) {
            warnings.add(warning(CUSTOMER_FULL, standard.maxOpenCommitments(), open.ofCustomer()));
        }
        if (open.ofOwner() >= standard.maxOpenCommitments()) {
            warnings.add(warning(OWNER_FULL, standard.maxOpenCommitments(), open.ofOwner()));
        }
        return warnings;
    }

    private static PromiseWarning warning(PromiseWarning.Kind kind, long limit, long found) {
        return new PromiseWarning(kind, String.valueOf(limit), String.valueOf(found));
    }

    record Open(long ofCustomer, long ofOwner) {
    }

}
