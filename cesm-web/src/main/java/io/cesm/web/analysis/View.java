package io.cesm.web.analysis;

import java.util.Locale;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.analysis.Opened;
import io.cesm.satisfaction.questionnaire.ItemRole;

/** The pages of an analysis, in the order of their tabs. */
enum View {

    OVERVIEW, TREND, SEGMENTS, GAPS, DRIVERS, RIVALS, KANO, RELIABILITY, INDEX, QUALITY, WEIGHTS, LADDER;

    static View of(String path) {
        for (var view : values()) {
            if (view.path().equals(path)) {
                return view;
            }
        }
        throw new UnknownThing();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the questionnaire asks what this page is about. */
    boolean fits(Opened opened) {
        var measures = opened.survey().measures();
        return switch (this) {
            case GAPS -> !measures.pairs().isEmpty();
            case KANO -> !measures.kanos().isEmpty();
            case RIVALS -> opened.items().stream().anyMatch(it -> it.each() != null);
            case INDEX -> !measures.ofRole(ItemRole.OVERALL).isEmpty();
            case DRIVERS, RELIABILITY -> opened.ownItems().size() > 2;
            default -> true;
        };
    }

    /** Whether its figures can be had for a part of the respondents. */
    public boolean filters() {
        return this == OVERVIEW || this == TREND || this == GAPS || this == RIVALS || this == KANO;
    }

    /** Whether something can be chosen besides filters. */
    public boolean chooses() {
        return this == OVERVIEW || this == TREND || this == SEGMENTS || this == DRIVERS || this == WEIGHTS
                || this == LADDER;
    }

}
