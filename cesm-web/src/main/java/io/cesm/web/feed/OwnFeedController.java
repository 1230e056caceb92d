package io.cesm.web.feed;

import java.util.Locale;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own calendar address: made, shown once, ended. */
@Controller
@RequestMapping("/me/calendar")
@PreAuthorize("hasAuthority('VIEW')")
class OwnFeedController {

    private final CalendarFeeds feeds;

    private final PublicAddress address;

    private final CurrentActor current;

    OwnFeedController(CalendarFeeds feeds, PublicAddress address, CurrentActor current) {
        this.feeds = feeds;
        this.address = address;
        this.current = current;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("feed", feeds.of(me()).orElse(null));
        return "people/me-calendar";
    }

    /** The address is shown in the answer itself: it is stored nowhere. */
    @PostMapping
    String make(Locale locale, Model model, HttpServletResponse response) {
        var secret = feeds.make(me(), locale, actor());
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("made", address.link(path(secret)));
        return show(model);
    }

    @PostMapping("/end")
    String end(RedirectAttributes flash) {
        feeds.end(me(), actor());
        flash.addFlashAttribute("notice", "me.calendar.ended");
        return "redirect:/me/calendar";
    }

    static String path(String secret) {
        return "/feed/" + secret + "/cesm.ics";
    }

    private Actor actor() {
        return current.actor();
    }

    private StaffId me() {
        return java.util.Objects.requireNonNull(actor().staff());
    }

}
