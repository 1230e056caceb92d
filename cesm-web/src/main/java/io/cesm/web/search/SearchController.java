package io.cesm.web.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search in the top bar: a list while one types, a page for Enter, a record for its
 * number.
 */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class SearchController {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{1,3}-?\\d{4}-?\\d{3,9}|[A-Za-z]{1,3}-\\d{1,9}");

    /**
     * How people are reached; whoever types it looks for the person who answers there.
     */
    private static final Pattern POINT = Pattern.compile("\\+?[\\d\\s()/.-]{4,}|\\S*@\\S*");

    private final Searching searching;

    private final List<SearchSource> sources;

    SearchController(Searching searching, List<SearchSource> sources) {
        this.searching = searching;
        this.sources = sources;
    }

    @GetMapping("/search")
    String page(@RequestParam(defaultValue = "") String q, Model model) {
        var text = Searching.clean(q);
        var jump = byNumber(text);
        if (jump.isPresent()) {
            return "redirect:" + jump.get();
        }
        fill(text, 10, model);
        return "search/page";
    }

    @GetMapping("/search/suggest")
    String suggest(@RequestParam(defaultValue = "") String q, Model model) {
        fill(Searching.clean(q), 5, model);
        return "search/suggest";
    }

    private void fill(String text, int limit, Model model) {
        var found = searching.find(text, limit);
        model.addAttribute("q", text);
        model.addAttribute("found", POINT.matcher(text).matches() ? peopleFirst(found) : found);
    }

    private static List<Searching.Found> peopleFirst(List<Searching.Found> found) {
        return found.stream().sorted(Comparator.comparing(it -> !it.key().equals("contacts"))).toList();
    }

    private Optional<String> byNumber(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = text.toUpperCase(Locale.ROOT);
        return sources.stream().map(it -> it.byNumber(number)).flatMap(Optional::stream).findFirst();
    }

}
