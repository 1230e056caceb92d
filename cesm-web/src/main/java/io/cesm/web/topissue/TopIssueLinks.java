package io.cesm.web.topissue;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.topissue.EvidenceKind;
import io.cesm.domain.topissue.TopIssueBook;
import org.springframework.stereotype.Component;

/** Tells the pages of other records which TOP issues they are part of. */
@Component
public class TopIssueLinks {

    private final TopIssueBook book;

    TopIssueLinks(TopIssueBook book) {
        this.book = book;
    }

    /** The issues a record is evidence of. */
    public List<TopIssueBook.Linked> of(String kind, UUID record) {
        return book.shownBy(EvidenceKind.valueOf(kind), record);
    }

}
