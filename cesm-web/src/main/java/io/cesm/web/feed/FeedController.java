package io.cesm.web.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.feed.CalendarFeeds.Feed;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What calendar programs read. The address itself is the key; it opens nothing else. */
@Controller
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final int DAYS_BACK = 30;

    private static final int DAYS_AHEAD = 366;

    private final CalendarFeeds feeds;

    private final AccessBook accesses;

    private final List<FeedSource> sources;

    private final PublicAddress address;

    private final MessageSource messages;

    private final Clock clock;

    FeedController(CalendarFeeds feeds, AccessBook accesses, List<FeedSource> sources, PublicAddress address,
            MessageSource messages, Clock clock) {
        this.feeds = feeds;
        this.accesses = accesses;
        this.sources = sources;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/feed/{secret}/cesm.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret, HttpServletRequest request) {
        var feed = feeds.open(secret);
        var owner = accesses.of(feed.owner()).filter(Access::active).orElseThrow(UnknownThing::new);
        var text = Acting.as(owner.actor("calendar", request.getRemoteAddr()), () -> text(feed));
        return ResponseEntity.ok()
            .contentType(CALENDAR)
            .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
            .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(Feed feed) {
        var today = CompanyTime.today(clock);
        var calendar = CalendarText.named(messages.getMessage("feed.name", null, feed.locale()), clock.instant());
        sources.stream()
            .flatMap(it -> it.due(feed.owner(), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), feed.locale())
                .stream())
            .sorted(Comparator.comparing(FeedSource.Entry::day).thenComparing(FeedSource.Entry::uid))
            .forEach(it -> calendar.day(it.uid() + "@cesm", it.day(), it.title(), it.words(), address.link(it.path())));
        return calendar.end();
    }

}
