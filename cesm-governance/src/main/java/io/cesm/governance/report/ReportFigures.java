package io.cesm.governance.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.governance.diagnosis.DimensionDiagnosis;
import io.cesm.governance.diagnosis.GapMatrix;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.figures.Moments;
import io.cesm.satisfaction.figures.Share;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a time beside those of the time before.
 *
 * @param from first day
 * @param to last day
 * @param levels the perceived level of each customer in this time
 * @param levelsBefore the same in the time before
 * @param dimensions P − E of the last twelve months
 * @param gaps seven gaps of the last twelve months
 * @param candidates what might become a TOP issue
 * @param waiting what has to be done next
 */
public record ReportFigures(LocalDate from, LocalDate to, Moments levels, Moments levelsBefore, Counts now,
        Counts before, List<DimensionDiagnosis> dimensions, GapMatrix gaps, List<Candidate> candidates,
        List<Waiting> waiting) {

    public ReportFigures {
        dimensions = List.copyOf(dimensions);
        candidates = List.copyOf(candidates);
        waiting = List.copyOf(waiting);
    }

    /**
     * What was counted in a time.
     *
     * @param inTime resolved complaints whose clock was met
     * @param timed resolved complaints that had a clock
     * @param agreed closed with the customer's consent
     * @param openComplaints open at the end
     * @param due commitments that fell due
     */
    public record Counts(long answers, long complaints, long resolved, long inTime, long timed, long reopened,
            long closed, long agreed, long openComplaints, long followUps, long followedUp, long followedUpInTime,
            long openFollowUps, long captured, long confirmed, long due, long onTime) {

        public Figure resolvedInTime() {
            return Share.of(inTime, timed);
        }

        public Figure followedUpInTimeShare() {
            return Share.of(followedUpInTime, followedUp);
        }

        public Figure commitmentsOnTime() {
            return Share.of(onTime, due);
        }

        public Figure closedWithConsent() {
            return Share.of(agreed, closed);
        }

    }

    /**
     * Where complaints and unmet expectations of a customer gather.
     *
     * @param weight complaints by grade (grade 1 counts 4), and every expectation not met
     */
    public record Candidate(UUID customer, String name, @Nullable String nameEn, String dimension, long complaints,
            long notMet, long weight) {
    }

    /** What waits, with when it is due. */
    public record Waiting(String kind, UUID id, String number, String words, String customer,
            @Nullable String customerEn, @Nullable String owner, @Nullable LocalDate dueOn, boolean late) {
    }

    /** Mean of the perceived level over customers. */
    public Figure level() {
        return Mean.of(levels, FigureMethod.MEAN_T, Confidence.NINETY_FIVE);
    }

    public Figure levelBefore() {
        return Mean.of(levelsBefore, FigureMethod.MEAN_T, Confidence.NINETY_FIVE);
    }

    public Comparison levelChange() {
        return Comparing.welch(levels, levelsBefore, Confidence.NINETY_FIVE);
    }

    public Comparison inTimeChange() {
        return Comparing.shares(now.inTime(), now.timed(), before.inTime(), before.timed(), Confidence.NINETY_FIVE);
    }

    public Comparison onTimeChange() {
        return Comparing.shares(now.onTime(), now.due(), before.onTime(), before.due(), Confidence.NINETY_FIVE);
    }

    /**
     * Whether there were more or fewer complaints than chance explains: of two counts
     * that differ by chance alone, each is expected to be half of both.
     * @return null if there are too few to say
     */
    public @Nullable Integer complaintsMoved() {
        long both = now.complaints() + before.complaints();
        if (both < FEWEST) {
            return null;
        }
        double z = (now.complaints() - before.complaints()) / Math.sqrt(both);
        return (Math.abs(z) < Confidence.NINETY_FIVE.z()) ? 0 : (z > 0) ? 1 : -1;
    }

    private static final long FEWEST = 20;

}
