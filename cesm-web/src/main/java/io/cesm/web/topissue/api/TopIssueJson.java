package io.cesm.web.topissue.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.topissue.EvidenceKind;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.IssueTask;
import io.cesm.domain.topissue.SmartPart;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueDetails.Affected;
import io.cesm.domain.topissue.TopIssueDetails.Approval;
import io.cesm.domain.topissue.TopIssueDetails.Confirmation;
import io.cesm.domain.topissue.TopIssueDetails.Effect;
import io.cesm.domain.topissue.TopIssueDetails.Plan;
import io.cesm.domain.topissue.TopIssueDetails.Shown;
import io.cesm.domain.topissue.TopIssueRow;
import io.cesm.domain.topissue.TopIssueState;
import org.jspecify.annotations.Nullable;

/** A TOP issue as programs read it. */
record TopIssueJson(UUID id, String number, String title, String problem, TopIssueState state,
        @Nullable String dimension, @Nullable Flow flow, List<CustomerJson> customers, @Nullable String statement,
        @Nullable ConfirmationJson confirmation, @Nullable PersonJson owner, @Nullable Instant ownerAgreedAt,
        @Nullable PersonJson sponsor, Plan plan, List<SmartPart> missing, List<String> whys, @Nullable CauseClass cause,
        @Nullable String rootCause, @Nullable LocalDate tellOn, @Nullable Effect effect, @Nullable LocalDate checkDueOn,
        @Nullable Effect check, List<ApprovalJson> approvals, int reopenedCount, int leftCount, @Nullable String lesson,
        @Nullable String endedBecause, @Nullable Integer place, @Nullable Integer score, Instant nominatedAt,
        @Nullable Instant understoodAt, @Nullable Instant plannedAt, @Nullable Instant startedAt,
        @Nullable Instant verifiedAt, @Nullable Instant submittedAt, @Nullable Instant approvedAt,
        @Nullable Instant closedAt, long version) {

    static TopIssueJson of(TopIssueDetails it, TopIssueBook book) {
        var times = it.times();
        return new TopIssueJson(it.id().id(), it.number(), it.title(), it.problem(), it.state(),
                it.heading().dimension(), it.heading().flow(),
                book.affected(it.id()).stream().map(CustomerJson::of).toList(), it.statement(),
                ConfirmationJson.of(it.confirmation()), PersonJson.of(it.owner()), it.ownerAgreedAt(),
                PersonJson.of(it.sponsor()), it.plan(), it.missing(), it.whys(), it.cause(), it.rootCause(),
                it.tellOn(), it.effect(), it.checkDueOn(), it.check(),
                book.approvals(it.id()).stream().map(ApprovalJson::of).toList(), it.reopenedCount(), it.leftCount(),
                it.lesson(), it.endedBecause(), it.place(), it.score(), times.nominatedAt(), times.understoodAt(),
                times.plannedAt(), times.startedAt(), times.verifiedAt(), times.submittedAt(), times.approvedAt(),
                times.closedAt(), it.version());
    }

    /** One of us. */
    record PersonJson(UUID id, String name) {

        static @Nullable PersonJson of(TopIssueDetails.@Nullable Person it) {
            return it == null ? null : new PersonJson(it.id().id(), it.name());
        }

    }

    /** A customer it hurts. */
    record CustomerJson(UUID id, String name, @Nullable Integer tier, @Nullable Instant leftAt,
            @Nullable String leftBecause) {

        static CustomerJson of(Affected it) {
            return new CustomerJson(it.customer().id(), it.name(), it.tier(), it.leftAt(), it.leftBecause());
        }

    }

    /** The customer's word that we understood. */
    record ConfirmationJson(@Nullable UUID contact, @Nullable String contactName, IssueChannel channel, LocalDate on,
            @Nullable String words, @Nullable PersonJson recordedBy) {

        static @Nullable ConfirmationJson of(@Nullable Confirmation it) {
            return it == null ? null : new ConfirmationJson(it.contact() == null ? null : it.contact().id(),
                    it.contactName(), it.channel(), it.on(), it.words(), PersonJson.of(it.proxy()));
        }

    }

    /** What one customer said in one round. */
    record ApprovalJson(int round, UUID customer, String customerName, String state, @Nullable String contactName,
            @Nullable IssueChannel channel, @Nullable LocalDate on, @Nullable String words, @Nullable String recordedBy,
            Instant askedAt) {

        static ApprovalJson of(Approval it) {
            return new ApprovalJson(it.round(), it.customer().id(), it.customerName(), it.state(), it.contactName(),
                    it.channel(), it.on(), it.words(), it.proxyName(), it.askedAt());
        }

    }

    /** A record that shows it. */
    record EvidenceJson(UUID id, EvidenceKind kind, UUID record, String number, UUID customer, String customerName,
            @Nullable String words, LocalDate on, int severity) {

        static EvidenceJson of(Shown it) {
            return new EvidenceJson(it.id(), it.kind(), it.record(), it.number(), it.customer().id(), it.customerName(),
                    it.words(), it.on(), it.severity());
        }

    }

    /** What is done about it. */
    record TaskJson(UUID id, String title, TaskTerm term, UUID owner, String ownerName, LocalDate startsOn,
            LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable String result, @Nullable BigDecimal plannedCost,
            @Nullable BigDecimal actualCost, List<UUID> after, long version) {

        static TaskJson of(IssueTask it) {
            return new TaskJson(it.id(), it.title(), it.term(), it.owner().id(), it.ownerName(), it.startsOn(),
                    it.dueOn(), it.doneOn(), it.result(), it.plannedCost(), it.actualCost(), List.copyOf(it.after()),
                    it.version());
        }

    }

    /** A line of the register. */
    record RowJson(UUID id, String number, String title, UUID customer, String customerName, int customers,
            int evidence, TopIssueState state, @Nullable UUID owner, @Nullable String ownerName, boolean agreed,
            @Nullable String measure, @Nullable String unit, @Nullable BigDecimal baseline, @Nullable BigDecimal target,
            @Nullable LocalDate targetOn, @Nullable LocalDate tellOn, @Nullable LocalDate checkOn,
            @Nullable Integer place, @Nullable Integer score, int left, int reopened, Instant nominatedAt,
            long version) {

        static RowJson of(TopIssueRow it) {
            return new RowJson(it.id().id(), it.number(), it.title(), it.customer().id(), it.customerName(),
                    it.customers(), it.evidence(), it.state(), it.owner() == null ? null : it.owner().id(),
                    it.ownerName(), it.agreed(), it.measure(), it.unit(), it.baseline(), it.target(), it.targetOn(),
                    it.tellOn(), it.checkOn(), it.place(), it.score(), it.left(), it.reopened(), it.nominatedAt(),
                    it.version());
        }

    }

}
