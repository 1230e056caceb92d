package io.cesm.web.fielding;

import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactFile.PointRow;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.fielding.AskingByPhone;
import io.cesm.satisfaction.fielding.SurveyId;
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

/** From somebody's page into a phone interview of a survey in the field. */
@Controller
@RequestMapping("/contacts/{id}/phone")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class PhoneController {

    private final AskingByPhone asking;

    private final ContactFile contacts;

    PhoneController(AskingByPhone asking, ContactFile contacts) {
        this.asking = asking;
        this.contacts = contacts;
    }

    @GetMapping
    String choose(@PathVariable ContactId id, Model model) {
        return page(id, null, model);
    }

    @PostMapping
    String begin(@PathVariable ContactId id, @RequestParam SurveyId survey, Model model, HttpServletResponse response) {
        try {
            return "redirect:/surveys/" + survey + "/interview/" + asking.begin(survey, id);
        }
        catch (Refusal refused) {
            response.setStatus(422);
            return page(id, refused, model);
        }
    }

    private String page(ContactId id, @Nullable Refusal refused, Model model) {
        model.addAttribute("contact", contacts.head(id));
        model.addAttribute("phones",
                contacts.points(id)
                    .stream()
                    .filter(it -> it.kind() == PointKind.PHONE && !it.former())
                    .map(PointRow::value)
                    .toList());
        model.addAttribute("surveys", asking.surveys(id));
        model.addAttribute("refused", refused);
        return "fielding/phone";
    }

}
