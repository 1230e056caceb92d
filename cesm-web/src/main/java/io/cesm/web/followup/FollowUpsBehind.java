package io.cesm.web.followup;

import java.util.List;

import io.cesm.domain.kernel.Tally;
import io.cesm.expectation.ExpectationId;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.web.expectation.RecordOrigin;
import org.springframework.stereotype.Component;

/** The follow-ups an expectation was logged from. */
@Component
class FollowUpsBehind implements RecordOrigin {

    private final FollowUpBook book;

    FollowUpsBehind(FollowUpBook book) {
        this.book = book;
    }

    @Override
    public Tally any(ExpectationId id) {
        return book.anyBehind(id.id());
    }

    @Override
    public List<Origin> of(ExpectationId id) {
        return book.behind(id.id())
            .stream()
            .map(it -> new Origin("followup.behind", it.number(), "/follow-ups/" + it.id()))
            .toList();
    }

}
