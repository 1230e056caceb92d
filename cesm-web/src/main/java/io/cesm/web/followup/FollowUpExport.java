package io.cesm.web.followup;

import java.io.IOException;
import java.util.Locale;

import io.cesm.web.exports.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Follow-ups and causes as files, with the filters of their page. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class FollowUpExport {

    private final Downloads downloads;

    FollowUpExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/follow-ups/export.{form:csv|xlsx}")
    public void followUps(@PathVariable String form, @ModelAttribute("query") FollowUpQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("follow-ups", form, request, response, locale);
    }

    @GetMapping("/follow-ups/causes/export.{form:csv|xlsx}")
    public void causes(@PathVariable String form, @ModelAttribute("query") FollowUpQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("follow-up-causes", form, request, response, locale);
    }

}
