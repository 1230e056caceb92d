package io.cesm.web.security;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in.
 *
 * @param secondFactor whether administrators, office and managers have to use a second
 * factor
 * @param sessionIdle how long a browser stays signed in without being used
 * @param sessionLongest how long a browser stays signed in at all
 * @param allowedHosts further host names under which the pages may be asked for
 * @param apiPerMinute requests one API token may make in a minute
 */
@Validated
@ConfigurationProperties("cesm.security")
record SecuritySettings(@DefaultValue("REQUIRED") SecondFactorPolicy secondFactor,
        @DefaultValue("PT2H") Duration sessionIdle, @DefaultValue("PT12H") Duration sessionLongest,
        @DefaultValue List<String> allowedHosts, @DefaultValue("600") int apiPerMinute) {

    /** Whether a second factor is demanded of the roles with much power. */
    enum SecondFactorPolicy {

        REQUIRED, OPTIONAL

    }

}
