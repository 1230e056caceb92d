package io.cesm.satisfaction.answer;

import java.util.UUID;

import io.cesm.domain.files.FileAccess;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that respondents handed in are read by those who may see who they are from. */
@Component
class FilesOfAnswers implements FileAccess {

    /** What a file belongs to once its answer is complete. */
    static final String SUBJECT = "SURVEY_RESPONSE";

    /** What it belongs to before. */
    static final String BEFORE = "SURVEY_UPLOAD";

    private final AnswerRegister book;

    private final JdbcClient jdbc;

    FilesOfAnswers(AnswerRegister book, JdbcClient jdbc) {
        this.book = book;
        this.jdbc = jdbc;
    }

    @Override
    public String subjectType() {
        return SUBJECT;
    }

    @Override
    public boolean mayRead(UUID response) {
        try {
            return jdbc.sql("select survey_id from survey_response where id = ?")
                .param(response)
                .query(UUID.class)
                .optional()
                .map(survey -> book.require(survey, response).contact() != null)
                .orElse(false);
        }
        catch (Refusal | UnknownThing notTheirs) {
            return false;
        }
    }

}
