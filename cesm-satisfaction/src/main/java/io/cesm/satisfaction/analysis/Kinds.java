package io.cesm.satisfaction.analysis;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** By what respondents are divided into parts. */
public final class Kinds {

    public static final String TIER = "tier";

    public static final String REGION = "region";

    public static final String INDUSTRY = "industry";

    public static final String FLOW = "flow";

    public static final String TOUCH_POINT = "touch_point";

    public static final String PRODUCT = "product";

    public static final String ROLE = "role";

    public static final String LANGUAGE = "language";

    public static final String CHANNEL = "channel";

    /** Before the key of a question with one chosen option. */
    public static final String QUESTION = "q:";

    static final String PAIR = "pair:";

    /** Before the key of an answer about a rival, beside that about ourselves. */
    static final String RIVAL = "rival:";

    static final String KANO = "kano:";

    /** What is frozen with an answer. */
    public static final List<String> OF_SEGMENTS = List.of(TIER, REGION, INDUSTRY, FLOW, TOUCH_POINT, PRODUCT, ROLE);

    /** All but questions. */
    public static final List<String> ALL = List.of(TIER, REGION, INDUSTRY, FLOW, TOUCH_POINT, PRODUCT, ROLE, LANGUAGE,
            CHANNEL);

    static final List<String> RANKS = List.of("DECISION_MAKER", "INFLUENCER", "BUYER", "USER", "GATEKEEPER");

    private Kinds() {
    }

    /** How high a decision role stands, 0 for the highest. */
    static int rank(@Nullable String role) {
        int rank = (role == null) ? -1 : RANKS.indexOf(role);
        return (rank < 0) ? RANKS.size() : rank;
    }

}
