package io.cesm.governance.playbook;

import io.cesm.domain.complaint.ComplaintFiled;
import io.cesm.domain.complaint.ComplaintGraded;
import io.cesm.domain.complaint.ComplaintMoved;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives checklists within the transaction that files, grades or moves a complaint, before
 * its timeline is written: none can be solved before its checklist is there.
 */
@Component
class PlaybooksFollowComplaints {

    private final FollowingPlaybooks playbooks;

    PlaybooksFollowComplaints(FollowingPlaybooks playbooks) {
        this.playbooks = playbooks;
    }

    @Order(0)
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ComplaintFiled fact) {
        playbooks.giveWhatFits(fact.complaint());
    }

    @Order(0)
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ComplaintGraded fact) {
        playbooks.giveWhatFits(fact.complaint());
    }

    @Order(0)
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ComplaintMoved fact) {
        if (fact.to().isOpen()) {
            playbooks.giveWhatFits(fact.complaint());
        }
    }

}
