package io.cesm.web.complaint;

import java.util.Locale;

import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.IncidentBook;
import io.cesm.domain.complaint.SplittingComplaints;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a complaint belongs together with: its incident, what it was taken out of. */
@Component
@Order(90)
class KinshipSection implements ComplaintSection {

    private final IncidentBook incidents;

    private final SplittingComplaints splitting;

    KinshipSection(IncidentBook incidents, SplittingComplaints splitting) {
        this.incidents = incidents;
        this.splitting = splitting;
    }

    @Override
    public String fill(ComplaintDetails it, boolean mayEdit, Model model, Locale locale) {
        model.addAttribute("incident", incidents.of(it.id()).orElse(null));
        model.addAttribute("origin", splitting.origin(it.id()).orElse(null));
        model.addAttribute("parts", splitting.parts(it.id()));
        return "complaint/beside :: kinship";
    }

}
