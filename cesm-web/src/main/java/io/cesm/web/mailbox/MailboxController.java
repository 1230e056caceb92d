package io.cesm.web.mailbox;

import io.cesm.domain.complaint.MailboxBook;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the administrator sees of the mail box: whether it is read, since when not, and
 * why.
 */
@Controller
@RequestMapping("/admin/mailbox")
@PreAuthorize("hasAuthority('SETTINGS')")
class MailboxController {

    private final MailboxSettings settings;

    private final MailboxBook book;

    private final ReadingMailbox reading;

    MailboxController(MailboxSettings settings, MailboxBook book, ReadingMailbox reading) {
        this.settings = settings;
        this.book = book;
        this.reading = reading;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("on", settings.isOn());
        model.addAttribute("box", settings.name());
        model.addAttribute("protocol", settings.protocol());
        model.addAttribute("address", settings.address());
        model.addAttribute("position", book.of(settings.name()).orElse(null));
        model.addAttribute("waiting", book.waiting());
        return "complaint/mailbox";
    }

    @PostMapping
    String poll(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", settings.isOn() ? "mailbox.polled" : "mailbox.off");
        reading.poll();
        return "redirect:/admin/mailbox";
    }

}
