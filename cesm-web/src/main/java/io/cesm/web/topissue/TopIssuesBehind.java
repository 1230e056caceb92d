package io.cesm.web.topissue;

import java.util.List;

import io.cesm.domain.kernel.Tally;
import io.cesm.domain.topissue.EvidenceKind;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.web.expectation.RecordOrigin;
import org.springframework.stereotype.Component;

/** Names the TOP issues an expectation has become part of. */
@Component
class TopIssuesBehind implements RecordOrigin {

    private final TopIssueBook book;

    TopIssuesBehind(TopIssueBook book) {
        this.book = book;
    }

    @Override
    public Tally any(ExpectationId id) {
        return book.anyShowing(id.id());
    }

    @Override
    public List<Origin> of(ExpectationId id) {
        return book.shownBy(EvidenceKind.EXPECTATION, id.id())
            .stream()
            .map(it -> new Origin("topissue.behind", it.number(), "/top-issues/" + it.id()))
            .toList();
    }

}
