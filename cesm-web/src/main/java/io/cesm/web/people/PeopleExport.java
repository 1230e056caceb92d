package io.cesm.web.people;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffRow;
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
import org.springframework.web.bind.annotation.PathVariable;

/** The list of colleagues as a file. */
@Controller
@PreAuthorize("hasAuthority('PEOPLE_ADMIN') and hasAuthority('EXPORT')")
class PeopleExport {

    private final Downloads downloads;

    PeopleExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/admin/people/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, PeopleController.Filter filter, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("people", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final StaffBook people;

        private final MessageSource messages;

        private final Filters filters;

        Kind(StaffBook people, MessageSource messages, Filters filters) {
            this.people = people;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "people";
        }

        @Override
        public String titleKey() {
            return "people.list.title";
        }

        @Override
        public Right right() {
            return Right.PEOPLE_ADMIN;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(PeopleController.Filter.class, given).wish();
            var sheet = Sheet.of(StaffRow.class, messages, locale);
            return sheet.with("people.name", StaffRow::name)
                .with("people.name_en", row -> row.person().nameEn())
                .with("people.login", StaffRow::login)
                .with("people.email", row -> row.person().email())
                .with("people.phone", row -> row.person().phone())
                .named("people.unit", StaffRow::unitName, StaffRow::unitNameEn)
                .with("people.roles",
                        row -> row.roles()
                            .stream()
                            .map(it -> sheet.say("Role." + it))
                            .collect(Collectors.joining("; ")))
                .word("people.status", "StaffStatus", StaffRow::status)
                .over(titleKey(), (cursor, size) -> people.list(filter, size, cursor));
        }

    }

}
