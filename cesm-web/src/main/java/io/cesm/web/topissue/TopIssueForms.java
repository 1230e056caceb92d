package io.cesm.web.topissue;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.topissue.Evidence;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.IssueTask;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.TakeIssueStep;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.WriteTask;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people fill in about TOP issues. */
final class TopIssueForms {

    private TopIssueForms() {
    }

    /**
     * A nomination or its correction.
     *
     * @param record the records that show it, by their ids
     */
    record IssueForm(@NotBlank @Size(max = 160) @Nullable String title,
            @NotBlank @Size(max = 4000) @Nullable String problem, @Size(max = 4000) @Nullable String statement,
            @Nullable String customer, @Size(max = 200) @Nullable String customerText, @Nullable String dimension,
            @Nullable Flow flow, @Nullable String owner, @Nullable List<String> record, @Nullable Long version) {

        static IssueForm of(TopIssueDetails it) {
            return new IssueForm(it.title(), it.problem(), it.statement(), null, null, it.heading().dimension(),
                    it.heading().flow(), null, null, it.version());
        }

        NominateTopIssue by(List<CustomerId> customers, List<Evidence> evidence) {
            return new NominateTopIssue(requireNonNullElse(title, ""), requireNonNullElse(problem, ""), customers,
                    dimension == null || dimension.isBlank() ? null : dimension, flow, IssueIds.staff(owner), evidence,
                    false);
        }

    }

    /** The plan as it is typed. */
    record PlanForm(@Nullable MeasureKind kind, @Size(max = 200) @Nullable String measure,
            @Size(max = 120) @Nullable String item, @Size(max = 40) @Nullable String unit, @Nullable Boolean rising,
            @Nullable BigDecimal baseline, @Nullable BigDecimal target, @Size(max = 1000) @Nullable String stake,
            @Nullable BigDecimal stakeValue, @Nullable LocalDate targetOn, @Nullable String sponsor,
            @Nullable Integer rhythmDays, @Nullable Integer checkWeeks, @Size(max = 1000) @Nullable String because,
            @Nullable Long version) {

        static PlanForm of(TopIssueDetails it) {
            var plan = it.plan();
            return new PlanForm(plan.kind() == null ? MeasureKind.KPI : plan.kind(), plan.measure(), plan.item(),
                    plan.unit(), plan.rising(), plain(plan.baseline()), plain(plan.target()), plan.stake(),
                    plain(plan.stakeValue()), plan.targetOn(),
                    it.sponsor() == null ? null : it.sponsor().id().toString(), plan.rhythmDays(), plan.checkWeeks(),
                    null, it.version());
        }

        private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
            return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
        }

        PlanTopIssue wish() {
            return new PlanTopIssue(requireNonNullElse(kind, MeasureKind.KPI), measure, item, unit,
                    Boolean.TRUE.equals(rising), baseline, target, stake, stakeValue, targetOn, IssueIds.staff(sponsor),
                    rhythmDays, checkWeeks);
        }

    }

    /** Why it happens: one answer for each why. */
    record CauseForm(@Size(max = 500) @Nullable String why1, @Size(max = 500) @Nullable String why2,
            @Size(max = 500) @Nullable String why3, @Size(max = 500) @Nullable String why4,
            @Size(max = 500) @Nullable String why5, @Nullable CauseClass cause,
            @Size(max = 4000) @Nullable String rootCause, @Nullable Long version) {

        static CauseForm of(TopIssueDetails it) {
            var whys = it.whys();
            return new CauseForm(at(whys, 0), at(whys, 1), at(whys, 2), at(whys, 3), at(whys, 4), it.cause(),
                    it.rootCause(), it.version());
        }

        private static @Nullable String at(List<String> lines, int i) {
            return i < lines.size() ? lines.get(i) : null;
        }

        String whys() {
            var lines = new StringBuilder();
            for (var each : new @Nullable String[] { why1, why2, why3, why4, why5 }) {
                if (each != null && !each.isBlank()) {
                    lines.append(each.strip().replaceAll("\\R+", " ")).append('\n');
                }
            }
            return lines.toString();
        }

    }

    /** What a step asks for; each takes its part. */
    record IssueStepForm(@Size(max = 2000) @Nullable String words, @Size(max = 4000) @Nullable String statement,
            @Nullable String customer, @Nullable String contact, @Nullable IssueChannel channel, @Nullable LocalDate on,
            @Nullable BigDecimal value, @Size(max = 4000) @Nullable String lesson, @Nullable Long version) {

        TakeIssueStep wish() {
            return new TakeIssueStep(words, statement, IssueIds.customer(customer), IssueIds.contact(contact), channel,
                    on, value, lesson);
        }

    }

    /** A task as it is typed. */
    record TaskForm(@NotBlank @Size(max = 200) @Nullable String title, @Nullable TaskTerm term, @Nullable String owner,
            @Nullable LocalDate startsOn, @Nullable LocalDate dueOn, @Nullable BigDecimal plannedCost,
            @Nullable BigDecimal actualCost, @Nullable List<String> after, @Nullable Long version) {

        static TaskForm of(IssueTask it) {
            return new TaskForm(it.title(), it.term(), it.owner().toString(), it.startsOn(), it.dueOn(),
                    it.plannedCost(), it.actualCost(), it.after().stream().map(Object::toString).toList(),
                    it.version());
        }

        WriteTask wish() {
            return new WriteTask(title, term, IssueIds.staff(owner), startsOn, dueOn, plannedCost, actualCost,
                    IssueIds.all(after));
        }

    }

}
