package io.cesm.web.expectation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Locale;

import io.cesm.expectation.ConfirmationLinkId;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.OfferingConfirmation;
import io.cesm.expectation.Verb;
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
import org.springframework.web.util.UriUtils;

/**
 * Asking the customer to confirm: a link to copy, to scan or to mail, and taking it back.
 */
@Controller
@RequestMapping("/expectations/{id}/links")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class LinkController {

    private final OfferingConfirmation offering;

    private final VerbPage page;

    private final PublicAddress address;

    private final MessageSource messages;

    private final Clock clock;

    LinkController(OfferingConfirmation offering, VerbPage page, PublicAddress address, MessageSource messages,
            Clock clock) {
        this.offering = offering;
        this.page = page;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable ExpectationId id, Model model, Locale locale) {
        page.fresh(Verb.CONFIRM, id, model, locale);
        model.addAttribute("links", offering.of(id));
        model.addAttribute("now", clock.instant());
        return "expectation/links";
    }

    /**
     * Makes a link and shows it; the token is not kept, so it is shown in the answer and
     * nowhere again.
     */
    @PostMapping
    String make(@PathVariable ExpectationId id, @RequestParam @Nullable String contact, Model model, Locale locale,
            HttpServletResponse response) {
        var made = offering.make(id, Ids.contact(contact));
        var link = address.link("/c/" + made.token());
        var it = page.fresh(Verb.CONFIRM, id, model, locale);
        model.addAttribute("link", link);
        model.addAttribute("expires", made.expiresAt());
        model.addAttribute("qr", QrPicture.of(link));
        model.addAttribute("mailto", mailto(it, link, locale));
        model.addAttribute("links", offering.of(id));
        model.addAttribute("now", clock.instant());
        response.setHeader("Cache-Control", "no-store");
        return "expectation/links";
    }

    @PostMapping("/{link}/revoke")
    String revoke(@PathVariable ExpectationId id, @PathVariable String link, RedirectAttributes flash) {
        offering.revoke(id, ConfirmationLinkId.of(link));
        flash.addFlashAttribute("notice", "expectation.link.revoked");
        return "redirect:/expectations/{id}/links";
    }

    private String mailto(ExpectationDetails it, String link, Locale locale) {
        var language = it.heading().contactLanguage() == null ? locale
                : Locale.forLanguageTag(it.heading().contactLanguage());
        var subject = messages.getMessage("expectation.link.mail.subject", new Object[] { it.number() }, language);
        var body = messages.getMessage("expectation.link.mail.body", new Object[] { it.heading().contactName(),
                it.understood() == null ? it.verbatim() : it.understood(), link }, language);
        var to = it.heading().contactEmail() == null ? "" : it.heading().contactEmail();
        return "mailto:" + UriUtils.encode(to, UTF_8) + "?subject=" + UriUtils.encode(subject, UTF_8) + "&body="
                + UriUtils.encode(body, UTF_8);
    }

}
