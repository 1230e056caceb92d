package io.cesm.satisfaction.figures;

/**
 * By which method a figure was worked out; printed beside it. The message key is
 * {@code FigureMethod.<NAME>}.
 */
public enum FigureMethod {

    /** Net promoter score, interval by adjusted Wald. */
    NPS_ADJUSTED_WALD,

    /** Net promoter score of customers by their mean score, interval by adjusted Wald. */
    NPS_CUSTOMER_MEAN,

    /**
     * Net promoter score of customers by their highest-ranking contact, interval by
     * adjusted Wald.
     */
    NPS_CUSTOMER_WATERFALL,

    /** Share in percent, interval by Wilson. */
    SHARE_WILSON,

    /** Share of the highest answers in percent, interval by Wilson. */
    TOP_BOX_WILSON,

    /** Mean on the scale of the answers, interval by Student's t. */
    MEAN_T,

    /** Mean on 0–100, interval by Student's t. */
    INDEX_T,

    /** Customer effort: mean of 1–7, interval by Student's t. */
    CES_MEAN,

    /** Customer effort: share of 5–7 in percent, interval by Wilson. */
    CES_EASY,

    /** Customer effort: share of 6–7 less share of 1–3, interval by adjusted Wald. */
    CES_NET,

    /** Index of the ACSI type, all items weighing the same. */
    ACSI_TYPE_EQUAL,

    /** Index of the ACSI type with weights of our own. */
    ACSI_TYPE_OWN,

    /** Path model by partial least squares, Mode A, centroid scheme. */
    PLS_CENTROID,

    /** Perception less expectation of the same people, interval by the paired t test. */
    GAP_PAIRED_T,

    /** Mean of gaps with any weights, interval by linearisation over the people. */
    GAP_LINEARISED,

    /** Kano coefficient, interval by Wilson. */
    KANO_COEFFICIENT,

    /** Relative weights after Johnson. */
    RELATIVE_WEIGHTS,

    /** Shapley values of R², also known as LMG. */
    SHAPLEY,

    /** Cronbach's alpha, interval after Feldt. */
    CRONBACH_ALPHA,

    /** Cohen's kappa, interval after Fleiss, Cohen and Everitt. */
    COHEN_KAPPA,

    /** Adjusted net promoter scores, two-sided z. */
    NPS_DIFFERENCE_Z,

    /** Two shares, pooled two-sided z; interval after Newcombe. */
    TWO_SHARES_Z,

    /** Means of two groups, Welch's t. */
    WELCH_T,

    /** Means of the same people, paired t. */
    PAIRED_T,

    /** Changes of the same people, McNemar with continuity correction. */
    MCNEMAR,

    /** Few changes of the same people, McNemar exactly by the binomial distribution. */
    MCNEMAR_EXACT,

    /** Ratio of two means, interval by logarithms. */
    RATIO_LOG,

    /** A rate of the field work: a count of everybody, hence without interval. */
    FIELD_RATE,

    /** Share of the revenue: a count of everybody, hence without interval. */
    REVENUE_COVERAGE;

    public String messageKey() {
        return "FigureMethod." + name();
    }

}
