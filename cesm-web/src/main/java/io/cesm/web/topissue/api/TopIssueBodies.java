package io.cesm.web.topissue.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.topissue.Evidence;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.TakeIssueStep;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.WriteTask;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What programs send about TOP issues. */
final class TopIssueBodies {

    private TopIssueBodies() {
    }

    /**
     * A nomination.
     *
     * @param records ids of complaints, expectations and follow-ups that show it
     */
    record NewTopIssue(@NotBlank @Size(max = 160) String title, @NotBlank @Size(max = 4000) String problem,
            @Nullable List<UUID> customers, @Nullable String dimension, @Nullable Flow flow, @Nullable UUID owner,
            @Nullable List<UUID> records, @Nullable @Size(max = 4000) String statement) {

        List<UUID> wantedRecords() {
            return records == null ? List.of() : records;
        }

        NominateTopIssue wish(List<Evidence> evidence) {
            var all = new LinkedHashSet<CustomerId>();
            if (customers != null) {
                customers.forEach(it -> all.add(new CustomerId(it)));
            }
            evidence.forEach(it -> all.add(it.customer()));
            return new NominateTopIssue(title, problem, List.copyOf(all), dimension, flow,
                    owner == null ? null : new StaffId(owner), evidence, false);
        }

    }

    record PlanBody(@Nullable MeasureKind kind, @Nullable @Size(max = 200) String measure,
            @Nullable @Size(max = 120) String item, @Nullable @Size(max = 40) String unit, @Nullable Boolean rising,
            @Nullable BigDecimal baseline, @Nullable BigDecimal target, @Nullable @Size(max = 1000) String stake,
            @Nullable BigDecimal stakeValue, @Nullable LocalDate targetOn, @Nullable UUID sponsor,
            @Nullable Integer rhythmDays, @Nullable Integer checkWeeks, @Nullable @Size(max = 1000) String because) {

        PlanTopIssue wish() {
            return new PlanTopIssue(kind == null ? MeasureKind.KPI : kind, measure, item, unit,
                    Boolean.TRUE.equals(rising), baseline, target, stake, stakeValue, targetOn,
                    sponsor == null ? null : new StaffId(sponsor), rhythmDays, checkWeeks);
        }

    }

    record CauseBody(@Nullable @Size(max = 10) List<String> whys, @Nullable CauseClass cause,
            @Nullable @Size(max = 4000) String rootCause) {

        String lines() {
            return whys == null ? "" : String.join("\n", whys);
        }

    }

    record StepBody(@Nullable @Size(max = 2000) String words, @Nullable @Size(max = 4000) String statement,
            @Nullable UUID customer, @Nullable UUID contact, @Nullable IssueChannel channel, @Nullable LocalDate on,
            @Nullable BigDecimal value, @Nullable @Size(max = 4000) String lesson) {

        TakeIssueStep wish() {
            return new TakeIssueStep(words, statement, customer == null ? null : new CustomerId(customer),
                    contact == null ? null : new ContactId(contact), channel, on, value, lesson);
        }

    }

    record OwnerBody(@NotNull UUID owner) {
    }

    record RecordsBody(@NotEmpty @Size(max = 200) List<UUID> records) {
    }

    record TaskBody(@NotBlank @Size(max = 200) String title, @Nullable TaskTerm term, @NotNull UUID owner,
            @NotNull LocalDate startsOn, @NotNull LocalDate dueOn, @Nullable BigDecimal plannedCost,
            @Nullable BigDecimal actualCost, @Nullable List<UUID> after) {

        WriteTask wish() {
            return new WriteTask(title, term, new StaffId(owner), startsOn, dueOn, plannedCost, actualCost,
                    after == null ? java.util.Set.of() : new LinkedHashSet<>(after));
        }

    }

    record DoneBody(@Nullable LocalDate on, @Nullable @Size(max = 2000) String result) {
    }

}
