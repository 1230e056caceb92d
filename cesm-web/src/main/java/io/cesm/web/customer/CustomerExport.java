package io.cesm.web.customer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.CustomerRegister;
import io.cesm.domain.customer.CustomerRow;
import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of customers as a file. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class CustomerExport {

    private final Downloads downloads;

    CustomerExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/customers/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") CustomerQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("customers", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final CustomerRegister register;

        private final MessageSource messages;

        private final Filters filters;

        Kind(CustomerRegister register, MessageSource messages, Filters filters) {
            this.register = register;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "customers";
        }

        @Override
        public String titleKey() {
            return "customer.list.title";
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(CustomerQuery.class, given).filter();
            var list = Sheet.of(CustomerRow.class, messages, locale)
                .with("expectation.column.number", CustomerRow::number)
                .with("customer.field.externalKey", CustomerRow::externalKey)
                .with("customer.field.name", CustomerRow::name)
                .with("customer.field.nameEn", CustomerRow::nameEn)
                .word("customer.field.kind", "CustomerKind", CustomerRow::kind)
                .named("customer.field.parent", CustomerRow::parent, CustomerRow::parentEn)
                .word("customer.field.status", "CustomerStatus", CustomerRow::status)
                .with("customer.field.tier", CustomerRow::tier)
                .named("customer.field.unit", CustomerRow::unit, CustomerRow::unitEn)
                .with("customer.field.industry", CustomerRow::industry)
                .with("Place.AR", CustomerRow::ar)
                .with("Place.SR", CustomerRow::sr)
                .with("Place.FR", CustomerRow::fr)
                .with("Place.CSR", CustomerRow::csr)
                .with("customer.list.contacts", CustomerRow::contacts)
                .over(titleKey(), (cursor, size) -> register.rows(filter, size, cursor));
            return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> register.count(filter, upTo));
        }

    }

}
