package io.cesm.domain.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Doing the same with many complaints, each for itself: what the rules refuse at one
 * changes nothing there and stops none of the others.
 */
@Service
public class ChangingManyComplaints {

    /** So many at once. */
    public static final int MOST = 200;

    private final HandlingComplaints handling;

    private final HandingComplaints handing;

    private final GradingComplaints grading;

    private final LeadingIncidents incidents;

    private final ComplaintBook book;

    private final TransactionOperations transaction;

    ChangingManyComplaints(HandlingComplaints handling, HandingComplaints handing, GradingComplaints grading,
            LeadingIncidents incidents, ComplaintBook book, TransactionOperations transaction) {
        this.handling = handling;
        this.handing = handing;
        this.grading = grading;
        this.incidents = incidents;
        this.book = book;
        this.transaction = transaction;
    }

    /**
     * What is wanted of each; what is missing is left alone.
     *
     * @param owner who shall have it: given where nobody has it, offered where somebody
     * has
     * @param words said among us, or to the customer by a channel
     * @param step a step of its life
     */
    public record Wish(@Nullable StaffId owner, @Nullable Boolean watch, @Nullable String words,
            @Nullable ComplaintChannel channel, @Nullable Integer grade, @Nullable String because,
            @Nullable UUID incident, @Nullable Step step, TakeStep with) {

        boolean isEmpty() {
            return owner == null && watch == null && (words == null || words.isBlank()) && grade == null
                    && incident == null && step == null;
        }

        /** One step for all. */
        public static Wish of(Step step, TakeStep with) {
            return new Wish(null, null, null, null, null, null, null, step, with);
        }

    }

    /**
     * What became of one.
     *
     * @param refusal why it was left as it is, null if it was done
     */
    public record Result(ComplaintId id, @Nullable String number, @Nullable Refusal refusal) {

        public boolean isDone() {
            return refusal == null;
        }

    }

    public List<Result> change(List<ComplaintId> ids, Wish wish) {
        if (ids.isEmpty()) {
            throw new Refusal("complaint.bulk.none");
        }
        if (ids.size() > MOST) {
            throw new Refusal("complaint.bulk.too_many", MOST);
        }
        if (wish.isEmpty()) {
            throw new Refusal("complaint.bulk.nothing");
        }
        List<Result> results = new ArrayList<>();
        ids.stream().distinct().forEach(id -> results.add(one(id, wish)));
        return results;
    }

    private Result one(ComplaintId id, Wish wish) {
        String number = null;
        try {
            number = book.require(id).number();
            transaction.executeWithoutResult(status -> apply(id, wish));
            return new Result(id, number, null);
        }
        catch (Refusal refusal) {
            return new Result(id, number, refusal);
        }
        catch (UnknownThing unknown) {
            return new Result(id, number, new Refusal("complaint.bulk.unknown"));
        }
        catch (OptimisticLockingFailureException | StaleVersion overtaken) {
            return new Result(id, number, new Refusal("complaint.bulk.overtaken"));
        }
    }

    private void apply(ComplaintId id, Wish wish) {
        if (wish.incident() != null) {
            incidents.attach(wish.incident(), id);
        }
        if (wish.owner() != null) {
            giveOrOffer(id, wish.owner());
        }
        if (wish.watch() != null) {
            handling.watch(id, wish.watch());
        }
        if (wish.grade() != null) {
            grading.change(id, null, wish.grade(), wish.because());
        }
        if (wish.words() != null && !wish.words().isBlank()) {
            handling.say(id, wish.channel() == null ? MessageKind.INTERNAL : MessageKind.TO_CUSTOMER, wish.words(),
                    wish.channel());
        }
        if (wish.step() != null) {
            handling.take(id, null, wish.step(), wish.with());
        }
    }

    private void giveOrOffer(ComplaintId id, StaffId owner) {
        if (book.require(id).owner() == null) {
            handling.assign(id, null, owner);
        }
        else {
            handing.offer(id, owner, null);
        }
    }

}
