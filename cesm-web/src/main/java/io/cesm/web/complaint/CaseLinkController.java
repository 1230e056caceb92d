package io.cesm.web.complaint;

import java.time.Clock;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
 * The customer's own page of a complaint: a link to mail or to copy, and taking it back.
 */
@Controller
@RequestMapping("/complaints/{id}/links")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class CaseLinkController {

    private static final String BACK = "redirect:/complaints/{id}/links";

    private final OfferingCaseLinks offering;

    private final ComplaintBook book;

    private final ComplaintChoices choices;

    private final PublicAddress address;

    private final Clock clock;

    CaseLinkController(OfferingCaseLinks offering, ComplaintBook book, ComplaintChoices choices, PublicAddress address,
            Clock clock) {
        this.offering = offering;
        this.book = book;
        this.choices = choices;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable ComplaintId id, Model model) {
        var it = book.require(id);
        model.addAttribute("it", it);
        model.addAttribute("links", offering.of(id));
        model.addAttribute("contacts", choices.contacts(it.heading().customer()));
        model.addAttribute("now", clock.instant());
        return "complaint/links";
    }

    /** Makes a link, or finds the one the person has, and shows it. */
    @PostMapping
    String offer(@PathVariable ComplaintId id, @RequestParam @Nullable String contact, Model model,
            HttpServletResponse response) {
        return reveal(id, offering.offer(id, Ids.contact(contact)), model, response);
    }

    /** Shows a link once more, to copy it. */
    @PostMapping("/{link}/show")
    String reveal(@PathVariable ComplaintId id, @PathVariable UUID link, Model model, HttpServletResponse response) {
        model.addAttribute("link", address.link("/c/case/" + offering.token(id, link)));
        response.setHeader("Cache-Control", "no-store");
        return show(id, model);
    }

    @PostMapping("/{link}/mail")
    String mail(@PathVariable ComplaintId id, @PathVariable UUID link, RedirectAttributes flash) {
        offering.mail(id, link);
        flash.addFlashAttribute("notice", "case.link.mailed");
        return BACK;
    }

    @PostMapping("/{link}/revoke")
    String revoke(@PathVariable ComplaintId id, @PathVariable UUID link, RedirectAttributes flash) {
        offering.revoke(id, link);
        flash.addFlashAttribute("notice", "case.link.revoked");
        return BACK;
    }

}
