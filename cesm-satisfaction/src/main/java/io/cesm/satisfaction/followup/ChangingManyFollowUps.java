package io.cesm.satisfaction.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives many follow-ups another owner or due date, each on its own: what is refused for
 * one does not stop the others.
 */
@Service
public class ChangingManyFollowUps {

    /** So many at once. */
    public static final int MOST = 200;

    private final FollowingUp following;

    private final FollowUpBook book;

    private final TransactionOperations transaction;

    ChangingManyFollowUps(FollowingUp following, FollowUpBook book, TransactionOperations transaction) {
        this.following = following;
        this.book = book;
        this.transaction = transaction;
    }

    /**
     * What became of one.
     *
     * @param refusal why it was left as it is, null if it was changed
     */
    public record Result(FollowUpId id, @Nullable String number, @Nullable Refusal refusal) {

        public boolean isDone() {
            return refusal == null;
        }

    }

    public List<Result> change(List<FollowUpId> ids, @Nullable StaffId owner, @Nullable LocalDate dueOn,
            @Nullable String because) {
        if (ids.isEmpty()) {
            throw new Refusal("followup.bulk.none");
        }
        if (ids.size() > MOST) {
            throw new Refusal("followup.bulk.too_many", MOST);
        }
        if (owner == null && dueOn == null) {
            throw new Refusal("followup.bulk.nothing");
        }
        return ids.stream().distinct().map(id -> one(id, owner, dueOn, because)).toList();
    }

    private Result one(FollowUpId id, @Nullable StaffId owner, @Nullable LocalDate dueOn, @Nullable String because) {
        var number = new AtomicReference<@Nullable String>();
        try {
            var changed = transaction.execute(status -> {
                number.set(book.require(id).row().number());
                if (owner != null) {
                    following.assign(id, null, owner);
                }
                if (dueOn != null) {
                    following.moveDueDate(id, null, dueOn, because);
                }
                return number.get();
            });
            return new Result(id, changed, null);
        }
        catch (Refusal refusal) {
            return new Result(id, number.get(), refusal);
        }
        catch (UnknownThing unknown) {
            return new Result(id, null, new Refusal("unknown"));
        }
        catch (OptimisticLockingFailureException overtaken) {
            return new Result(id, number.get(), new Refusal("followup.bulk.overtaken"));
        }
    }

}
