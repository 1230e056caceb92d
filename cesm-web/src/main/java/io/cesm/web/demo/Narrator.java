package io.cesm.web.demo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.cesm.domain.level.TwoAnchors;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.expectation.AdjustExpectation;
import io.cesm.expectation.AgreeingExpectations;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.Channel;
import io.cesm.expectation.ClarifyExpectation;
import io.cesm.expectation.Classification;
import io.cesm.expectation.ClosingExpectations;
import io.cesm.expectation.CommitExpectation;
import io.cesm.expectation.CompetitorPromise;
import io.cesm.expectation.CustomerAnswer;
import io.cesm.expectation.DeclineExpectation;
import io.cesm.expectation.Declining;
import io.cesm.expectation.DeliverExpectation;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.FulfillingExpectations;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.expectation.PromiseCheck;
import io.cesm.expectation.Target;
import io.cesm.expectation.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads one expectation after another through its life, each step at its own moment. */
@Component
class Narrator {

    private static final List<Channel> SPOKEN = List.of(Channel.PHONE, Channel.VISIT, Channel.MEETING, Channel.WECOM,
            Channel.EMAIL);

    private final LoggingExpectations logging;

    private final AgreeingExpectations agreeing;

    private final FulfillingExpectations fulfilling;

    private final ClosingExpectations closing;

    private final PromiseCheck check;

    private final Passing passing;

    Narrator(LoggingExpectations logging, AgreeingExpectations agreeing, FulfillingExpectations fulfilling,
            ClosingExpectations closing, PromiseCheck check, Passing passing) {
        this.logging = logging;
        this.agreeing = agreeing;
        this.fulfilling = fulfilling;
        this.closing = closing;
        this.check = check;
        this.passing = passing;
    }

    /** The company, its words, and chance: what every story needs. */
    record Stage(Cast cast, Words phrases, Dice dice, Instant now) {

        String word(String kind) {
            return dice.pick(phrases.at(kind).texts());
        }

    }

    ExpectationId capture(Life life, Stage stage) {
        boolean brief = life.fate() == Fate.CAPTURED && stage.dice.chance(50);
        var saying = life.saying();
        return at(life.days().captured(), stage, life.client().csr(), () -> {
            var occasion = stage.word(life.speaker().english() ? "touch_points_en" : "touch_points");
            var reference = stage.word("references").replace("{n}", String.valueOf(stage.dice.between(100, 999)));
            return logging.capture(new CaptureExpectation(life.client().id(), life.speaker().id(), life.words(), null,
                    life.days().captured(), saying.channel(), occasion, stage.dice.chance(40) ? reference : null,
                    brief ? Classification.NONE : saying.classification(),
                    brief ? Target.NONE : Target.ofLevel(null, null, life.wanted()), rival(life), null, true));
        });
    }

    /** The same wish, said by somebody else of the customer a day or two later. */
    ExpectationId captureTwin(Life life, Client.Speaker speaker, Stage stage) {
        return at(life.days().captured().plusDays(1), stage, life.client().fr(),
                () -> logging.capture(new CaptureExpectation(life.client().id(), speaker.id(),
                        stage.word("openings") + life.words(), null, life.days().captured(), Channel.PHONE, null, null,
                        life.saying().classification(), Target.NONE, null, null, true)));
    }

    void merge(ExpectationId twin, ExpectationId into, Life life, Stage stage) {
        at(life.days().clarified(), stage, life.client().csr(), () -> closing.merge(twin, null, into));
    }

