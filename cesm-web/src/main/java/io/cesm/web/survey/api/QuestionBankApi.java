package io.cesm.web.survey.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.BankQuestion;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Portable;
import io.cesm.satisfaction.questionnaire.QuestionBank;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Templates to begin from, and questions to use again. */
@RestController
@RequestMapping("/api/v1")
class QuestionBankApi extends DefinitionEndpoint {

    private final QuestionBank bank;

    private final Templates templates;

    QuestionBankApi(QuestionBank bank, Templates templates, MessageSource messages) {
        super(messages);
        this.bank = bank;
        this.templates = templates;
    }

    /** A question of the bank. */
    record BankJson(String key, long version, Map<String, String> topic, boolean certified, boolean supplied,
            @Nullable String note, JsonNode question) {

        static BankJson of(BankQuestion it) {
            return new BankJson(it.key(), it.version(), it.topic().by(), it.certified(), it.supplied(), it.note(),
                    DefinitionJson.tree(it.question()));
        }

    }

    /** A template in the list. */
    record TemplateJson(String name, SurveyKind kind, Map<String, String> title, Map<String, String> purpose,
            int questions) {

        static TemplateJson of(String name, Portable it) {
            return new TemplateJson(name, it.kind(), it.definition().title().by(), it.purpose().by(),
                    it.definition().questions().size());
        }

    }

    /** Body of POST /question-bank. */
    record Keep(@NotBlank String key, @NotBlank String topic, @NotNull JsonNode question) {
    }

    /** Body of POST …/certify. */
    record Certify(@NotNull Boolean certified, @Nullable String note) {
    }

    @GetMapping("/questionnaire-templates")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<TemplateJson> templates() {
        var all = new ArrayList<TemplateJson>();
        templates.all().forEach((name, it) -> all.add(TemplateJson.of(name, it)));
        return all;
    }

    /** A template, ready for POST /questionnaires. */
    @GetMapping(path = "/questionnaire-templates/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('VIEW')")
    public String template(@PathVariable String name) {
        return templates.find(name).orElseThrow(UnknownThing::new).write();
    }

    @GetMapping("/question-bank")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<BankJson> questions() {
        return bank.all().stream().map(BankJson::of).toList();
    }

    @PostMapping("/question-bank")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    @ResponseStatus(HttpStatus.CREATED)
    public BankJson keep(@Valid @RequestBody Keep body) {
        bank.add(body.key(), body.topic(), DefinitionJson.question(body.question()));
        return BankJson.of(bank.require(body.key()));
    }

    @PostMapping("/question-bank/{key}/certify")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public BankJson certify(@PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Certify body) {
        bank.certify(key, Versions.required(ifMatch), body.certified(), body.note());
        return BankJson.of(bank.require(key));
    }

    @DeleteMapping("/question-bank/{key}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(@PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        bank.remove(key, Versions.required(ifMatch));
    }

}
