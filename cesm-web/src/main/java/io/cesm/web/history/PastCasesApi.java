package io.cesm.web.history;

import java.util.List;

import io.cesm.domain.kernel.Slice;
import io.cesm.governance.history.PastCases;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Past cases for programs. */
@RestController
@RequestMapping("/api/v1/past-cases")
@PreAuthorize("hasAuthority('IMPORT')")
class PastCasesApi {

    private static final int LARGEST = 200;

    private final PastCases cases;

    PastCasesApi(PastCases cases) {
        this.cases = cases;
    }

    /** Whose cases are walked through the clocks. */
    record ReplayBody(@NotBlank String source) {
    }

    /** How many were. */
    record Replayed(int cases) {
    }

    @GetMapping
    public Slice<PastCases.Row> list(@RequestParam String source, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return cases.slice(source, Math.clamp(size, 1, LARGEST), cursor);
    }

    @GetMapping("/sources")
    public List<PastCases.Source> sources() {
        return cases.sources();
    }

    /** Attainment, waiting and hand-offs by grade; grade 0 is all of them. */
    @GetMapping("/figures")
    public List<PastCases.Line> figures(@RequestParam String source) {
        return cases.lines(source);
    }

    @PostMapping("/replay")
    public Replayed replay(@Valid @RequestBody ReplayBody body) {
        return new Replayed(cases.replay(body.source()));
    }

}
