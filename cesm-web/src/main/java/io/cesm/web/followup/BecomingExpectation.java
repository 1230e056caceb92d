package io.cesm.web.followup;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Classification;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.expectation.Target;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowingUp;
import io.cesm.satisfaction.followup.LinkKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an expectation out of what a customer said when they were asked, and ties both
 * together. It stands here because neither of the two knows the other.
 */
@Service
@Transactional
public class BecomingExpectation {

    private final FollowUpBook book;

    private final FollowingUp following;

    private final LoggingExpectations logging;

    private final ExpectationBook expectations;

    BecomingExpectation(FollowUpBook book, FollowingUp following, LoggingExpectations logging,
            ExpectationBook expectations) {
        this.book = book;
        this.following = following;
        this.logging = logging;
        this.expectations = expectations;
    }

    /**
     * Notes the expectation.
     * @param contact who expects it, the respondent if null
     */
    public ExpectationId become(FollowUpId id, @Nullable String verbatim, @Nullable String dimension,
            @Nullable Flow flow, @Nullable Integer importance, @Nullable ContactId contact) {
        var it = book.require(id);
        var who = contact == null ? it.contact() : contact;
        if (who == null) {
            throw new FieldRefusal("contact", "choice.required");
        }
        var expectation = logging.capture(new CaptureExpectation(it.row().customer(), who,
                verbatim == null ? "" : verbatim, null, null, Channel.SURVEY, null, it.row().number(),
                new Classification(dimension == null || dimension.isBlank() ? null : dimension, flow, importance, null),
                Target.NONE, null, null, false));
        following.link(id, LinkKind.EXPECTATION, expectation.id(), expectations.require(expectation).number());
        return expectation;
    }

}
