package io.cesm.web.measure.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.measure.index.IndexBook;
import io.cesm.satisfaction.measure.index.IndexDetails;
import io.cesm.satisfaction.measure.index.IndexId;
import io.cesm.satisfaction.measure.index.IndexRow;
import io.cesm.satisfaction.measure.index.IndexWave;
import io.cesm.satisfaction.measure.index.IndexWish;
import io.cesm.satisfaction.measure.index.KeepingIndices;
import io.cesm.satisfaction.measure.index.WaveWish;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published indices for programs: our score, those of rivals, and ranks. */
@RestController
@RequestMapping("/api/v1/indices")
class IndexApi {

    private final IndexBook book;

    private final KeepingIndices keeping;

    IndexApi(IndexBook book, KeepingIndices keeping) {
        this.book = book;
        this.keeping = keeping;
    }

    /** What is said about an index. */
    record IndexBody(@NotBlank @Size(max = 160) @Nullable String name,
            @NotBlank @Size(max = 160) @Nullable String publisher, @Size(max = 120) @Nullable String industry,
            @NotBlank @Size(max = 120) @Nullable String ourName, @NotNull @Nullable BigDecimal worst,
            @NotNull @Nullable BigDecimal best) {

        IndexWish wish() {
            return new IndexWish(given(name, "name"), given(publisher, "publisher"), industry,
                    given(ourName, "ourName"), given(worst, "worst"), given(best, "best"));
        }

    }

    /** The scores of one publication by brand. */
    record WaveBody(@NotBlank @Size(max = 40) @Nullable String label, @NotNull @Nullable LocalDate publishedOn,
            @NotNull @Size(max = 200) @Nullable Map<String, BigDecimal> scores) {
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new FieldRefusal(field, "text.required");
        }
        return value;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<IndexRow> list(@RequestParam @Nullable String q, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return book.slice(q, Math.clamp(size, 1, 200), cursor);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<IndexDetails> begin(@Valid @RequestBody IndexBody body) {
        var made = book.require(keeping.begin(body.wish()));
        return ResponseEntity.created(URI.create("/api/v1/indices/" + made.id()))
            .eTag(Versions.etag(made.version()))
            .body(made);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<IndexDetails> show(@PathVariable IndexId id) {
        var it = book.require(id);
        return ResponseEntity.ok().eTag(Versions.etag(it.version())).body(it);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<IndexDetails> revise(@PathVariable IndexId id, @Valid @RequestBody IndexBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        keeping.revise(id, Versions.required(ifMatch), body.wish());
        return show(id);
    }

    @GetMapping("/{id}/waves")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<IndexWave> waves(@PathVariable IndexId id) {
        book.require(id);
        return book.waves(id);
    }

    /** Notes a publication, or corrects the one of that label. */
    @PostMapping("/{id}/waves")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public List<IndexWave> publish(@PathVariable IndexId id, @Valid @RequestBody WaveBody body) {
        keeping.publish(id, new WaveWish(given(body.label(), "label"), given(body.publishedOn(), "publishedOn"),
                given(body.scores(), "scores")));
        return book.waves(id);
    }

    @DeleteMapping("/{id}/waves/{wave}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Void> drop(@PathVariable IndexId id, @PathVariable UUID wave) {
        keeping.drop(id, wave);
        return ResponseEntity.noContent().build();
    }

}
