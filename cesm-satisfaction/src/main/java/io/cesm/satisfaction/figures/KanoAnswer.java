package io.cesm.satisfaction.figures;

/** How one feels about a feature being there, or not being there (Kano et al. 1984). */
public enum KanoAnswer {

    LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE

}
