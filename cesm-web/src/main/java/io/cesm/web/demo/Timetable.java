package io.cesm.web.demo;

import java.time.LocalDate;

/**
 * The days in the life of one expectation, reckoned backwards from how it stands today.
 *
 * @param ended the day of the customer's answer, of our no, or of the withdrawal
 */
record Timetable(LocalDate captured, LocalDate clarified, LocalDate committed, LocalDate promised, LocalDate delivered,
        LocalDate ended) {

    private static final int HISTORY = 500;

    static Timetable of(Fate fate, int lead, LocalDate today, Dice dice) {
        int clarifying = dice.between(1, 4);
        int agreeing = dice.between(1, 7);
        int working = dice.between(Math.max(8, lead / 2), Math.max(10, lead));
        return switch (fate) {
            case CAPTURED -> captured(today.minusDays(dice.chance(25) ? dice.between(6, 13) : dice.between(0, 4)));
            case CLARIFIED -> {
                var clarified = today.minusDays(dice.chance(25) ? dice.between(9, 20) : dice.between(0, 6));
                yield new Timetable(clarified.minusDays(clarifying), clarified, today, today, today, today);
            }
            case COMMITTED -> {
                var committed = today.minusDays(dice.between(0, 40));
                yield promised(committed, clarifying, agreeing, today.plusDays(dice.between(3, 75)), today);
            }
            case LATE -> {
                var promised = today.minusDays(dice.between(1, 24));
                yield promised(promised.minusDays(working), clarifying, agreeing, promised, today);
            }
            case DELIVERED -> {
                var delivered = today.minusDays(dice.between(0, 11));
                yield delivered(delivered, clarifying, agreeing, working, dice, today);
            }
            case NOT_MET -> {
                var ended = today.minusDays(dice.between(0, 18));
                yield delivered(ended.minusDays(dice.between(1, 9)), clarifying, agreeing, working, dice, ended);
            }
            case CONFIRMED, SECOND_TRY -> {
                var ended = today.minusDays(dice.between(1, HISTORY - 120));
                int waiting = fate == Fate.SECOND_TRY ? 60 : dice.between(1, 11);
                yield delivered(ended.minusDays(waiting), clarifying, agreeing, working, dice, ended);
            }
            case DECLINED, WITHDRAWN -> {
                var ended = today.minusDays(dice.between(1, HISTORY));
                var clarified = ended.minusDays(agreeing);
                yield new Timetable(clarified.minusDays(clarifying), clarified, ended, ended, ended, ended);
            }
        };
    }

    private static Timetable captured(LocalDate day) {
        return new Timetable(day, day, day, day, day, day);
    }

    private static Timetable promised(LocalDate committed, int clarifying, int agreeing, LocalDate promised,
            LocalDate today) {
        var clarified = committed.minusDays(agreeing);
        return new Timetable(clarified.minusDays(clarifying), clarified, committed, promised, today, today);
    }

    private static Timetable delivered(LocalDate delivered, int clarifying, int agreeing, int working, Dice dice,
            LocalDate ended) {
        var promised = delivered.plusDays(dice.chance(70) ? dice.between(0, 5) : -dice.between(1, 6));
        var committed = promised.minusDays(working);
        var clarified = committed.minusDays(agreeing);
        return new Timetable(clarified.minusDays(clarifying), clarified, committed, promised, delivered, ended);
    }

}
