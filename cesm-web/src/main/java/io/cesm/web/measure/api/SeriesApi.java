package io.cesm.web.measure.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.measure.Codebook;
import io.cesm.satisfaction.measure.CodebookColumn;
import io.cesm.satisfaction.measure.CodebookProposal;
import io.cesm.satisfaction.measure.ColumnKind;
import io.cesm.satisfaction.measure.KeepingSeries;
import io.cesm.satisfaction.measure.SeriesBook;
import io.cesm.satisfaction.measure.SeriesDetails;
import io.cesm.satisfaction.measure.SeriesId;
import io.cesm.satisfaction.measure.SeriesRow;
import io.cesm.satisfaction.measure.SeriesWish;
import io.cesm.satisfaction.measure.WaveRow;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.SurveyKind;
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
import org.springframework.web.multipart.MultipartFile;

/**
 * Series of agency waves for programs; the files themselves go through {@code /imports}
 * with the kind a series names.
 */
@RestController
@RequestMapping("/api/v1/agency-series")
class SeriesApi {

    private static final int LARGEST = 200;

    private final SeriesBook book;

    private final KeepingSeries keeping;

    SeriesApi(SeriesBook book, KeepingSeries keeping) {
        this.book = book;
        this.keeping = keeping;
    }

    /** One column of a codebook. */
    record ColumnJson(@NotBlank @Size(max = 200) @Nullable String header, @Size(max = 40) @Nullable String item,
            @NotNull @Nullable ColumnKind kind, @Size(max = 600) @Nullable String label, @Nullable Integer min,
            @Nullable Integer max, boolean reversed, @Nullable Map<String, String> codes,
            @Nullable Map<String, String> none, @Size(max = 40) @Nullable String dimension, @Nullable ItemRole role,
            @Size(max = 80) @Nullable String rival) {

        CodebookColumn column() {
            var heading = given(header, "header");
            return new CodebookColumn(heading, item == null || item.isBlank() ? "q" : item, given(kind, "kind"),
                    label == null || label.isBlank() ? heading : label, min, max, reversed,
                    codes == null ? Map.of() : codes, none == null ? Map.of() : none, dimension, role, rival);
        }

        static ColumnJson of(CodebookColumn it) {
            return new ColumnJson(it.header(), it.item(), it.kind(), it.label(), it.min(), it.max(), it.reversed(),
                    it.codes(), it.none(), it.dimension(), it.role(), it.rival());
        }

    }

    /** What is said about a series. */
    record SeriesBody(@NotBlank @Size(max = 160) @Nullable String name,
            @NotBlank @Size(max = 160) @Nullable String agency, @NotBlank @Nullable String language,
            @NotNull @Nullable SurveyKind kind, @NotNull @Nullable Anonymity anonymity, boolean useForAppraisal) {

        SeriesWish wish() {
            return new SeriesWish(given(name, "name"), given(agency, "agency"), given(language, "language"),
                    given(kind, "kind"), given(anonymity, "anonymity"), useForAppraisal);
        }

    }

    /** A series with its codebook. */
    record NewSeries(@Valid @NotNull @Nullable SeriesBody about,
            @Valid @NotNull @Size(max = 200) @Nullable List<ColumnJson> codebook) {
    }

    /** A series as it is. */
    record SeriesJson(SeriesId id, long version, String number, SeriesWish about, String importKind,
            @Nullable String owner, List<ColumnJson> codebook, Map<String, String> headers) {

        static SeriesJson of(SeriesDetails it) {
            return new SeriesJson(it.id(), it.version(), it.number(), it.about(), it.importKind(), it.owner(),
                    it.codebook().columns().stream().map(ColumnJson::of).toList(), it.headers());
        }

    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new FieldRefusal(field, "text.required");
        }
        return value;
    }

    private static Codebook codebook(@Nullable List<ColumnJson> columns) {
        return new Codebook(given(columns, "codebook").stream().map(ColumnJson::column).toList());
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<SeriesRow> list(@RequestParam @Nullable String q, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return book.slice(q, Math.clamp(size, 1, LARGEST), cursor);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SeriesJson> begin(@Valid @RequestBody NewSeries body) {
        var id = keeping.begin(given(body.about(), "about").wish(), codebook(body.codebook()));
        var made = book.require(id);
        return ResponseEntity.created(URI.create("/api/v1/agency-series/" + id))
            .eTag(Versions.etag(made.version()))
            .body(SeriesJson.of(made));
    }

    /** What the columns of a file of answers may mean; nothing is kept. */
    @PostMapping("/proposal")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public List<ColumnJson> propose(@RequestParam MultipartFile file) throws IOException {
        return CodebookProposal.of(file::getInputStream).columns().stream().map(ColumnJson::of).toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<SeriesJson> show(@PathVariable SeriesId id) {
        var it = book.require(id);
        return ResponseEntity.ok().eTag(Versions.etag(it.version())).body(SeriesJson.of(it));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SeriesJson> describe(@PathVariable SeriesId id, @Valid @RequestBody SeriesBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        keeping.describe(id, Versions.required(ifMatch), body.wish());
        return show(id);
    }

    /** Says anew what the columns mean. */
    record CodebookBody(@Valid @NotNull @Size(max = 200) @Nullable List<ColumnJson> columns) {
    }

    @PutMapping("/{id}/codebook")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<SeriesJson> explain(@PathVariable SeriesId id, @Valid @RequestBody CodebookBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        keeping.explain(id, Versions.required(ifMatch), codebook(body.columns()));
        return show(id);
    }

    @GetMapping("/{id}/waves")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<WaveRow> waves(@PathVariable SeriesId id) {
        book.require(id);
        return book.waves(id);
    }

    /** Takes the answers of a wave back. */
    @DeleteMapping("/{id}/waves/{survey}/answers")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Void> takeBack(@PathVariable SeriesId id, @PathVariable UUID survey) {
        keeping.takeBack(id, survey);
        return ResponseEntity.noContent().build();
    }

}
