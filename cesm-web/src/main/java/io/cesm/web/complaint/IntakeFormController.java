package io.cesm.web.complaint;

import java.util.UUID;

import io.cesm.domain.complaint.OfferingIntakeForms;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.web.expectation.QrPicture;
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

/** The forms of a customer: a link to send, a code to hang up, and taking them back. */
@Controller
@RequestMapping("/customers/{id}/forms")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class IntakeFormController {

    private final OfferingIntakeForms offering;

    private final CustomerBook customers;

    private final PublicAddress address;

    IntakeFormController(OfferingIntakeForms offering, CustomerBook customers, PublicAddress address) {
        this.offering = offering;
        this.customers = customers;
        this.address = address;
    }

    @GetMapping
    String show(@PathVariable CustomerId id, Model model) {
        model.addAttribute("customer", customers.require(id));
        model.addAttribute("rows", offering.of(id));
        return "complaint/forms";
    }

    @PostMapping
    String make(@PathVariable CustomerId id, @RequestParam @Nullable String label, Model model,
            HttpServletResponse response) {
        return reveal(id, offering.make(id, label), model, response);
    }

    @PostMapping("/{form}/show")
    String reveal(@PathVariable CustomerId id, @PathVariable UUID form, Model model, HttpServletResponse response) {
        var link = address.link("/c/form/" + offering.token(id, form));
        model.addAttribute("link", link);
        model.addAttribute("qr", QrPicture.of(link));
        response.setHeader("Cache-Control", "no-store");
        return show(id, model);
    }

    @PostMapping("/{form}/revoke")
    String revoke(@PathVariable CustomerId id, @PathVariable UUID form, RedirectAttributes flash) {
        offering.revoke(id, form);
        flash.addFlashAttribute("notice", "intake.revoked");
        return "redirect:/customers/{id}/forms";
    }

}
