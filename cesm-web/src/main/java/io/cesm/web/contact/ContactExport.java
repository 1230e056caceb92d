package io.cesm.web.contact;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.ContactFilter;
import io.cesm.domain.customer.ContactPoints;
import io.cesm.domain.customer.ContactRegister;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of people at customers as a file, with all their phones and addresses. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class ContactExport {

    private final Downloads downloads;

    ContactExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/contacts/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") ContactQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("contacts", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final ContactRegister register;

        private final ContactPoints points;

        private final MessageSource messages;

        private final Filters filters;

        Kind(ContactRegister register, ContactPoints points, MessageSource messages, Filters filters) {
            this.register = register;
            this.points = points;
            this.messages = messages;
            this.filters = filters;
        }

        private record Line(ContactCard card, Map<PointKind, List<String>> points) {

            String all(PointKind kind) {
                return String.join("; ", points.getOrDefault(kind, List.of()));
            }

        }

        @Override
        public String code() {
            return "contacts";
        }

        @Override
        public String titleKey() {
            return "contact.list.title";
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(ContactQuery.class, given).filter();
            var sheet = Sheet.of(Line.class, messages, locale)
                .with("contact.field.name", it -> it.card().name())
                .with("contact.field.nameEn", it -> it.card().nameEn())
                .named("contact.field.customer", it -> it.card().customerName(), it -> it.card().customerNameEn())
                .with("contact.field.title", it -> it.card().title())
                .with("contact.field.department", it -> it.card().department())
                .word("contact.field.decisionRole", "DecisionRole", it -> it.card().decisionRole())
                .with("contact.field.roleWeight", it -> it.card().roleWeight())
                .with("contact.field.language", it -> it.card().language());
            for (var kind : PointKind.values()) {
                sheet.with("PointKind." + kind, it -> it.all(kind));
            }
            var active = sheet.say("contact.active");
            var left = sheet.say("contact.inactive");
            var list = sheet.with("contact.field.active", it -> it.card().active() ? active : left)
                .over(titleKey(), (cursor, size) -> lines(filter, cursor, size));
            return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> register.count(filter, upTo));
        }

        private Slice<Line> lines(ContactFilter filter, @Nullable String cursor, int size) {
            var cards = register.rows(filter, size, cursor);
            var found = points.of(cards.items().stream().map(ContactCard::id).toList());
            return cards.map(it -> new Line(it, found.getOrDefault(it.id(), Map.of())));
        }

    }

}
