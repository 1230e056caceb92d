package io.cesm.web.topissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.Attachment;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.topissue.DocumentingTopIssues;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.NominatingTopIssues;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.WordsToNumbers;
import io.cesm.governance.topissue.FindingEvidence;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.web.people.FormTry;
import io.cesm.web.topissue.TopIssueForms.CauseForm;
import io.cesm.web.topissue.TopIssueForms.IssueForm;
import io.cesm.web.topissue.TopIssueForms.PlanForm;
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

/** The page of one TOP issue, and what is noted on it. */
@Controller
@RequestMapping("/top-issues/{id}")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class TopIssueRecordController {

    private static final String BACK = "redirect:/top-issues/{id}";

    private static final int MOST_FILES = 10;

    private final TopIssuePage page;

    private final TopIssueBook book;

    private final NominatingTopIssues nominating;

    private final LeadingTopIssues leading;

    private final DocumentingTopIssues documents;

    private final RaisingTopIssues raising;

    private final FindingEvidence evidence;

    private final TopIssueChoices choices;

    private final SurveyItemNames itemNames;

    TopIssueRecordController(TopIssuePage page, TopIssueBook book, NominatingTopIssues nominating,
            LeadingTopIssues leading, DocumentingTopIssues documents, RaisingTopIssues raising,
            FindingEvidence evidence, TopIssueChoices choices, SurveyItemNames itemNames) {
        this.page = page;
        this.book = book;
        this.nominating = nominating;
        this.leading = leading;
        this.documents = documents;
        this.raising = raising;
        this.evidence = evidence;
        this.choices = choices;
        this.itemNames = itemNames;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String show(@PathVariable TopIssueId id, Model model, Locale locale) {
        return page.show(id, model, locale);
    }

    @GetMapping("/edit")
    String edit(@PathVariable TopIssueId id, Model model, Locale locale) {
        model.addAttribute("form", IssueForm.of(book.require(id)));
        return form("topissue/edit", id, model, locale);
    }

    @PostMapping("/edit")
    String correct(@PathVariable TopIssueId id, @Valid @ModelAttribute("form") IssueForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var it = book.require(id);
        if (!FormTry.succeeds(errors, () -> nominating.correct(id, form.version(),
                form.by(List.of(it.heading().customer()), List.of()), form.statement()))) {
            response.setStatus(422);
            return form("topissue/edit", id, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.corrected");
        return BACK;
    }

    @GetMapping("/plan")
    String plan(@PathVariable TopIssueId id, Model model, Locale locale) {
        model.addAttribute("form", PlanForm.of(book.require(id)));
        return form("topissue/plan", id, model, locale);
    }

    @PostMapping("/plan")
    String plan(@PathVariable TopIssueId id, @Valid @ModelAttribute("form") PlanForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> leading.plan(id, form.version(), form.wish(), form.because()))) {
            response.setStatus(422);
            return form("topissue/plan", id, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.plan.saved");
        return BACK + "#plan";
    }

    @GetMapping("/cause")
    String cause(@PathVariable TopIssueId id, Model model, Locale locale) {
        model.addAttribute("form", CauseForm.of(book.require(id)));
        return form("topissue/cause", id, model, locale);
    }

    @PostMapping("/cause")
    String cause(@PathVariable TopIssueId id, @Valid @ModelAttribute("form") CauseForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> leading.explain(id, form.version(), form.whys(), form.cause(), form.rootCause()))) {
            response.setStatus(422);
            return form("topissue/cause", id, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.cause.saved");
        return BACK + "#cause";
    }

    private String form(String view, TopIssueId id, Model model, Locale locale) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("staff", choices.staff(id));
        model.addAttribute("known", itemNames.all(locale));
        model.addAttribute("hints", hints(book.require(id)));
        choices.addVocabulary(model, locale);
        return view;
    }

    private static List<WordsToNumbers.Hint> hints(TopIssueDetails it) {
        var hints = new ArrayList<>(WordsToNumbers.in(it.statement()));
        hints.addAll(WordsToNumbers.in(it.plan().measure()));
        return hints;
    }

    @PostMapping("/owner")
    String propose(@PathVariable TopIssueId id, @RequestParam String owner, @RequestParam long version,
            RedirectAttributes flash) {
        leading.propose(id, version, IssueIds.staff(owner));
        flash.addFlashAttribute("notice", "topissue.owner.proposed");
        return BACK;
    }

    /** The one who was proposed agrees. */
    @PostMapping("/owner/agree")
    String agree(@PathVariable TopIssueId id, RedirectAttributes flash) {
        leading.agree(id);
        flash.addFlashAttribute("notice", "topissue.owner.agreed");
        return BACK;
    }

    @PostMapping("/owner/decline")
    String decline(@PathVariable TopIssueId id, @RequestParam @Nullable String because, RedirectAttributes flash) {
        leading.decline(id, because);
        flash.addFlashAttribute("notice", "topissue.owner.declined");
        return BACK;
    }

    @PostMapping("/customers")
    String affect(@PathVariable TopIssueId id, @RequestParam @Nullable String customer,
            @RequestParam(required = false) @Nullable String customerText, RedirectAttributes flash) {
        nominating.affect(id, required(customer));
        flash.addFlashAttribute("notice", "topissue.customer.added");
        return BACK + "#customers";
    }

    @PostMapping("/customers/release")
    String release(@PathVariable TopIssueId id, @RequestParam @Nullable String customer, RedirectAttributes flash) {
        nominating.release(id, required(customer));
        flash.addFlashAttribute("notice", "topissue.customer.removed");
        return BACK + "#customers";
    }

    private static CustomerId required(@Nullable String customer) {
        var id = IssueIds.customer(customer);
        if (id == null) {
            throw new FieldRefusal("customer", "topissue.customer_missing");
        }
        return id;
    }

    /** Attaches records by the numbers people quote. */
    @PostMapping("/evidence")
    String attach(@PathVariable TopIssueId id, @RequestParam String numbers, RedirectAttributes flash) {
        int kept = raising.attach(id, evidence.ofNumbers(numbers));
        flash.addFlashAttribute("notice", "topissue.evidence.added");
        flash.addFlashAttribute("noticeArgs", new Object[] { kept });
        return BACK + "#evidence";
    }

    @PostMapping("/evidence/{record}/remove")
    String detach(@PathVariable TopIssueId id, @PathVariable UUID record, RedirectAttributes flash) {
        nominating.detach(id, record);
        flash.addFlashAttribute("notice", "topissue.evidence.removed");
        return BACK + "#evidence";
    }

    @PostMapping("/files")
    String attach(@PathVariable TopIssueId id, @RequestParam List<MultipartFile> files, RedirectAttributes flash)
            throws java.io.IOException {
        var attachments = new ArrayList<Attachment>();
        for (var file : files) {
            if (!file.isEmpty()) {
                attachments.add(new Attachment(file.getOriginalFilename(), file.getBytes()));
            }
        }
        if (attachments.size() > MOST_FILES) {
            throw new Refusal("topissue.files.too_many", MOST_FILES);
        }
        documents.attach(id, attachments);
        flash.addFlashAttribute("notice", "topissue.files.added");
        return BACK + "#files";
    }

}
