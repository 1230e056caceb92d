package io.cesm.web.survey.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Comparison;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishedVersion;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.VersionBook;
import io.cesm.web.api.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Versions of questionnaires, which never change. */
@RestController
@RequestMapping("/api/v1/questionnaires/{id}/versions")
class QuestionnaireVersionsApi {

    private final QuestionnaireBook questionnaires;

    private final VersionBook versions;

    private final PublishingQuestionnaires publishing;

    QuestionnaireVersionsApi(QuestionnaireBook questionnaires, VersionBook versions,
            PublishingQuestionnaires publishing) {
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.publishing = publishing;
    }

    /** A version; the definition is left out of lists. */
    record VersionJson(int number, Anonymity anonymity, Instant publishedAt, @Nullable String publishedBy,
            @Nullable String note, String digest, Map<String, PublishedVersion.Kept> comparable,
            @Nullable JsonNode definition) {

        static VersionJson of(PublishedVersion it, boolean whole) {
            return new VersionJson(it.number(), it.anonymity(), it.publishedAt(), it.publishedBy(), it.note(),
                    it.digest(), it.comparable(), whole ? DefinitionJson.tree(it.definition()) : null);
        }

    }

    /** One question in two versions. */
    record LineJson(String question, Comparison.Fate fate, boolean moved, boolean measures,
            List<Comparison.Difference> differences) {
    }

    /** Body of POST: why changed questions stay comparable, and a note. */
    record Publish(@Nullable Map<String, String> kept, @Nullable String note) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public List<VersionJson> list(@PathVariable QuestionnaireId id) {
        questionnaires.require(id);
        return versions.of(id).stream().map(it -> VersionJson.of(it, false)).toList();
    }

    /** Publishes the draft. */
    @PostMapping
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    @ResponseStatus(HttpStatus.CREATED)
    public VersionJson publish(@PathVariable QuestionnaireId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @RequestBody Publish body) {
        var number = publishing.publish(id, Versions.required(ifMatch),
                new PublishQuestionnaire(body.kept() == null ? Map.of() : body.kept(), body.note()));
        return read(id, number);
    }

    @GetMapping("/{number}")
    @PreAuthorize("hasAuthority('VIEW')")
    public VersionJson read(@PathVariable QuestionnaireId id, @PathVariable int number) {
        return VersionJson.of(versions.require(id, number), true);
    }

    /** What became of each question since another version. */
    @GetMapping("/{number}/differences")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<LineJson> differences(@PathVariable QuestionnaireId id, @PathVariable int number,
            @RequestParam int since) {
        return Comparison.of(versions.require(id, since).definition(), versions.require(id, number).definition())
            .stream()
            .map(it -> new LineJson(it.id(), it.fate(), it.moved(), it.measures(), it.differences()))
            .toList();
    }

}
