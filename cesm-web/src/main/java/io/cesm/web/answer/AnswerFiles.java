package io.cesm.web.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.AnswerUploads;
import io.cesm.satisfaction.questionnaire.AnswerFault;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a page; what cannot be taken is a fault at its question. */
@Component
class AnswerFiles {

    private final AnswerUploads uploads;

    AnswerFiles(AnswerUploads uploads) {
        this.uploads = uploads;
    }

    /** The form with what stands for the files, and what is wrong with them. */
    record Handed(SentAnswers form, List<AnswerFault> faults) {
    }

    Handed take(AnswerLink link, SentAnswers form, @Nullable MultiValueMap<String, MultipartFile> files) {
        Map<String, List<String>> answers = new LinkedHashMap<>(form.answers().values());
        var faults = new ArrayList<AnswerFault>();
        if (files != null) {
            files.forEach((key, handed) -> {
                var file = handed.getFirst();
                if (!file.isEmpty()
                        && link.definition().question(key.split("@", 2)[0]).orElse(null) instanceof Question.File it) {
                    var kept = keep(link, it, file);
                    if (kept == null) {
                        faults.add(new AnswerFault(key, "file", List.of(it.megabytes())));
                    }
                    else {
                        answers.put(key, List.of(kept));
                    }
                }
            });
        }
        return new Handed(new SentAnswers(form.place(), new Answers(answers)), faults);
    }

    private @Nullable String keep(AnswerLink link, Question.File question, MultipartFile file) {
        try {
            return uploads.keep(link, question, file.getOriginalFilename(), file.getBytes());
        }
        catch (Refusal | IOException notTaken) {
            return null;
        }
    }

}
