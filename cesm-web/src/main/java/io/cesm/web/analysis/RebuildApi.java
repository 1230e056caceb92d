package io.cesm.web.analysis;

import java.util.List;
import java.util.UUID;

import io.cesm.satisfaction.analysis.RollingUp;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts all surveys anew, each in a transaction of its own. */
@RestController
@RequestMapping("/api/v1/figures/rebuild")
class RebuildApi {

    private final RollingUp rolling;

    RebuildApi(RollingUp rolling) {
        this.rolling = rolling;
    }

    /** A survey, and how many answers were counted. */
    record Rebuilt(UUID survey, long answers) {
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SETTINGS')")
    public List<Rebuilt> rebuild() {
        return rolling.surveys().stream().map(it -> new Rebuilt(it, rolling.rebuild(it))).toList();
    }

}
