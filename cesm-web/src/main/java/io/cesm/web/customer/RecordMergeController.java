package io.cesm.web.customer;

import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.MergeKind;
import io.cesm.domain.customer.MergingRecords;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Compares two records, merges them field by field, and undoes it. */
@Controller
@PreAuthorize("hasAuthority('MERGE')")
class RecordMergeController {

    private final MergingRecords merging;

    private final CustomerBook customers;

    private final UnitBook units;

    RecordMergeController(MergingRecords merging, CustomerBook customers, UnitBook units) {
        this.merging = merging;
        this.customers = customers;
        this.units = units;
    }

    @GetMapping("/customers/{id}/merge")
    public String compare(@PathVariable CustomerId id, @RequestParam @Nullable UUID other, Model model) {
        customers.require(id);
        return page(MergeKind.CUSTOMER, id.id(), other, model);
    }

    @PostMapping("/customers/{id}/merge")
    public String merge(@PathVariable CustomerId id, @RequestParam UUID other,
            @RequestParam(required = false) @Nullable Set<String> take, @RequestParam long version,
            RedirectAttributes flash) {
        merging.merge(id, new CustomerId(other), take == null ? Set.of() : take, version);
        flash.addFlashAttribute("notice", "merge.done");
        return "redirect:/customers/{id}/merge";
    }

    @GetMapping("/contacts/{id}/merge")
    public String compareContacts(@PathVariable ContactId id, @RequestParam @Nullable UUID other, Model model) {
        return page(MergeKind.CONTACT, id.id(), other, model);
    }

    @PostMapping("/contacts/{id}/merge")
    public String mergeContacts(@PathVariable ContactId id, @RequestParam UUID other,
            @RequestParam(required = false) @Nullable Set<String> take, @RequestParam long version,
            RedirectAttributes flash) {
        merging.merge(id, new ContactId(other), take == null ? Set.of() : take, version);
        flash.addFlashAttribute("notice", "merge.done");
        return "redirect:/contacts/{id}/merge";
    }

    @PostMapping("/merges/{merge}/undo")
    public String undo(@PathVariable UUID merge, @RequestParam MergeKind kind, @RequestParam UUID record,
            RedirectAttributes flash) {
        merging.undo(merge);
        flash.addFlashAttribute("notice", "merge.undone");
        return "redirect:/" + (kind == MergeKind.CUSTOMER ? "customers/" : "contacts/") + record + "/merge";
    }

    private String page(MergeKind kind, UUID id, @Nullable UUID other, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("other", other);
        model.addAttribute("base", kind == MergeKind.CUSTOMER ? "/customers/" : "/contacts/");
        if (other != null) {
            model.addAttribute("preview", merging.preview(kind, id, other));
            model.addAttribute("words", new FieldWords(kind));
        }
        else {
            model.addAttribute("merges", merging.mergesOf(kind, id));
        }
        return "customer/merge";
    }

    /** Says the value of a field in words: names for ids, message keys for codes. */
    public final class FieldWords {

        private final MergeKind kind;

        FieldWords(MergeKind kind) {
            this.kind = kind;
        }

        /**
         * The key of the message for a coded value, null if the value speaks for itself.
         */
        public @Nullable String key(String field, String value) {
            return switch (field) {
                case "status" -> "CustomerStatus." + value;
                case "kind" -> "ContactKind." + value;
                case "decisionRole" -> "DecisionRole." + value;
                case "language" -> "contact.language." + value;
                case "attitude" -> "contact.attitude." + value;
                case "active" -> Boolean.parseBoolean(value) ? "contact.active" : "contact.inactive";
                default -> null;
            };
        }

        public String plain(String field, String value) {
            if (field.equals("parent")) {
                var id = CustomerId.of(value);
                return customers.find(id).map(it -> it.name()).orElse("–");
            }
            if (field.equals("unit")) {
                var id = UnitId.of(value);
                return units.names(java.util.List.of(id)).getOrDefault(id, "–");
            }
            return value;
        }

        public String label(String field) {
            return "field." + (kind == MergeKind.CUSTOMER ? "customer." : "contact.") + field;
        }

    }

}