    /** Tells what became of it after it was captured. */
    void tell(Life life, ExpectationId id, Stage stage) {
        var days = life.days();
        var csr = life.client().csr();
        if (life.fate() == Fate.CAPTURED) {
            return;
        }
        if (life.fate() == Fate.WITHDRAWN && stage.dice.chance(50)) {
            at(days.ended(), stage, csr, () -> closing.withdraw(id, null, stage.word("withdrawn")));
            return;
        }
        at(days.clarified(), stage, csr, () -> agreeing.clarify(id, null, new ClarifyExpectation(life.understood(),
                life.target(), life.speaker().id(), life.saying().classification().dimension(), false)));
        switch (life.fate()) {
            case WITHDRAWN -> at(days.ended(), stage, csr, () -> closing.withdraw(id, null, stage.word("withdrawn")));
            case DECLINED -> decline(life, id, stage);
            default -> promise(life, id, stage);
        }
    }

    private void decline(Life life, ExpectationId id, Stage stage) {
        var saying = life.saying();
        var general = life.speaker().english() ? stage.phrases.at("declined_en")
                : stage.dice.pick(stage.phrases.at("declined").items());
        var declining = saying.why() == null ? new Declining(general.at(0).text(), general.at(1).text())
                : new Declining(saying.why(), requireNonNull(saying.instead()));
        at(life.days().ended(), stage, owner(life), () -> agreeing.decline(id, null,
                new DeclineExpectation(declining, told(life, life.days().ended(), stage))));
    }

    private void promise(Life life, ExpectationId id, Stage stage) {
        if (!life.fate().isPromised()) {
            return;
        }
        var days = life.days();
        var level = life.adjusted() ? lower(life, stage.dice) : life.level();
        var promised = commit(life, id, level, days.committed(), days.promised(), life.adjusted(), stage);
        at(days.committed(), stage, owner(life), () -> logging.comment(id, life.promise()));
        if (stage.dice.chance(25) && days.committed().plusDays(5).isBefore(days.delivered())) {
            at(days.committed().plusDays(5), stage, owner(life), () -> logging.comment(id, stage.word("comments")));
        }
        if (life.fate().isDelivered()) {
            deliver(life, id, promised, stage);
        }
    }

    private BigDecimal commit(Life life, ExpectationId id, int level, LocalDate day, LocalDate promised,
            boolean adjusted, Stage stage) {
        var owner = stage.cast.member(owner(life)).id();
        var measured = life.isMeasured() && !adjusted ? BigDecimal.valueOf(life.number()) : null;
        var worth = measured == null ? BigDecimal.valueOf(level) : onScale(life, measured);
        at(day, stage, owner(life), () -> {
            var risk = check.warnings(id, owner, worth, promised).isEmpty() ? null : stage.word("risk");
            var wish = new CommitExpectation(owner, measured == null ? worth : null, measured, promised, risk);
            if (adjusted) {
                agreeing.adjust(id, null, new AdjustExpectation(wish, because(life, stage), told(life, day, stage)));
            }
            else {
                agreeing.commit(id, null, wish);
            }
        });
        return worth;
    }

    private void deliver(Life life, ExpectationId id, BigDecimal promised, Stage stage) {
        var days = life.days();
        var mood = life.client().mood();
        boolean failed = life.fate() == Fate.NOT_MET || life.fate() == Fate.SECOND_TRY;
        int lost = failed ? stage.dice.between(8, 16) : Math.max(-3, mood.delivery() + stage.dice.between(-4, 2));
        var delivered = within(promised.intValue() - lost);
        hand(life, id, delivered, days.delivered(), life.evidence(), stage);
        if (life.fate() == Fate.DELIVERED) {
            return;
        }
        var felt = within(
                delivered - (failed ? stage.dice.between(8, 18) : mood.perception() + stage.dice.between(-3, 3)));
        if (!failed) {
            confirm(life, id, felt, days.ended(), life.saying().content(), stage);
            return;
        }
        var answered = life.fate() == Fate.NOT_MET ? days.ended() : days.delivered().plusDays(4);
        at(answered, stage, life.client().csr(), () -> fulfilling.notMet(id, null,
                answer(life, felt, answered, requireNonNull(life.saying().disappointed()), stage)));
        if (life.fate() == Fate.SECOND_TRY) {
            tryAgain(life, id, answered, delivered, stage);
        }
    }

