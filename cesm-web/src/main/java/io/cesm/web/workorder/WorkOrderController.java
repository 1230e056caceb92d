package io.cesm.web.workorder;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.UnitName;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.workorder.DispatchingWork;
import io.cesm.governance.workorder.NotDone;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.governance.workorder.WorkOrderId;
import io.cesm.governance.workorder.WorkOrderState;
import io.cesm.web.layout.Counted;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Work orders: the list, sending somebody out, and the page they use on site. */
@Controller
class WorkOrderController {

    private static final String BACK = "redirect:/work-orders/{id}";

    private static final int PAGE = 25;

    private static final int COUNT_UP_TO = 1000;

    private static final int MOST = 500;

    private final WorkOrderBook book;

    private final DispatchingWork dispatching;

    private final ComplaintBook complaints;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    WorkOrderController(WorkOrderBook book, DispatchingWork dispatching, ComplaintBook complaints, CurrentActor current,
            Clock clock, JdbcClient jdbc) {
        this.book = book;
        this.dispatching = dispatching;
        this.complaints = complaints;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/work-orders")
    @PreAuthorize("hasAuthority('VIEW')")
    public String list(@ModelAttribute("query") WorkOrderQuery query, Model model) {
        var filter = query.filter(current.actor());
        model.addAttribute("slice", book.slice(filter, PAGE, query.cursor()));
        model.addAttribute("count", new Counted(book.count(filter, COUNT_UP_TO), COUNT_UP_TO));
        model.addAttribute("states", WorkOrderState.values());
        model.addAttribute("moment", clock.instant());
        return "workorder/list";
    }

    /** First-time fix by unit, product or person. */
    @GetMapping("/work-orders/figures")
    @PreAuthorize("hasAuthority('VIEW')")
    public String figures(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to,
            @RequestParam WorkOrderBook.@Nullable By by, Model model) {
        var last = to == null ? CompanyTime.today(clock) : to;
        var first = from == null ? last.minusYears(1) : from;
        var which = by == null ? WorkOrderBook.By.UNIT : by;
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("by", which);
        model.addAttribute("groups", WorkOrderBook.By.values());
        model.addAttribute("rows",
                book.firstTimeFix(which, CompanyTime.startOf(first), CompanyTime.startOf(last.plusDays(1))));
        return "workorder/figures";
    }

    @GetMapping("/complaints/{id}/work-orders/new")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String blank(@PathVariable ComplaintId id, Model model) {
        var it = complaints.require(id);
        var morning = LocalDateTime.of(CompanyTime.today(clock).plusDays(1), LocalTime.of(9, 0));
        model.addAttribute("form", new WorkOrderForms.Dispatch(it.owner() == null ? null : it.owner().id().toString(),
                it.subject(), address(it), morning, morning.plusHours(3), null));
        return form(it, null, model);
    }

    @PostMapping("/complaints/{id}/work-orders/new")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String dispatch(@PathVariable ComplaintId id, @Valid @ModelAttribute("form") WorkOrderForms.Dispatch form,
            BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var it = complaints.require(id);
        var made = new AtomicReference<@Nullable WorkOrderId>();
        if (!FormTry.succeeds(errors, () -> made.set(dispatching.dispatch(id, form.wish(), false)))) {
            response.setStatus(422);
            return form(it, null, model);
        }
        flash.addFlashAttribute("notice", "workorder.dispatched");
        return "redirect:/work-orders/" + made.get();
    }

    @GetMapping("/work-orders/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable WorkOrderId id, Model model) {
        var it = book.require(id);
        model.addAttribute("form", WorkOrderForms.Finish.blank(it.version()));
        return page(it, model);
    }

    private String page(WorkOrder it, Model model) {
        var actor = current.actor();
        var leads = actor.roles().contains(Role.MANAGER) || actor.roles().contains(Role.OFFICE);
        var mayEdit = actor.may(Right.COMPLAINT_EDIT);
        model.addAttribute("it", it);
        model.addAttribute("evidence", book.evidence(it.id()));
        model.addAttribute("mine", mayEdit && (leads || it.assignee().equals(actor.staff())));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("reasons", NotDone.values());
        model.addAttribute("moment", clock.instant());
        return "workorder/record";
    }

    @GetMapping("/work-orders/{id}/edit")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String edit(@PathVariable WorkOrderId id, Model model) {
        var it = book.require(id);
        model.addAttribute("form", WorkOrderForms.Dispatch.of(it));
        return form(null, it, model);
    }

    @PostMapping("/work-orders/{id}/edit")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String replan(@PathVariable WorkOrderId id, @Valid @ModelAttribute("form") WorkOrderForms.Dispatch form,
            BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var it = book.require(id);
        if (!FormTry.succeeds(errors,
                () -> dispatching.replan(id, requireNonNullElse(form.version(), -1L), form.wish()))) {
            response.setStatus(422);
            return form(null, it, model);
        }
        flash.addFlashAttribute("notice", "workorder.replanned");
        return BACK;
    }

    private String form(@Nullable ComplaintDetails complaint, @Nullable WorkOrder it, Model model) {
        model.addAttribute("complaint", complaint);
        model.addAttribute("it", it);
        model.addAttribute("staff", staff());
        return "workorder/form";
    }

    @PostMapping("/work-orders/{id}/leave")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String leave(@PathVariable WorkOrderId id, @RequestParam long version, RedirectAttributes flash) {
        dispatching.leave(id, version);
        flash.addFlashAttribute("notice", "workorder.left");
        return BACK;
    }

    @PostMapping("/work-orders/{id}/arrive")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String arrive(@PathVariable WorkOrderId id, @RequestParam long version, RedirectAttributes flash) {
        dispatching.arrive(id, version);
        flash.addFlashAttribute("notice", "workorder.arrived");
        return BACK;
    }

    /** What was done, with parts, photos and the customer's signature. */
    @PostMapping("/work-orders/{id}/done")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String finish(@PathVariable WorkOrderId id, @Valid @ModelAttribute("form") WorkOrderForms.Finish form,
            BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var it = book.require(id);
        if (!FormTry.succeeds(errors,
                () -> dispatching.finish(id, requireNonNullElse(form.version(), -1L), form.wish()))) {
            response.setStatus(422);
            return page(it, model);
        }
        flash.addFlashAttribute("notice", "workorder.done");
        return BACK;
    }

    @PostMapping("/work-orders/{id}/not-done")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String fail(@PathVariable WorkOrderId id, @RequestParam long version, @RequestParam @Nullable NotDone reason,
            @RequestParam @Nullable String words, RedirectAttributes flash) {
        dispatching.fail(id, version, reason, words);
        flash.addFlashAttribute("notice", "workorder.not_done");
        return BACK;
    }

    @PostMapping("/work-orders/{id}/cancel")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String cancel(@PathVariable WorkOrderId id, @RequestParam long version, @RequestParam @Nullable String words,
            RedirectAttributes flash) {
        dispatching.cancel(id, version, words);
        flash.addFlashAttribute("notice", "workorder.cancelled");
        return BACK;
    }

    private @Nullable String address(ComplaintDetails it) {
        return jdbc.sql("select address from customer where id = :id and address is not null")
            .param("id", it.heading().customer().id())
            .query((rs, i) -> rs.getString(1))
            .optional()
            .orElse(null);
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

}
