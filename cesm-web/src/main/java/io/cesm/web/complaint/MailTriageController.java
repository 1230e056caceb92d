package io.cesm.web.complaint;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ReceivedMail;
import io.cesm.domain.complaint.TriagingMails;
import io.cesm.domain.customer.ContactBook;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails nobody could be sure about: whose are they, and what becomes of them? */
@Controller
@RequestMapping("/complaints/mails")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class MailTriageController {

    /** What somebody has to do comes first. */
    private static final List<ReceivedMail.State> TABS = List.of(ReceivedMail.State.UNASSIGNED,
            ReceivedMail.State.FILED, ReceivedMail.State.APPENDED, ReceivedMail.State.IGNORED);

    private static final int PAGE = 30;

    private static final int CANDIDATES = 12;

    private final TriagingMails triaging;

    private final ContactBook contacts;

    MailTriageController(TriagingMails triaging, ContactBook contacts) {
        this.triaging = triaging;
        this.contacts = contacts;
    }

    /**
     * What a person decides about a mail.
     *
     * @param who text by which the sender is looked for
     * @param customer where somebody new works
     * @param remember whether the address belongs to the chosen person from now on
     * @param number of the complaint the mail belongs to
     */
    record Decision(@Size(max = 200) @Nullable String who, @Nullable String contact, @Nullable String customer,
            @Size(max = 200) @Nullable String customerText, @Size(max = 120) @Nullable String name,
            @Nullable Boolean remember, @Size(max = 40) @Nullable String number,
            @Size(max = 1000) @Nullable String note) {
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "UNASSIGNED") ReceivedMail.State state,
            @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", triaging.slice(state, PAGE, cursor));
        model.addAttribute("state", state);
        model.addAttribute("states", TABS);
        return "complaint/mails";
    }

    @GetMapping("/{mail}")
    String show(@PathVariable UUID mail, @RequestParam @Nullable String who, Model model) {
        model.addAttribute("form", new Decision(who, null, null, null, null, true, null, null));
        return page(mail, who, model);
    }

    @PostMapping("/{mail}/file")
    String file(@PathVariable UUID mail, @Valid @ModelAttribute("form") Decision form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        var contact = Ids.contact(form.contact());
        var customer = Ids.customer(form.customer());
        if (contact == null && customer == null) {
            errors.rejectValue("who", "mail.choose");
        }
        return done(mail, form, errors, model, response, flash, "mail.filed",
                () -> model.addAttribute("made",
                        contact != null ? triaging.file(mail, contact, Boolean.TRUE.equals(form.remember()))
                                : triaging.fileForNew(mail, java.util.Objects.requireNonNull(customer), form.name())));
    }

    @PostMapping("/{mail}/append")
    String append(@PathVariable UUID mail, @Valid @ModelAttribute("form") Decision form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        return done(mail, form, errors, model, response, flash, "mail.appended",
                () -> model.addAttribute("made", triaging.append(mail, form.number())));
    }

    @PostMapping("/{mail}/ignore")
    String ignore(@PathVariable UUID mail, @Valid @ModelAttribute("form") Decision form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        return done(mail, form, errors, model, response, flash, "mail.ignored",
                () -> triaging.ignore(mail, form.note()));
    }

    private String done(UUID mail, Decision form, BindingResult errors, Model model, HttpServletResponse response,
            RedirectAttributes flash, String notice, Runnable work) {
        if (!FormTry.succeeds(errors, work)) {
            response.setStatus(422);
            return page(mail, form.who(), model);
        }
        flash.addFlashAttribute("notice", notice);
        var made = model.getAttribute("made");
        return made == null ? "redirect:/complaints/mails" : "redirect:/complaints/" + made;
    }

    private String page(UUID mail, @Nullable String who, Model model) {
        var it = triaging.require(mail);
        model.addAttribute("it", it);
        model.addAttribute("attached", triaging.files(mail));
        var text = who == null || who.isBlank() ? it.from() : who;
        model.addAttribute("candidates", contacts.suggest(null, text, CANDIDATES));
        return "complaint/mail";
    }

}
