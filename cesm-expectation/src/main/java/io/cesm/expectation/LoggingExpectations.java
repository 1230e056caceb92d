package io.cesm.expectation;

import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.kernel.Texts;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Noting what a customer expects, and correcting what was noted. */
@Service
@Transactional
public class LoggingExpectations {

    private final ExpectationDesk desk;

    private final Account account;

    private final DocumentingExpectations documents;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    LoggingExpectations(ExpectationDesk desk, Account account, DocumentingExpectations documents, RecordNumbers numbers,
            CurrentActor current) {
        this.desk = desk;
        this.account = account;
        this.documents = documents;
        this.numbers = numbers;
        this.current = current;
    }

    /**
     * Notes an expectation; it belongs to the one named, else to the usual owner of the
     * customer.
     */
    public ExpectationId capture(CaptureExpectation wish) {
        return capture(wish, List.of());
    }

    /** Notes an expectation with the documents its words come from. */
    public ExpectationId capture(CaptureExpectation wish, List<Attachment> sources) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        account.requireCustomer(wish.customer());
        account.requireContact(wish.customer(), wish.contact());
        account.requireDimension(wish.classification().dimension());
        account.requireStaff(wish.owner());
        var now = desk.now();
        var owned = wish.owner() == null ? wish.ownedBy(account.usualOwner(wish.customer(), now.today())) : wish;
        var due = account.standard(wish.customer()).dueToClarify(now.today());
        var expectation = Expectation.capture(numbers.next("E"), owned, due, now);
        desk.capture(expectation);
        documents.add(expectation, FilePurpose.SOURCE, sources);
        return expectation.id();
    }

    public void correctWords(ExpectationId id, @Nullable Long version, CorrectWords wish) {
        desk.change(id, version, Right.EXPECTATION_EDIT, "CORRECTED", null, (expectation, now) -> {
            account.requireContact(expectation.customer(), wish.contact());
            expectation.correctWords(wish, now);
        });
    }

    public void classify(ExpectationId id, @Nullable Long version, Classification wish) {
        desk.change(id, version, Right.EXPECTATION_EDIT, "CLASSIFIED", null, (expectation, now) -> {
            account.requireDimension(wish.dimension(), expectation.classification());
            expectation.classify(wish, now);
        });
    }

    public void sketchTarget(ExpectationId id, @Nullable Long version, Target wish) {
        desk.change(id, version, Right.EXPECTATION_EDIT, "TARGET_NOTED", null,
                (expectation, now) -> expectation.sketch(wish, now));
    }

    public void noteCompetitor(ExpectationId id, @Nullable Long version, @Nullable CompetitorPromise wish) {
        desk.change(id, version, Right.EXPECTATION_EDIT, "COMPETITOR_NOTED", null,
                (expectation, now) -> expectation.compare(wish, now));
    }

    /** Sets another due date than the service standard gave. */
    public void moveDueDate(ExpectationId id, @Nullable Long version, LocalDate day, @Nullable String because) {
        desk.change(id, version, Right.EXPECTATION_EDIT, "DUE_MOVED", Texts.optional(because, 1000, "because"),
                (expectation, now) -> expectation.fallDue(day, now));
    }

    /** Words for the timeline, without changing anything. */
    public void comment(ExpectationId id, String words) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        desk.comment(desk.require(id), Texts.required(words, 2000, "words"));
    }

}
