package io.cesm.expectation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes owner or due date of many expectations, each on its own: what is refused for
 * one does not stop the others.
 */
@Service
public class ChangingMany {

    /** So many at once. */
    public static final int MOST = 200;

    private final ExpectationDesk desk;

    private final Account account;

    private final Notices notices;

    private final TransactionOperations transaction;

    ChangingMany(ExpectationDesk desk, Account account, Notices notices, TransactionOperations transaction) {
        this.desk = desk;
        this.account = account;
        this.notices = notices;
        this.transaction = transaction;
    }

    /**
     * Changes each of them.
     * @param owner the new owner, null leaves it
     * @param dueOn the new due date, null leaves it
     */
    public List<BulkResult> change(List<ExpectationId> ids, @Nullable StaffId owner, @Nullable LocalDate dueOn,
            @Nullable String because) {
        if (ids.size() > MOST) {
            throw new Refusal("expectation.bulk.too_many", MOST);
        }
        if (owner == null && dueOn == null) {
            throw new Refusal("expectation.bulk.nothing");
        }
        return ids.stream().distinct().map(id -> one(id, owner, dueOn, because)).toList();
    }

    private BulkResult one(ExpectationId id, @Nullable StaffId owner, @Nullable LocalDate dueOn,
            @Nullable String because) {
        var number = new AtomicReference<@Nullable String>();
        try {
            var changed = transaction.execute(status -> {
                account.requireStaff(owner);
                desk.change(id, null, Right.EXPECTATION_EDIT, owner != null ? "OWNED" : "DUE_MOVED",
                        Texts.optional(because, 1000, "because"), (expectation, now) -> {
                            number.set(expectation.number());
                            if (owner != null && !owner.equals(expectation.owner())) {
                                expectation.belongTo(owner, now);
                                notices.tell(owner, "EXPECTATION_ASSIGNED", ExpectationHistory.subject(expectation),
                                        Map.of(), id + "/" + now.at());
                            }
                            if (dueOn != null) {
                                expectation.fallDue(dueOn, now);
                            }
                        });
                return number.get();
            });
            return new BulkResult(id, changed, null);
        }
        catch (Refusal refusal) {
            return new BulkResult(id, number.get(), refusal);
        }
        catch (UnknownThing unknown) {
            return new BulkResult(id, null, new Refusal("unknown"));
        }
        catch (OptimisticLockingFailureException overtaken) {
            return new BulkResult(id, number.get(), new Refusal("expectation.bulk.overtaken"));
        }
    }

}
