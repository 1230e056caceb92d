package io.cesm.satisfaction.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.DecisionRole;

/**
 * How several answers of one customer become a figure; chosen per survey and printed on
 * every chart. After the last two a customer counts once, and n is the number of
 * customers.
 */
public enum CustomerAggregation {

    /** Every response counts. */
    EVERY_RESPONSE,

    /** The mean of a customer's answers counts. */
    CUSTOMER_MEAN,

    /**
     * The answer of the highest-ranking contact counts: decision maker, influencer,
     * buyer, user, gatekeeper, unknown; the mean if several of that rank answered.
     */
    WATERFALL;

    private static final List<DecisionRole> RANKS = List.of(DecisionRole.DECISION_MAKER, DecisionRole.INFLUENCER,
            DecisionRole.BUYER, DecisionRole.USER, DecisionRole.GATEKEEPER);

    /**
     * The net promoter score; a mean is a promoter from 9, a passive from 7, and a
     * detractor below 7.
     * @throws IllegalArgumentException for an answer outside of 0–10
     */
    public Nps nps(List<CustomerAnswer> answers) {
        long promoters = 0;
        long passives = 0;
        double[] scores = scores(answers);
        for (double score : scores) {
            if (!(score >= 0 && score <= 10)) {
                throw new IllegalArgumentException("The recommend score is asked on 0–10, not " + score);
            }
            promoters += (score >= 9) ? 1 : 0;
            passives += (score >= 7 && score < 9) ? 1 : 0;
        }
        return Nps.of(promoters, passives, scores.length - promoters - passives);
    }

    public Figure npsFigure(List<CustomerAnswer> answers, Confidence confidence) {
        return nps(answers).figure(confidence).as(switch (this) {
            case EVERY_RESPONSE -> FigureMethod.NPS_ADJUSTED_WALD;
            case CUSTOMER_MEAN -> FigureMethod.NPS_CUSTOMER_MEAN;
            case WATERFALL -> FigureMethod.NPS_CUSTOMER_WATERFALL;
        });
    }

    /** One score per response or per customer, in the order of their first answers. */
    public double[] scores(List<CustomerAnswer> answers) {
        if (this == EVERY_RESPONSE) {
            return answers.stream().mapToDouble(CustomerAnswer::score).toArray();
        }
        return answers.stream()
            .collect(Collectors.groupingBy(CustomerAnswer::customer, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .mapToDouble(this::scoreOf)
            .toArray();
    }

    private double scoreOf(List<CustomerAnswer> answers) {
        int highest = (this == CUSTOMER_MEAN) ? 0
                : answers.stream().mapToInt(answer -> rank(answer.role())).min().orElse(0);
        return answers.stream()
            .filter(answer -> this == CUSTOMER_MEAN || rank(answer.role()) == highest)
            .mapToDouble(CustomerAnswer::score)
            .average()
            .orElseThrow();
    }

    private static int rank(@Nullable DecisionRole role) {
        return (role == null) ? RANKS.size() : RANKS.indexOf(role);
    }

    /**
     * How much of the revenue is behind the answers, in percent.
     * @param revenues of all customers of the surveyed base, from 0, in one currency
     * @param answered customers with at least one answer; others than those of the base
     * do not count
     * @return n is the number of customers of the base; no value without revenue
     */
    public static Figure revenueCoverage(Map<String, Double> revenues, Set<String> answered) {
        double all = 0;
        double heard = 0;
        for (var customer : revenues.entrySet()) {
            if (!(customer.getValue() >= 0)) {
                throw new IllegalArgumentException("Revenue is at least 0, not " + customer.getValue());
            }
            all += customer.getValue();
            heard += answered.contains(customer.getKey()) ? customer.getValue() : 0;
        }
        return (all == 0) ? Figure.none(FigureMethod.REVENUE_COVERAGE)
                : Figure.of(FigureMethod.REVENUE_COVERAGE, revenues.size(), 100 * heard / all, null);
    }

}
