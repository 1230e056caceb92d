package io.cesm.web.voice;

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

/** Voices and themes as files, with the filters of their page. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class VoiceExport {

    private final Downloads downloads;

    VoiceExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/voices/export.{form:csv|xlsx}")
    public void voices(@PathVariable String form, @ModelAttribute("query") VoiceQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("voices", form, request, response, locale);
    }

    @GetMapping("/voices/themes/export.{form:csv|xlsx}")
    public void themes(@PathVariable String form, @ModelAttribute("query") VoiceQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("voice-themes", form, request, response, locale);
    }

}
