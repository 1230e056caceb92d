package io.cesm.web.contact;

import java.time.Clock;

import io.cesm.domain.customer.ConsentGiven;
import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.TimelineBook;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/** The page of a person, and the short acts on it. */
@Controller
class ContactController {

    private final ContactFile file;

    private final ContactBook book;

    private final RegisteringContacts registering;

    private final TimelineBook timeline;

    private final CurrentActor current;

    private final Clock clock;

    ContactController(ContactFile file, ContactBook book, RegisteringContacts registering, TimelineBook timeline,
            CurrentActor current, Clock clock) {
        this.file = file;
        this.book = book;
        this.registering = registering;
        this.timeline = timeline;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/contacts/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String record(@PathVariable ContactId id, @RequestParam @Nullable String cursor, Model model) {
        var survivor = book.survivorOf(id);
        if (survivor.isPresent()) {
            return "redirect:/contacts/" + survivor.get();
        }
        model.addAttribute("contact", file.head(id));
        model.addAttribute("points", file.points(id));
        model.addAttribute("consents", file.consents(id));
        model.addAttribute("purposes", ConsentPurpose.values());
        model.addAttribute("entries", timeline.of(id.id(), 20, cursor));
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        model.addAttribute("mayCapture", current.actor().may(Right.EXPECTATION_EDIT));
        model.addAttribute("mayMerge", current.actor().may(Right.MERGE));
        return "contact/record";
    }

    @PostMapping("/contacts/{id}/consents")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String consent(@PathVariable ContactId id, @RequestParam ConsentPurpose purpose, @RequestParam boolean given,
            @RequestParam @Nullable String channel, @RequestParam @Nullable String textVersion,
            @RequestParam long version, RedirectAttributes flash) {
        registering.consent(id, new ConsentGiven(purpose, given, textVersion, channel, clock.instant()), version);
        flash.addFlashAttribute("notice", "contact.consent.saved");
        return "redirect:/contacts/{id}";
    }

    @PostMapping("/contacts/{id}/move")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String move(@PathVariable ContactId id, @RequestParam @Nullable UUID customer, @RequestParam long version,
            @RequestParam(required = false) @Nullable String customerText, RedirectAttributes flash) {
        if (customer == null) {
            throw new FieldRefusal("customer", "customer.unknown", customerText == null ? "" : customerText);
        }
        registering.move(id, new CustomerId(customer), version);
        flash.addFlashAttribute("notice", "contact.moved");
        return "redirect:/contacts/{id}";
    }

    @PostMapping("/contacts/{id}/points/{point}/delete")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String drop(@PathVariable ContactId id, @PathVariable UUID point,
            @RequestParam(defaultValue = "false") boolean keep, @RequestParam long version, RedirectAttributes flash) {
        registering.drop(id, point, keep, version);
        flash.addFlashAttribute("notice", "contact.point.dropped");
        return "redirect:/contacts/{id}";
    }

}
