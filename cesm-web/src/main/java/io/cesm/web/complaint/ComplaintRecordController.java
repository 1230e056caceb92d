package io.cesm.web.complaint;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.DocumentingComplaints;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.GradingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.people.CurrentActor;
import io.cesm.web.layout.Overtaken;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one complaint, and what is done on it without leaving it. */
@Controller
@RequestMapping("/complaints/{id}")
class ComplaintRecordController {

    private static final String BACK = "redirect:/complaints/{id}";

    private final HandlingComplaints handling;

    private final FilingComplaints filing;

    private final GradingComplaints grading;

    private final DocumentingComplaints documents;

    private final ComplaintBook book;

    private final ComplaintPage page;

    private final ComplaintChoices choices;

    private final Overtaken overtaken;

    private final CurrentActor current;

    ComplaintRecordController(HandlingComplaints handling, FilingComplaints filing, GradingComplaints grading,
            DocumentingComplaints documents, ComplaintBook book, ComplaintPage page, ComplaintChoices choices,
            Overtaken overtaken, CurrentActor current) {
        this.handling = handling;
        this.filing = filing;
        this.grading = grading;
        this.documents = documents;
        this.book = book;
        this.page = page;
        this.choices = choices;
        this.overtaken = overtaken;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String show(@PathVariable ComplaintId id, Model model, Locale locale) {
        return page.show(id, model, locale);
    }

    @GetMapping("/edit")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String edit(@PathVariable ComplaintId id, Model model, Locale locale) {
        var it = book.require(id);
        model.addAttribute("form", ComplaintForm.of(it));
        return form(it, model, locale);
    }

    @PostMapping("/edit")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String correct(@PathVariable ComplaintId id, @Valid @ModelAttribute("form") ComplaintForm form,
            BindingResult errors, Model model, Locale locale, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes flash) {
        var it = book.require(id);
        var contact = Ids.contact(form.contact());
        if (!FormTry.succeedsUnlessOvertaken(errors, () -> filing.correct(id, form.version(),
                form.by(it.heading().customer(), contact == null ? it.heading().contact() : contact)))) {
            var late = FormTry.isOvertaken(errors);
            response.setStatus(late ? 409 : 422);
            var now = book.require(id);
            if (late) {
                model.addAllAttributes(overtaken.by(request, ComplaintForm.of(now).stored(),
                        choices.contacts(now.heading().customer())));
            }
            return form(now, model, locale);
        }
        flash.addFlashAttribute("notice", "complaint.corrected");
        return BACK;
    }

    /**
     * What the fields show and the version they are sent with come from one reading: of
     * two, the second may be younger.
     */
    private String form(ComplaintDetails it, Model model, Locale locale) {
        model.addAttribute("it", it);
        model.addAttribute("contacts", choices.contacts(it.heading().customer()));
        choices.addVocabulary(model, locale);
        return "complaint/edit";
    }

    /** Writes among us, or notes what was said between us and the customer. */
    @PostMapping("/messages")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String say(@PathVariable ComplaintId id, @RequestParam MessageKind kind, @RequestParam String words,
            @RequestParam @Nullable ComplaintChannel channel, @RequestParam @Nullable List<MultipartFile> files,
            @RequestParam @Nullable List<UUID> parties, RedirectAttributes flash) {
        handling.say(id, kind, words, channel, ComplaintUploads.of(files), parties == null ? List.of() : parties);
        flash.addFlashAttribute("notice", "complaint.said." + kind);
        return BACK + "#messages";
    }

    @PostMapping("/owner")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String assign(@PathVariable ComplaintId id, @RequestParam String owner, @RequestParam long version,
            RedirectAttributes flash) {
        var wanted = Ids.staff(owner);
        handling.assign(id, version, wanted);
        flash.addFlashAttribute("notice",
                Objects.equals(wanted, current.actor().staff()) ? "complaint.handover.accepted" : "complaint.assigned");
        return BACK;
    }

    @PostMapping("/watch")
    @PreAuthorize("hasAuthority('VIEW')")
    String watch(@PathVariable ComplaintId id, @RequestParam boolean wanted, RedirectAttributes flash) {
        handling.watch(id, wanted);
        flash.addFlashAttribute("notice", wanted ? "complaint.watching" : "complaint.watching.no");
        return BACK;
    }

    @PostMapping("/grade")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String grade(@PathVariable ComplaintId id, @RequestParam int grade, @RequestParam @Nullable String because,
            @RequestParam long version, RedirectAttributes flash) {
        grading.change(id, version, grade, because);
        flash.addFlashAttribute("notice", "complaint.graded");
        return BACK + "#grade";
    }

    /** A second person agrees to a lower grade, or does not. */
    @PostMapping("/grade/decision")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String decide(@PathVariable ComplaintId id, @RequestParam boolean agreed, @RequestParam long version,
            RedirectAttributes flash) {
        grading.decide(id, version, agreed);
        flash.addFlashAttribute("notice", "complaint.graded");
        return BACK + "#grade";
    }

    /** Judges impact and urgency anew. */
    @PostMapping("/grade/factors")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String regrade(@PathVariable ComplaintId id, @RequestParam int impact, @RequestParam int urgency,
            @RequestParam(defaultValue = "false") boolean publicity, @RequestParam long version,
            RedirectAttributes flash) {
        grading.regrade(id, version, impact, urgency, publicity);
        flash.addFlashAttribute("notice", "complaint.graded");
        return BACK + "#grade";
    }

    @PostMapping("/files")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String attach(@PathVariable ComplaintId id, @RequestParam List<MultipartFile> files, RedirectAttributes flash) {
        documents.attach(id, ComplaintUploads.of(files));
        flash.addFlashAttribute("notice", "complaint.files.added");
        return BACK + "#files";
    }

}
