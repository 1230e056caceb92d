package io.cesm.domain.complaint;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What customers may do with their complaints by themselves.
 *
 * @param linkLife how long a link to a complaint works
 * @param reopenWithin how long after the end a customer may reopen it
 * @param acknowledge whether the arrival of a complaint is confirmed by mail at once
 * @param mailsADay how many mails one person gets about complaints in 24 hours at most
 */
@ConfigurationProperties("cesm.cases")
public record CaseSettings(@DefaultValue("365d") Duration linkLife, @DefaultValue("30d") Duration reopenWithin,
        @DefaultValue("true") boolean acknowledge, @DefaultValue("20") int mailsADay) {
}