    private void tryAgain(Life life, ExpectationId id, LocalDate answered, int before, Stage stage) {
        var again = answered.plusDays(3);
        var promised = commit(life, id, within(before + 8), again, again.plusDays(40), true, stage);
        var delivered = within(promised.intValue() + stage.dice.between(-2, 3));
        hand(life, id, delivered, life.days().ended().minusDays(4), life.evidence(), stage);
        confirm(life, id, within(delivered - stage.dice.between(0, 5)), life.days().ended(), life.saying().content(),
                stage);
    }

    private void hand(Life life, ExpectationId id, int level, LocalDate day, String evidence, Stage stage) {
        at(day, stage, owner(life),
                () -> fulfilling.deliver(id, null, new DeliverExpectation(BigDecimal.valueOf(level), null, evidence)));
    }

    private void confirm(Life life, ExpectationId id, int felt, LocalDate day, String words, Stage stage) {
        if (stage.dice.chance(30)) {
            passing.answer(life, id, true, felt, words, day, stage);
            return;
        }
        at(day, stage, life.client().csr(), () -> fulfilling.confirm(id, null, answer(life, felt, day, words, stage)));
    }

    private static CustomerAnswer answer(Life life, int felt, LocalDate day, String words, Stage stage) {
        return new CustomerAnswer(BigDecimal.valueOf(felt), day, life.speaker().id(), stage.dice.pick(SPOKEN), words);
    }

    private static Told told(Life life, LocalDate day, Stage stage) {
        return new Told(day, stage.cast.member(owner(life)).id(), life.speaker().id(), stage.dice.pick(SPOKEN));
    }

    private static String because(Life life, Stage stage) {
        return stage.dice.pick(life.speaker().english() ? stage.phrases.at("adjusted_en").texts()
                : stage.phrases.at("adjusted").at(life.saying().dimension()).texts());
    }

    private static int lower(Life life, Dice dice) {
        int wished = life.isMeasured() ? onScale(life, BigDecimal.valueOf(life.number())).intValue() : life.level();
        return within(wished - Math.max(1, life.client().mood().commitment() + dice.between(-3, 2)));
    }

    private static BigDecimal onScale(Life life, BigDecimal value) {
        var scale = requireNonNull(life.saying().scale());
        return new TwoAnchors(scale.worst(), scale.ideal()).level(value).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable CompetitorPromise rival(Life life) {
        var rival = life.saying().rival();
        if (rival == null) {
            return null;
        }
        var name = rival.startsWith("Brenvik") ? "Brenvik Drives" : rival.substring(0, 4);
        return CompetitorPromise.orNull(name, rival, BigDecimal.valueOf(life.level() - 2), null);
    }

    /** Who of the team answers for it: the flow decides. */
    static String owner(Life life) {
        var flow = life.saying().classification().flow();
        if (flow == null) {
            return life.client().csr();
        }
        return switch (flow) {
            case IPD -> life.client().team().get(2);
            case LTC -> life.saying().dimension().equals("delivery") ? life.client().fr() : life.client().team().get(1);
            case ITR -> life.client().fr();
        };
    }

    private static int within(int level) {
        return Math.clamp(level, 35, 98);
    }

    static void at(LocalDate day, Stage stage, String login, Runnable step) {
        at(day, stage, login, () -> {
            step.run();
            return true;
        });
    }

    static <T> T at(LocalDate day, Stage stage, String login, java.util.function.Supplier<T> step) {
        var minute = stage.dice.between(0, 9 * 60 - 1);
        var planned = day.atTime(LocalTime.of(8, 30).plusMinutes(minute)).atZone(CompanyTime.ZONE).toInstant();
        var moment = planned.isAfter(stage.now) ? stage.now : planned;
        return ScopedClock.at(moment, () -> Acting.as(stage.cast.member(login).actor(), step));
    }

}
