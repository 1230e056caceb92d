package io.cesm.web.security;

import java.util.UUID;

import io.cesm.domain.people.Access;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one is signed in, and signing out there. */
@Controller
@RequestMapping("/me/sessions")
@PreAuthorize("hasAuthority('VIEW')")
class OwnSessionsController {

    private final BrowserSessions sessions;

    private final Timeline timeline;

    private final TransactionOperations transaction;

    OwnSessionsController(BrowserSessions sessions, Timeline timeline, TransactionOperations transaction) {
        this.sessions = sessions;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    @GetMapping
    String list(StaffAuthentication who, Model model) {
        model.addAttribute("sessions", sessions.of(who.access().staff()));
        model.addAttribute("current", who.session());
        return "people/me-sessions";
    }

    @PostMapping("/{handle}/end")
    String end(@PathVariable UUID handle, StaffAuthentication who, RedirectAttributes flash) {
        sessions.end(who.access().staff(), handle);
        note(who.access(), "SESSION_ENDED");
        flash.addFlashAttribute("notice", "me.sessions.ended");
        return "redirect:/me/sessions";
    }

    /** Signs out everywhere, here as well. */
    @PostMapping("/end")
    String endAll(StaffAuthentication who) {
        sessions.endOthers(who.access().staff(), null);
        note(who.access(), "SIGNED_OUT_EVERYWHERE");
        return "redirect:/login?out";
    }

    private void note(Access me, String action) {
        transaction.executeWithoutResult(
                status -> timeline.record(Change.of(new Subject("STAFF", me.staff().id(), me.name(), null), action)));
    }

}
