package io.cesm.satisfaction.fielding;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Circumstances;
import io.cesm.satisfaction.questionnaire.PublishedVersion;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * A link to a survey that somebody has opened: what is asked, of whom, and whether it may
 * be answered now.
 *
 * @param state whether it may be answered
 * @param invitation the personal invitation; null behind an open link or QR code
 * @param openLink the open link, null behind a personal one
 * @param channel MAIL, LINK or QR, as an answer notes it
 * @param customer whom the answer will belong to; null behind open links and in anonymous
 * surveys
 * @param language the language the person is spoken to, if it is known
 * @param segments what the respondent is at this moment, to be frozen with the answer
 * @param data what may be said to the respondent, by name
 */
public record OpenedLink(LinkState state, SurveyId survey, String number, Words title, Anonymity anonymity,
        PublishedVersion version, @Nullable UUID invitation, @Nullable UUID openLink, String channel,
        @Nullable CustomerId customer, @Nullable ContactId contact, @Nullable String language,
        Map<String, String> segments, Map<String, String> data, Map<String, String> competitors) {

    public OpenedLink {
        segments = Map.copyOf(segments);
        data = Map.copyOf(data);
    }

    public boolean isAnonymous() {
        return anonymity == Anonymity.ANONYMOUS;
    }

    /** Whether everybody who has this link may answer. */
    public boolean isForAll() {
        return invitation == null;
    }

    public List<String> languages() {
        return version.definition().languages();
    }

    /** The language to begin with for a reader who prefers this one. */
    public String speak(String wanted) {
        return version.definition().language(language == null ? wanted : language);
    }

    /**
     * What is known before the first question.
     * @param visitor tells visitors of an open link apart, so that random orders stay
     */
    public Circumstances circumstances(long visitor) {
        var seed = invitation == null ? visitor : invitation.getLeastSignificantBits();
        return new Circumstances(seed, data, competitors);
    }

    /** The same without what tells who is asked, for pages that say why nothing is. */
    OpenedLink closed(LinkState why) {
        return new OpenedLink(why, survey, number, title, anonymity, version, invitation, openLink, channel, null, null,
                language, Map.of(), Map.of(), Map.of());
    }

}
