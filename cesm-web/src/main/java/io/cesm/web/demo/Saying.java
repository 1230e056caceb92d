package io.cesm.web.demo;

import java.math.BigDecimal;
import java.util.List;

import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Classification;
import io.cesm.expectation.Kano;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer says, with all that may follow from it.
 *
 * @param speaker the part the speaker plays when the customer decides
 * @param lead days until it is wanted
 * @param numbers numbers it may be said with
 * @param trades trades in which it is said, empty for all
 * @param pair name it shares with the saying that contradicts it, if any
 */
record Saying(Classification classification, Channel channel, int level, DecisionRole speaker, int lead,
        boolean english, List<Integer> numbers, List<String> trades, @Nullable String pair, @Nullable Scale scale,
        String say, String mean, String promise, String evidence, String content, @Nullable String disappointed,
        @Nullable String why, @Nullable String instead, @Nullable String rival) {

    /** Two anchors: the value nobody accepts, and the one nobody asks more of. */
    record Scale(String unit, BigDecimal worst, BigDecimal ideal) {

        static @Nullable Scale of(Words words) {
            return words.isGiven() ? new Scale(words.at(0).text(), BigDecimal.valueOf(words.at(1).number()),
                    BigDecimal.valueOf(words.at(2).number())) : null;
        }

    }

    static Saying of(Words words) {
        var of = words.at("of");
        var classification = new Classification(of.at(0).text(), Flow.valueOf(of.at(1).text()), of.at(4).number(),
                kano(of.at(3).text()));
        return new Saying(classification, channel(of.at(2).text()), of.at(5).number(), speaker(of.at(6).text()),
                of.at(7).number(), of.at(8).isGiven(), words.at("n").items().stream().map(Words::number).toList(),
                words.at("in").texts(), words.at("pair").textOrNull(), Scale.of(words.at("scale")),
                words.at("say").text(), words.at("mean").text(), words.at("do").text(), words.at("ev").text(),
                words.at("ok").text(), words.at("bad").textOrNull(), words.at("why").textOrNull(),
                words.at("instead").textOrNull(), words.at("rival").textOrNull());
    }

    String dimension() {
        var code = classification.dimension();
        return code == null ? "" : code;
    }

    boolean isSaidIn(String trade) {
        return trades.isEmpty() || trades.contains(trade);
    }

    private static Channel channel(String text) {
        return text.equals("MAIL") ? Channel.EMAIL : Channel.valueOf(text);
    }

    private static Kano kano(String letter) {
        return switch (letter) {
            case "M" -> Kano.MUST_BE;
            case "O" -> Kano.PERFORMANCE;
            case "A" -> Kano.ATTRACTIVE;
            case "R" -> Kano.REVERSE;
            default -> Kano.INDIFFERENT;
        };
    }

    private static DecisionRole speaker(String letter) {
        return switch (letter) {
            case "D" -> DecisionRole.DECISION_MAKER;
            case "I" -> DecisionRole.INFLUENCER;
            case "B" -> DecisionRole.BUYER;
            default -> DecisionRole.USER;
        };
    }

}
