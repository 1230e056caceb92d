package io.cesm.web.lesson;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonRow;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of lessons as a file, with how often each was of use. */
@Controller
class LessonExports implements ExportKind {

    private final Downloads downloads;

    private final LessonBook book;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Filters filters;

    private final Clock clock;

    LessonExports(Downloads downloads, LessonBook book, CurrentActor current, MessageSource messages, Filters filters,
            Clock clock) {
        this.downloads = downloads;
        this.book = book;
        this.current = current;
        this.messages = messages;
        this.filters = filters;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('EXPORT')")
    @GetMapping("/lessons/export.{form:csv|xlsx}")
    public void lessons(@PathVariable String form, @ModelAttribute("query") LessonQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send(code(), form, request, response, locale);
    }

    @Override
    public String code() {
        return "lessons";
    }

    @Override
    public String titleKey() {
        return "lesson.list.title";
    }

    @Override
    public Export<?> open(Map<String, List<String>> given, Locale locale) {
        var filter = filters.read(LessonQuery.class, given).filter(current.actor(), CompanyTime.today(clock));
        var list = Sheet.of(LessonRow.class, messages, locale)
            .with("lesson.column.number", LessonRow::number)
            .word("field.lesson.kind", "LessonKind", LessonRow::kind)
            .word("field.lesson.state", "LessonState", LessonRow::state)
            .with("field.lesson.title", row -> row.title(locale))
            .word("field.lesson.cause", "CauseClass", LessonRow::cause)
            .with("field.lesson.product", LessonRow::product)
            .with("field.lesson.owner", LessonRow::ownerName)
            .with("field.lesson.reviewOn", LessonRow::reviewOn)
            .with("lesson.column.open", LessonRow::openActions)
            .with("UseKind.OFFERED", LessonRow::offered)
            .with("UseKind.OPENED", LessonRow::opened)
            .with("UseKind.HELPED", LessonRow::helped)
            .over("lesson.list.title", (cursor, size) -> book.slice(filter, size, cursor));
        return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> book.count(filter, upTo));
    }

}
