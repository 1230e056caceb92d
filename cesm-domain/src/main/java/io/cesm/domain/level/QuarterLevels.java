package io.cesm.domain.level;

/**
 * The levels of one quarter.
 *
 * @param quarter which one
 * @param levels what was read in it
 */
public record QuarterLevels(LevelPeriod quarter, LevelsOverview levels) {
}
