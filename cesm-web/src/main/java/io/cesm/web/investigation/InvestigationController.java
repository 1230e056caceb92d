package io.cesm.web.investigation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitName;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.investigation.InvestigatingComplaints;
import io.cesm.governance.investigation.Investigation;
import io.cesm.governance.investigation.Investigation.ActionKind;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.web.layout.IdText;
import io.cesm.web.pdf.PdfWriting;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/** Looking into a complaint: one page for all eight disciplines, and the report. */
@Controller
@RequestMapping("/complaints/{id}/8d")
class InvestigationController {

    private static final String BACK = "redirect:/complaints/{id}/8d";

    private static final int MOST = 500;

    private final InvestigatingComplaints investigating;

    private final ComplaintBook complaints;

    private final ContactBook contacts;

    private final LessonBook lessons;

    private final PdfWriting writing;

    private final MessageSource messages;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    InvestigationController(InvestigatingComplaints investigating, ComplaintBook complaints, ContactBook contacts,
            LessonBook lessons, PdfWriting writing, MessageSource messages, CurrentActor current, Clock clock,
            JdbcClient jdbc) {
        this.investigating = investigating;
        this.complaints = complaints;
        this.contacts = contacts;
        this.lessons = lessons;
        this.writing = writing;
        this.messages = messages;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable ComplaintId id, Model model) {
        var it = complaints.require(id);
        var found = investigating.find(id);
        model.addAttribute("form", found.map(InvestigationForm::of).orElseGet(() -> InvestigationForm.begun(it)));
        return page(it, found.orElse(null), model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String write(@PathVariable ComplaintId id, @Valid @ModelAttribute("form") InvestigationForm form,
            BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var it = complaints.require(id);
        if (!FormTry.succeeds(errors, () -> investigating.write(id, form.version(), form.wish()))) {
            response.setStatus(422);
            return page(it, investigating.find(id).orElse(null), model);
        }
        flash.addFlashAttribute("notice", "investigation.written");
        return BACK;
    }

    private String page(ComplaintDetails it, @Nullable Investigation found, Model model) {
        model.addAttribute("it", it);
        model.addAttribute("found", found);
        model.addAttribute("mayEdit", current.actor().may(Right.COMPLAINT_EDIT) && (found == null || found.isOpen()));
        var me = current.actor().staff();
        model.addAttribute("confirms", found != null && me != null && !me.equals(found.changedBy()));
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("d8ActionKinds", ActionKind.values());
        model.addAttribute("staff", staff());
        model.addAttribute("lessons", lessons.of(it.id().id()));
        model.addAttribute("today", CompanyTime.today(clock));
        return "investigation/page";
    }

    private Map<String, String> staff() {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql("select s.id, s.name, " + UnitName.sql("u")
                + " as unit from staff s join org_unit u on u.id = s.unit_id"
                + " where s.status = 'ACTIVE' order by s.name, s.id limit :most")
            .param("most", MOST)
            .query(rs -> {
                choices.put(rs.getObject("id", UUID.class).toString(),
                        rs.getString("name") + " · " + rs.getString("unit"));
            });
        return choices;
    }

    /** A second person agrees that this is the cause. */
    @PostMapping("/confirm")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String confirm(@PathVariable ComplaintId id, @RequestParam long version, RedirectAttributes flash) {
        investigating.confirm(id, version);
        flash.addFlashAttribute("notice", "investigation.confirmed");
        return BACK;
    }

    @PostMapping("/actions")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String plan(@PathVariable ComplaintId id, @RequestParam ActionKind kind, @RequestParam String what,
            @RequestParam @Nullable String forCustomer, @RequestParam String owner, @RequestParam LocalDate dueOn,
            RedirectAttributes flash) {
        investigating.plan(id, kind, what, forCustomer, IdText.required(owner, "owner", StaffId::of), dueOn);
        flash.addFlashAttribute("notice", "investigation.planned");
        return BACK + "#actions";
    }

    @PostMapping("/actions/{action}/implemented")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String implemented(@PathVariable ComplaintId id, @PathVariable UUID action,
            @RequestParam @Nullable LocalDate on, RedirectAttributes flash) {
        investigating.implemented(id, action, on);
        flash.addFlashAttribute("notice", "investigation.action.noted");
        return BACK + "#actions";
    }

    @PostMapping("/actions/{action}/validated")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String validated(@PathVariable ComplaintId id, @PathVariable UUID action,
            @RequestParam @Nullable LocalDate on, @RequestParam String evidence, RedirectAttributes flash) {
        investigating.validated(id, action, on, evidence);
        flash.addFlashAttribute("notice", "investigation.action.noted");
        return BACK + "#actions";
    }

    @PostMapping("/close")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String close(@PathVariable ComplaintId id, @RequestParam long version, RedirectAttributes flash) {
        investigating.close(id, version);
        flash.addFlashAttribute("notice", "investigation.ended");
        return BACK;
    }

    /** What the customer will read. */
    @GetMapping("/report")
    @PreAuthorize("hasAuthority('VIEW')")
    public String report(@PathVariable ComplaintId id, Model model) {
        var it = complaints.require(id);
        model.addAttribute("it", it);
        model.addAttribute("report", report(it));
        return "investigation/report";
    }

    @GetMapping("/report.pdf")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<byte[]> pdf(@PathVariable ComplaintId id) {
        var it = complaints.require(id);
        return writing.file(report(it).pdf(CompanyTime.today(clock).toString()), it.number() + "-8D.pdf");
    }

    private CustomerReport report(ComplaintDetails it) {
        var found = investigating.find(it.id()).orElseThrow(UnknownThing::new);
        var language = contacts.find(it.heading().contact()).map(each -> each.language()).orElse(null);
        return CustomerReport.of(it, found, messages,
                language == null || language.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH);
    }

}
