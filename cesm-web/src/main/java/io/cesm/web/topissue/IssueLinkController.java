package io.cesm.web.topissue;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.topissue.IssueLink;
import io.cesm.domain.topissue.OfferingIssueLinks;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.expectation.QrPicture;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asking customers to confirm or to approve by a link of their own: to copy, to scan or
 * to mail, and taking it back.
 */
@Controller
@RequestMapping("/top-issues/{id}/links")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class IssueLinkController {

    private static final String BACK = "redirect:/top-issues/{id}/links";

    private final OfferingIssueLinks offering;

    private final TellingCustomers telling;

    private final TopIssueBook book;

    private final TopIssueChoices choices;

    private final PublicAddress address;

    private final MessageSource messages;

    IssueLinkController(OfferingIssueLinks offering, TellingCustomers telling, TopIssueBook book,
            TopIssueChoices choices, PublicAddress address, MessageSource messages) {
        this.offering = offering;
        this.telling = telling;
        this.book = book;
        this.choices = choices;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable TopIssueId id, Model model) {
        var it = book.require(id);
        model.addAttribute("it", it);
        model.addAttribute("purpose", OfferingIssueLinks.purpose(it.state()));
        model.addAttribute("links", offering.of(id));
        model.addAttribute("contacts", choices.contacts(id));
        return "topissue/links";
    }

    /** Makes a link and shows it; what is missing is said where it was typed. */
    @PostMapping
    String offer(@PathVariable TopIssueId id, @RequestParam @Nullable String contact,
            @RequestParam @Nullable String statement, Model model, HttpServletResponse response) {
        try {
            return reveal(id, offering.offer(id, IssueIds.contact(contact), statement), model, response);
        }
        catch (Refusal refusal) {
            model.addAttribute("typed", statement);
            model.addAttribute("chosen", contact);
            return refused(id, refusal, model, response);
        }
    }

    private String refused(TopIssueId id, Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("refused", refusal.messageKey());
        model.addAttribute("args", refusal.args().toArray());
        return show(id, model);
    }

    /** Shows a link once more, to copy or to scan it. */
    @PostMapping("/{link}/show")
    String reveal(@PathVariable TopIssueId id, @PathVariable UUID link, Model model, HttpServletResponse response) {
        var shown = address.link("/c/issue/" + offering.token(id, link));
        model.addAttribute("link", shown);
        model.addAttribute("qr", QrPicture.of(shown));
        response.setHeader("Cache-Control", "no-store");
        return show(id, model);
    }

    /** Mails a link in the language of who gets it. */
    @PostMapping("/{link}/mail")
    String mail(@PathVariable TopIssueId id, @PathVariable UUID link, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        var it = book.require(id);
        var to = offering.of(id)
            .stream()
            .filter(each -> each.id().equals(link))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        try {
            send(it, to);
        }
        catch (Refusal refusal) {
            return refused(id, refusal, model, response);
        }
        flash.addFlashAttribute("notice", "topissue.link.mailed");
        return BACK;
    }

    /** A report goes out once more as it was written. */
    private void send(TopIssueDetails it, IssueLink to) {
        var report = telling.of(it.id()).stream().filter(each -> each.id().equals(to.report())).findFirst();
        if (report.isPresent()) {
            offering.mail(it.id(), to.id(), report.get().subject(), report.get().words() + "\n\n{{link}}");
            return;
        }
        var language = Locale.forLanguageTag("en".equals(to.contactLanguage()) ? "en" : "zh-CN");
        offering.mail(it.id(), to.id(), text("topissue.mail." + to.purpose() + ".subject", it, to, language),
                text("topissue.mail." + to.purpose() + ".body", it, to, language));
    }

    private String text(String key, TopIssueDetails it, IssueLink to, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key,
                new Object[] { it.number(), it.title(), to.contactName(), "{{link}}" }, null, language));
    }

    @PostMapping("/{link}/revoke")
    String revoke(@PathVariable TopIssueId id, @PathVariable UUID link, RedirectAttributes flash) {
        offering.revoke(id, link);
        flash.addFlashAttribute("notice", "topissue.link.revoked");
        return BACK;
    }

}
