package io.cesm.web.complaint;

import java.util.Locale;

import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.LettingPartiesIn;
import io.cesm.domain.complaint.Party;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who else is in a complaint beside who complained. */
@Component
@Order(80)
class PartySection implements ComplaintSection {

    private final LettingPartiesIn letting;

    PartySection(LettingPartiesIn letting) {
        this.letting = letting;
    }

    @Override
    public String fill(ComplaintDetails it, boolean mayEdit, Model model, Locale locale) {
        model.addAttribute("parties", letting.of(it.id()).stream().filter(Party::isIn).toList());
        return "complaint/party :: section";
    }

}
