package io.cesm.web.audit;

import java.util.List;

import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineVerifier;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The log of all changes: searched, and walked for tampering. */
@Controller
@RequestMapping("/audit")
@PreAuthorize("hasAuthority('AUDIT_READ')")
class AuditController {

    private static final int PAGE = 50;

    private static final List<String> TYPES = List.of("CUSTOMER", "CONTACT", "EXPECTATION", "QUESTIONNAIRE", "SURVEY",
            "SURVEY_RESPONSE", "VOICE", "FOLLOW_UP", "FOLLOW_UP_RULE", "SERIES", "SCORECARD", "INCIDENT", "INDEX",
            "COMPLAINT", "TOP_ISSUE", "LESSON", "PLAYBOOK", "CAUSE", "CALENDAR", "STAFF", "UNIT", "REPORT", "IMPORT",
            "EXPORT", "SETTING", "TOKEN");

    private static final List<String> CHANNELS = List.of("page", "api", "token", "import", "job");

    private final TimelineBook book;

    private final TimelineVerifier verifier;

    private final AnchorFile anchors;

    AuditController(TimelineBook book, TimelineVerifier verifier, AnchorFile anchors) {
        this.book = book;
        this.verifier = verifier;
        this.anchors = anchors;
    }

    @GetMapping
    public String log(@ModelAttribute("filter") AuditFilter filter, @RequestParam @Nullable String cursor,
            HttpServletRequest request, Model model) {
        model.addAttribute("entries", book.log(filter.log(), PAGE, cursor));
        model.addAttribute("query", query(request));
        model.addAttribute("types", TYPES);
        model.addAttribute("channels", CHANNELS);
        return "audit/log";
    }

    /** The filters as they stand in the address, for the export links. */
    private static String query(HttpServletRequest request) {
        var address = UriComponentsBuilder.fromUriString("/").query(request.getQueryString());
        var query = address.replaceQueryParam("cursor").build().getQuery();
        return query == null || query.isEmpty() ? "" : "?" + query;
    }

    @PostMapping("/verification")
    public String verify(Model model) {
        model.addAttribute("finding", verifier.verify());
        model.addAttribute("anchor", anchors.broken().orElse(null));
        return "audit/verification";
    }

}
