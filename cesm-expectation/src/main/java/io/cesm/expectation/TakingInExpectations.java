package io.cesm.expectation;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.number.RecordNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes expectations in that stood in other systems: the first time as new ones, from
 * then on as corrections of what changed there. Everything a row asks for is tried on an
 * expectation that is thrown away before anything is written.
 */
@Component
class TakingInExpectations {

    private final ExpectationDesk desk;

    private final Account account;

    private final Expectations expectations;

    private final RecordNumbers numbers;

    private final JdbcClient jdbc;

    TakingInExpectations(ExpectationDesk desk, Account account, Expectations expectations, RecordNumbers numbers,
            JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.expectations = expectations;
        this.numbers = numbers;
        this.jdbc = jdbc;
    }

    /** The expectation a key stands for, and what its row said. */
    record Known(ExpectationId id, long said) {
    }

    Optional<Known> known(String key) {
        return jdbc.sql("select expectation_id, said from expectation_key where external_key = ?")
            .param(key)
            .query((rs, i) -> new Known(new ExpectationId(rs.getObject(1, UUID.class)), rs.getLong(2)))
            .optional();
    }

    /** Notes a new expectation under its key. */
    ExpectationId add(String key, long said, CaptureExpectation wish, ExpectationState state) {
        var now = desk.now();
        var owned = wish.owner() == null ? wish.ownedBy(account.usualOwner(wish.customer(), now.today())) : wish;
        var standard = account.standard(wish.customer());
        var due = standard.dueToClarify(now.today());
        var probe = Expectation.capture("?", owned, due, now);
        if (state == ExpectationState.CLARIFIED) {
            probe.clarify(clarification(owned), standard.dueToCommit(now.today()), now);
        }
        var expectation = Expectation.capture(numbers.next("E"), owned, due, now);
        desk.capture(expectation);
        if (state == ExpectationState.CLARIFIED) {
            desk.change(expectation, Verb.CLARIFY.name(), null,
                    (it, then) -> it.clarify(clarification(owned), standard.dueToCommit(then.today()), then));
        }
        keep(key, expectation.id(), said);
        return expectation.id();
    }

    /**
     * Corrects an expectation by what its row says now; what the row leaves blank stays.
     * @return whether anything changed
     */
    boolean correct(Known known, String key, long said, CaptureExpectation wish, ExpectationState state) {
        var it = desk.require(known.id());
        if (!it.customer().equals(wish.customer())) {
            throw new Refusal("expectation.import.other_customer", it.number());
        }
        var before = ExpectationFacts.of(it);
        var after = merged(it, wish);
        boolean clarify = it.state() == ExpectationState.CAPTURED && state == ExpectationState.CLARIFIED;
        boolean anew = it.state() == ExpectationState.CLARIFIED && !after.target().judged().equals(it.target());
        refuseWhatIsTooLate(it, after);
        if (clarify || anew) {
            clarification(after).target().complete();
        }
        desk.change(it, "CORRECTED", null, (e, now) -> {
            e.correctWords(new CorrectWords(after.contact(), after.verbatim(), after.understood(), new Origin(
                    Objects.requireNonNull(after.saidOn()), after.channel(), after.touchPoint(), after.reference())),
                    now);
            e.classify(after.classification(), now);
            if (e.state() == ExpectationState.CAPTURED) {
                e.sketch(after.target(), now);
            }
            if (wish.owner() != null) {
                e.belongTo(wish.owner(), now);
            }
        });
        if (clarify || anew) {
            desk.change(it, Verb.CLARIFY.name(), null, (e, now) -> e.clarify(clarification(after),
                    account.standard(e.customer()).dueToCommit(now.today()), now));
        }
        expectations.flush();
        keep(key, it.id(), said);
        return !before.equals(ExpectationFacts.of(it));
    }

    private static void refuseWhatIsTooLate(Expectation it, CaptureExpectation after) {
        if (!it.state().isOpen()) {
            throw new Refusal("expectation.closed", it.state());
        }
        boolean settled = it.state() != ExpectationState.CAPTURED && it.state() != ExpectationState.CLARIFIED;
        if (settled && !after.target().judged().equals(it.target())) {
            throw new Refusal("expectation.target.clarified", it.state());
        }
    }

    private static CaptureExpectation merged(Expectation it, CaptureExpectation wish) {
        var was = it.origin();
        var kind = it.classification();
        var said = wish.classification();
        var target = it.target();
        var now = wish.target();
        return new CaptureExpectation(it.customer(), wish.contact(), wish.verbatim(),
                or(wish.understood(), it.understood()), or(wish.saidOn(), was.saidOn()),
                or(wish.channel(), was.channel()), or(wish.touchPoint(), was.touchPoint()),
                or(wish.reference(), was.reference()),
                new Classification(or(said.dimension(), kind.dimension()), or(said.flow(), kind.flow()),
                        or(said.importance(), kind.importance()), or(said.kano(), kind.kano()),
                        said.dimension() == null && kind.fitsNone()),
                new Target(or(now.measure(), target.measure()), or(now.unit(), target.unit()),
                        or(now.worst(), target.worst()), or(now.ideal(), target.ideal()),
                        or(now.value(), target.value()), or(now.level(), target.level()),
                        or(now.wantedOn(), target.wantedOn())),
                null, wish.owner(), false);
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    private static ClarifyExpectation clarification(CaptureExpectation wish) {
        return new ClarifyExpectation(wish.understood(), wish.target(), wish.contact());
    }

    private void keep(String key, ExpectationId id, long said) {
        jdbc.sql("""
                insert into expectation_key (external_key, expectation_id, said, taken_in_at) values (?, ?, ?, ?)
                on conflict (external_key) do update set said = excluded.said, taken_in_at = excluded.taken_in_at""")
            .params(key, id.id(), said, desk.now().at().atOffset(ZoneOffset.UTC))
            .update();
    }

}
