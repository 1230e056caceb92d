package io.cesm.web.feed;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own calendar address by API. It shows less than the token that asks for it. */
@RestController
@RequestMapping("/api/v1/tokens/calendar")
@PreAuthorize("hasAuthority('VIEW')")
class FeedApi {

    private final CalendarFeeds feeds;

    private final PublicAddress address;

    private final CurrentActor current;

    FeedApi(CalendarFeeds feeds, PublicAddress address, CurrentActor current) {
        this.feeds = feeds;
        this.address = address;
        this.current = current;
    }

    /**
     * An address.
     *
     * @param url the whole address, only when it was just made
     */
    record FeedJson(@Nullable String url, String language, Instant createdAt, @Nullable Instant lastUsedAt) {

        static FeedJson of(CalendarFeeds.Feed it, @Nullable String url) {
            return new FeedJson(url, it.locale().getLanguage(), it.createdAt(), it.lastUsedAt());
        }

    }

    @GetMapping
    public FeedJson show() {
        return FeedJson.of(feeds.of(me()).orElseThrow(UnknownThing::new), null);
    }

    /** Makes an address in the language of the request; one made before ends. */
    @PostMapping
    public ResponseEntity<FeedJson> make(Locale locale) {
        var secret = feeds.make(me(), locale, current.actor());
        return ResponseEntity.status(HttpStatus.CREATED)
            .header("Cache-Control", "no-store")
            .body(FeedJson.of(feeds.of(me()).orElseThrow(), address.link(OwnFeedController.path(secret))));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void end() {
        feeds.end(me(), current.actor());
    }

    private StaffId me() {
        return Objects.requireNonNull(current.actor().staff());
    }

}
