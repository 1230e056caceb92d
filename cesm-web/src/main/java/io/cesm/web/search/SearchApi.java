package io.cesm.web.search;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One search over customers, people and expectations, within the owner's reach. */
@RestController
@RequestMapping("/api/v1/search")
@PreAuthorize("hasAuthority('VIEW')")
class SearchApi {

    private static final int LARGEST = 50;

    private final Searching searching;

    SearchApi(Searching searching) {
        this.searching = searching;
    }

    /** What was found of one kind. */
    record Found(String kind, List<Hit> items) {
    }

    /**
     * Something that was found.
     *
     * @param href where it is read
     * @param page where a person sees it
     */
    record Hit(String title, @Nullable String detail, String href, String page) {
    }

    /** By names, phones, mail addresses, record numbers and words. */
    @GetMapping
    public List<Found> search(@RequestParam String q, @RequestParam(defaultValue = "10") int size) {
        return searching.find(Searching.clean(q), Math.clamp(size, 1, LARGEST))
            .stream()
            .map(it -> new Found(it.key(), it.hits().stream().map(SearchApi::hit).toList()))
            .toList();
    }

    private static Hit hit(SearchSource.Hit it) {
        return new Hit(it.title(), it.detail(), "/api/v1" + it.href(), it.href());
    }

}
