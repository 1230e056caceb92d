package io.cesm.web.report;

import java.net.URI;
import java.util.ArrayList;
import java.util.Map;

import io.cesm.domain.kernel.Slice;
import io.cesm.governance.report.KeepingPacks;
import io.cesm.governance.report.PackId;
import io.cesm.governance.report.PackRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Satisfaction reports for programs. */
@RestController
@RequestMapping("/api/v1/reports")
@PreAuthorize("hasAuthority('VIEW')")
class PackApi {

    private static final int LARGEST = 200;

    private final KeepingPacks packs;

    private final DraftingReports drafting;

    PackApi(KeepingPacks packs, DraftingReports drafting) {
        this.packs = packs;
        this.drafting = drafting;
    }

    /** A report with its sections in both languages. */
    record PackAnswer(PackRow head, PackContent content) {
    }

    /** Whose report of which month, such as 2026-10. */
    record DraftWish(@NotBlank String unit, @NotBlank String month) {
    }

    /** What sections say from now on: section to words, by language. */
    record WordsWish(@NotNull Long version, @Nullable Map<String, String> zh, @Nullable Map<String, String> en) {
    }

    record ReleaseWish(@NotNull Long version) {
    }

    @GetMapping
    public Slice<PackRow> list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return packs.slice(Math.clamp(size, 1, LARGEST), cursor);
    }

    @GetMapping("/{id}")
    public PackAnswer show(@PathVariable PackId id) {
        var pack = packs.require(id);
        return new PackAnswer(pack.head(), PackContent.read(pack.content()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<PackAnswer> draft(@Valid @RequestBody DraftWish wish) {
        var id = drafting.draft(PackController.unit(wish.unit()), PackController.month(wish.month()), false);
        return ResponseEntity.created(URI.create("/api/v1/reports/" + id)).body(show(id));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public PackAnswer edit(@PathVariable PackId id, @Valid @RequestBody WordsWish wish) {
        var sections = new ArrayList<PackContent.Section>();
        for (var section : show(id).content().sections()) {
            var zh = (wish.zh() == null) ? null : wish.zh().get(section.key());
            var en = (wish.en() == null) ? null : wish.en().get(section.key());
            var one = (zh == null) ? section : section.with("zh", zh);
            sections.add((en == null) ? one : one.with("en", en));
        }
        packs.edit(id, wish.version(), new PackContent(sections).json());
        return show(id);
    }

    @PostMapping("/{id}/release")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public PackAnswer release(@PathVariable PackId id, @Valid @RequestBody ReleaseWish wish) {
        packs.release(id, wish.version());
        return show(id);
    }

}
