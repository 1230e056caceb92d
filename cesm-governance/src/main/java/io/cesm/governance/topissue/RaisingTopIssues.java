package io.cesm.governance.topissue;

import java.util.List;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.topissue.Evidence;
import io.cesm.domain.topissue.EvidenceKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.NominatingTopIssues;
import io.cesm.domain.topissue.NominatingTopIssues.Nominated;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowingUp;
import io.cesm.satisfaction.followup.LinkKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a TOP issue out of records in one step: all of them are attached, and those that
 * know such links are tied to it.
 */
@Service
@Transactional
public class RaisingTopIssues {

    private final NominatingTopIssues nominating;

    private final TopIssueBook book;

    private final FollowingUp following;

    private final CurrentActor current;

    RaisingTopIssues(NominatingTopIssues nominating, TopIssueBook book, FollowingUp following, CurrentActor current) {
        this.nominating = nominating;
        this.book = book;
        this.following = following;
        this.current = current;
    }

    public TopIssueId raise(NominateTopIssue wish) {
        Nominated made = nominating.nominate(wish);
        tie(made.id(), made.number(), wish.evidence());
        return made.id();
    }

    /**
     * Attaches more records.
     * @return how many are new
     */
    public int attach(TopIssueId id, List<Evidence> evidence) {
        int kept = nominating.attach(id, evidence);
        tie(id, book.require(id).number(), evidence);
        return kept;
    }

    private void tie(TopIssueId id, String number, List<Evidence> evidence) {
        if (!current.actor().may(Right.EXPECTATION_EDIT)) {
            return;
        }
        evidence.stream()
            .filter(it -> it.kind() == EvidenceKind.FOLLOW_UP)
            .forEach(it -> following.link(new FollowUpId(it.record()), LinkKind.TOP_ISSUE, id.id(), number));
    }

}
