package io.cesm.web.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DuplicateBook;
import io.cesm.domain.customer.FindingDuplicates;
import io.cesm.domain.customer.MergeKind;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that may be the same: as a list, and while somebody types a new one. */
@Controller
@RequestMapping("/duplicates")
class DuplicateController {

    private static final int PAGE = 25;

    private final DuplicateBook book;

    private final FindingDuplicates finding;

    DuplicateController(DuplicateBook book, FindingDuplicates finding) {
        this.book = book;
        this.finding = finding;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('MERGE')")
    public String list(@RequestParam(defaultValue = "CUSTOMER") MergeKind kind, @RequestParam @Nullable String cursor,
            Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", MergeKind.values());
        model.addAttribute("rows", book.open(kind, PAGE, cursor));
        return "customer/duplicates";
    }

    @PostMapping("/look")
    @PreAuthorize("hasAuthority('MERGE')")
    public String look(@RequestParam(defaultValue = "CUSTOMER") MergeKind kind, RedirectAttributes flash) {
        finding.look(1_000);
        flash.addFlashAttribute("notice", "duplicate.looked");
        return "redirect:/duplicates?kind=" + kind;
    }

    @PostMapping("/different")
    @PreAuthorize("hasAuthority('MERGE')")
    public String different(@RequestParam MergeKind kind, @RequestParam UUID first, @RequestParam UUID second,
            RedirectAttributes flash) {
        finding.different(kind, first, second);
        flash.addFlashAttribute("notice", "duplicate.dismissed");
        return "redirect:/duplicates?kind=" + kind;
    }

    @GetMapping("/customers/similar")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String customersLike(@RequestParam(defaultValue = "") String name, Model model) {
        model.addAttribute("similar", book.customersLike(name));
        return "customer/similar :: customers(rows=${similar})";
    }

    @GetMapping("/contacts/similar")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String contactsLike(@RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phones, @RequestParam(defaultValue = "") String mails,
            @RequestParam @Nullable UUID customer, Model model) {
        model.addAttribute("similar",
                book.contactsLike(customer == null ? null : new CustomerId(customer), name, typed(phones, mails)));
        return "customer/similar :: contacts(rows=${similar})";
    }

    /** What is typed so far; half a number is not an error here. */
    private static List<PointWish> typed(String phones, String mails) {
        List<PointWish> points = new ArrayList<>();
        add(PointKind.PHONE, phones, points);
        add(PointKind.EMAIL, mails, points);
        return points;
    }

    private static void add(PointKind kind, String lines, List<PointWish> points) {
        for (var line : lines.split("[\\r\\n;；、]+")) {
            try {
                var wish = new PointWish(kind, line, null, false);
                if (wish.normal().length() >= 7) {
                    points.add(wish);
                }
            }
            catch (Refusal unfinished) {
                // typed on
            }
        }
    }

}
