package io.cesm.web.survey.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Finding;
import io.cesm.satisfaction.questionnaire.Languages;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Portable;
import io.cesm.satisfaction.questionnaire.Profile;
import io.cesm.satisfaction.questionnaire.PublishCheck;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionBank;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireDetails;
import io.cesm.satisfaction.questionnaire.QuestionnaireFilter;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.QuestionnaireRow;
import io.cesm.satisfaction.questionnaire.QuestionnaireState;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts of questionnaires: listed, begun, written, checked. */
@RestController
@RequestMapping("/api/v1/questionnaires")
class QuestionnairesApi extends DefinitionEndpoint {

    private static final int LARGEST = 200;

    private final QuestionnaireBook book;

    private final WritingQuestionnaires writing;

    private final PublishingQuestionnaires publishing;

    private final QuestionBank bank;

    QuestionnairesApi(QuestionnaireBook book, WritingQuestionnaires writing, PublishingQuestionnaires publishing,
            QuestionBank bank, MessageSource messages) {
        super(messages);
        this.book = book;
        this.writing = writing;
        this.publishing = publishing;
        this.bank = bank;
    }

    /** One line of the list. */
    record RowJson(QuestionnaireId id, String number, Map<String, String> title, SurveyKind kind, Anonymity anonymity,
            QuestionnaireState state, boolean changed, int published, List<String> languages, int questions,
            Instant changedAt) {

        static RowJson of(QuestionnaireRow it) {
            return new RowJson(it.id(), it.number(), it.title().by(), it.kind(), it.anonymity(), it.state(),
                    it.changed(), it.published(), it.languages(), it.questions(), it.changedAt());
        }

    }

    /** One questionnaire with its draft. */
    record QuestionnaireJson(QuestionnaireId id, long version, String number, SurveyKind kind, Anonymity anonymity,
            @Nullable String purpose, QuestionnaireState state, boolean changed, int published, Instant changedAt,
            Map<String, Integer> complete, int minutes, JsonNode definition) {

        static QuestionnaireJson of(QuestionnaireDetails it) {
            return new QuestionnaireJson(it.id(), it.version(), it.number(), it.profile().kind(),
                    it.profile().anonymity(), it.profile().purpose(), it.state(), it.changed(), it.published(),
                    it.changedAt(), Languages.complete(it.draft()), MethodChecker.minutes(it.draft()),
                    DefinitionJson.tree(it.draft()));
        }

    }

    /** What a questionnaire is for. */
    record ProfileJson(@NotNull SurveyKind kind, @NotNull Anonymity anonymity, @Nullable String purpose) {

        Profile profile() {
            return new Profile(kind, anonymity, purpose);
        }

    }

    /** What the method checker and the checks before publishing say. */
    record ChecksJson(List<Finding> method, List<PublishCheck> publishing) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<RowJson> list(@RequestParam @Nullable String q, @RequestParam @Nullable SurveyKind kind,
            @RequestParam @Nullable QuestionnaireState state, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return book.slice(new QuestionnaireFilter(q, kind, state), Math.clamp(size, 1, LARGEST), cursor)
            .map(RowJson::of);
    }

    /** Takes in a whole questionnaire, as exported or as a template gives it. */
    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<QuestionnaireJson> begin(@RequestBody JsonNode body, Locale locale) {
        var it = Portable.read(body.toString());
        var made = book.require(writing.begin(it.profile(locale.getLanguage()), it.definition()));
        return ResponseEntity.created(URI.create("/api/v1/questionnaires/" + made.id()))
            .eTag(Versions.etag(made.version()))
            .body(QuestionnaireJson.of(made));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<QuestionnaireJson> read(@PathVariable QuestionnaireId id) {
        return answer(id);
    }

    /** The draft in the form in which it can be taken in elsewhere. */
    @GetMapping(path = "/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('VIEW')")
    public String export(@PathVariable QuestionnaireId id) {
        return Portable.of(book.require(id)).write();
    }

    /** Writes the draft anew. */
    @PutMapping("/{id}/definition")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<QuestionnaireJson> write(@PathVariable QuestionnaireId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @RequestBody JsonNode body) {
        var definition = DefinitionJson.read(body);
        writing.edit(id, Versions.required(ifMatch), it -> definition);
        return answer(id);
    }

    @PutMapping("/{id}/profile")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<QuestionnaireJson> describe(@PathVariable QuestionnaireId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProfileJson body) {
        writing.describe(id, Versions.required(ifMatch), body.profile());
        return answer(id);
    }

    @GetMapping("/{id}/checks")
    @PreAuthorize("hasAuthority('VIEW')")
    public ChecksJson checks(@PathVariable QuestionnaireId id) {
        var it = book.require(id);
        return new ChecksJson(MethodChecker.check(it.draft(), it.profile().kind(), bank.certified()),
                publishing.checks(it));
    }

    @PostMapping("/{id}/retire")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<QuestionnaireJson> retire(@PathVariable QuestionnaireId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        writing.retire(id, Versions.required(ifMatch));
        return answer(id);
    }

    @PostMapping("/{id}/revive")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<QuestionnaireJson> revive(@PathVariable QuestionnaireId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        writing.revive(id, Versions.required(ifMatch));
        return answer(id);
    }

    private ResponseEntity<QuestionnaireJson> answer(QuestionnaireId id) {
        var it = book.require(id);
        return ResponseEntity.ok().eTag(Versions.etag(it.version())).body(QuestionnaireJson.of(it));
    }

}
