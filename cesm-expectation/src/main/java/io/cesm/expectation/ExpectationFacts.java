package io.cesm.expectation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** What is written about an expectation, by field, for saying what a change changed. */
final class ExpectationFacts {

    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

    private ExpectationFacts(Expectation it) {
        facts.put("state", it.state());
        words(it);
        var kind = it.classification();
        facts.put("dimension", kind.dimension());
        facts.put("fitsNoDimension", kind.fitsNone() ? Boolean.TRUE : null);
        facts.put("flow", kind.flow());
        facts.put("importance", kind.importance());
        facts.put("kano", kind.kano());
        target(it);
        facts.put("owner", it.owner());
        facts.put("dueOn", it.dueOn());
        promise(it);
        outcome(it);
    }

    static Map<String, @Nullable Object> of(Expectation expectation) {
        return new ExpectationFacts(expectation).facts;
    }

    private void words(Expectation it) {
        facts.put("contact", it.contact());
        facts.put("verbatim", it.verbatim());
        facts.put("understood", it.understood());
        facts.put("saidOn", it.origin().saidOn());
        facts.put("channel", it.origin().channel());
        facts.put("touchPoint", it.origin().touchPoint());
        facts.put("reference", it.origin().reference());
    }

    private void target(Expectation it) {
        var target = it.target();
        facts.put("measure", target.measure());
        facts.put("unit", target.unit());
        facts.put("worst", target.worst());
        facts.put("ideal", target.ideal());
        facts.put("expectedValue", target.value());
        facts.put("expectedLevel", target.level());
        facts.put("wantedOn", target.wantedOn());
        facts.put("clarifiedWith", it.clarifiedWith());
    }

    private void promise(Expectation it) {
        of(it.commitment(), promise -> {
            facts.put("committedValue", promise.value());
            facts.put("committedLevel", promise.level());
            facts.put("committedOn", promise.on());
            facts.put("adjustedBecause", promise.adjustedBecause());
            facts.put("riskTakenBecause", promise.riskTakenBecause());
        });
        of(it.declining(), no -> {
            facts.put("declinedBecause", no.because());
            facts.put("alternative", no.alternative());
        });
        of(it.told(), told -> {
            facts.put("toldOn", told.on());
            facts.put("toldBy", told.by());
            facts.put("toldContact", told.contact());
            facts.put("toldChannel", told.channel());
        });
    }

    private void outcome(Expectation it) {
        of(it.delivery(), delivery -> {
            facts.put("deliveredValue", delivery.value());
            facts.put("deliveredLevel", delivery.level());
            facts.put("evidence", delivery.evidence());
        });
        of(it.answer(), answer -> {
            facts.put("perceivedLevel", answer.perceived());
            facts.put("answeredOn", answer.on());
            facts.put("answeredContact", answer.contact());
            facts.put("answeredChannel", answer.channel());
            facts.put("answerWords", answer.words());
            facts.put("proxy", answer.proxy());
        });
        of(it.competitor(), rival -> {
            facts.put("competitor", rival.name());
            facts.put("competitorPromise", rival.promise());
            facts.put("competitorLevel", rival.level());
            facts.put("competitorOn", rival.on());
        });
        facts.put("withdrawnBecause", it.withdrawnBecause());
        facts.put("mergedInto", it.mergedInto());
    }

    private static <T> void of(@Nullable T part, Consumer<T> note) {
        if (part != null) {
            note.accept(part);
        }
    }

}
