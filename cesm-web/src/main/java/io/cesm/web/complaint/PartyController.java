package io.cesm.web.complaint;

import java.time.Clock;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.LetIn;
import io.cesm.domain.complaint.LettingPartiesIn;
import io.cesm.web.people.FormTry;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The parties of a complaint: letting them in, their links, and seeing them out. */
@Controller
@RequestMapping("/complaints/{id}/parties")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class PartyController {

    private static final String BACK = "redirect:/complaints/{id}/parties";

    private final LettingPartiesIn letting;

    private final ComplaintBook book;

    private final ComplaintChoices choices;

    private final PublicAddress address;

    private final Clock clock;

    PartyController(LettingPartiesIn letting, ComplaintBook book, ComplaintChoices choices, PublicAddress address,
            Clock clock) {
        this.letting = letting;
        this.book = book;
        this.choices = choices;
        this.address = address;
        this.clock = clock;
    }

    /** Whom to let in: a person of the customer, or somebody else. */
    record PartyForm(@Nullable String contact, @Size(max = 120) @Nullable String name,
            @Size(max = 200) @Nullable String company, @Size(max = 254) @Nullable String address,
            @Nullable String language, @NotBlank @Size(max = 200) @Nullable String topic) {

        LetIn wish() {
            return new LetIn(Ids.contact(contact), name, company, address, language, topic);
        }

    }

    @GetMapping
    String show(@PathVariable ComplaintId id, Model model) {
        model.addAttribute("form", new PartyForm(null, null, null, null, null, null));
        return page(id, model);
    }

    @PostMapping
    String letIn(@PathVariable ComplaintId id, @Valid @ModelAttribute("form") PartyForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> letting.letIn(id, form.wish()))) {
            response.setStatus(422);
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "party.let_in");
        return BACK;
    }

    /** Shows the link of a party, to copy it. */
    @PostMapping("/{party}/show")
    String reveal(@PathVariable ComplaintId id, @PathVariable UUID party, Model model, HttpServletResponse response) {
        model.addAttribute("link", address.link("/c/room/" + letting.token(id, party)));
        response.setHeader("Cache-Control", "no-store");
        return show(id, model);
    }

    @PostMapping("/{party}/remove")
    String remove(@PathVariable ComplaintId id, @PathVariable UUID party, RedirectAttributes flash) {
        letting.remove(id, party);
        flash.addFlashAttribute("notice", "party.removed");
        return BACK;
    }

    private String page(ComplaintId id, Model model) {
        var it = book.require(id);
        var contacts = choices.contacts(it.heading().customer());
        model.addAttribute("it", it);
        model.addAttribute("parties", letting.of(id));
        model.addAttribute("contacts", contacts);
        model.addAttribute("now", clock.instant());
        return "complaint/parties";
    }

}
