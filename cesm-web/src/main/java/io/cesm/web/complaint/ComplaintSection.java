package io.cesm.web.complaint;

import java.util.Locale;

import io.cesm.domain.complaint.ComplaintDetails;
import org.springframework.ui.Model;

/** A part of the page of a complaint that another feature brings along. */
public interface ComplaintSection {

    /**
     * Puts what the part shows into the model.
     * @return its fragment, such as {@code playbook/parts :: section}
     */
    String fill(ComplaintDetails it, boolean mayEdit, Model model, Locale locale);

}
