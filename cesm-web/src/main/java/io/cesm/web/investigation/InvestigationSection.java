package io.cesm.web.investigation;

import java.util.Locale;

import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.governance.investigation.InvestigatingComplaints;
import io.cesm.web.complaint.ComplaintSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How far the investigation is, on the page of a complaint. */
@Component
@Order(20)
class InvestigationSection implements ComplaintSection {

    private final InvestigatingComplaints investigating;

    InvestigationSection(InvestigatingComplaints investigating) {
        this.investigating = investigating;
    }

    @Override
    public String fill(ComplaintDetails it, boolean mayEdit, Model model, Locale locale) {
        model.addAttribute("investigation", investigating.find(it.id()).orElse(null));
        return "investigation/parts :: section";
    }

}
