package io.cesm.web.expectation;

import java.io.IOException;
import java.util.Locale;

import io.cesm.expectation.ConflictState;
import io.cesm.web.exports.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every view of the expectations as a file, with the filters of its page. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class ExpectationExport {

    private final Downloads downloads;

    ExpectationExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/expectations/export.{form:csv|xlsx}")
    public void register(@PathVariable String form, @ModelAttribute("query") RegisterQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("expectations", form, request, response, locale);
    }

    @GetMapping("/expectations/board/export.{form:csv|xlsx}")
    public void board(@PathVariable String form, @ModelAttribute("query") RegisterQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("board", form, request, response, locale);
    }

    @GetMapping("/expectations/calendar/export.{form:csv|xlsx}")
    public void calendar(@PathVariable String form, @ModelAttribute("query") RegisterQuery query,
            @RequestParam @Nullable String month, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        downloads.send("calendar", form, request, response, locale);
    }

    @GetMapping("/expectations/conflicts/export.{form:csv|xlsx}")
    public void conflicts(@PathVariable String form, @RequestParam @Nullable ConflictState state,
            @RequestParam @Nullable String customer, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        downloads.send("conflicts", form, request, response, locale);
    }

}
