package io.cesm.web.level;

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

/** Sends the table of levels as a file. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class LevelDownload {

    private final Downloads downloads;

    LevelDownload(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/levels/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") LevelTableQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("levels", form, request, response, locale);
    }

}
