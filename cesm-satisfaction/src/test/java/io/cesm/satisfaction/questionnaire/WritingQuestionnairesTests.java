package io.cesm.satisfaction.questionnaire;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PostgresSlice
class WritingQuestionnairesTests {

    private static final Profile PROFILE = new Profile(SurveyKind.SERVICE, Anonymity.NAMED, "What to mend first");

    @Autowired
    private WritingQuestionnaires writing;

    @Autowired
    private QuestionnaireBook book;

    @Test
    void keepsTheDraft() {
        var id = begin();
        var version = book.require(id).version();
        as(() -> writing.edit(id, version, it -> Edits.addPage(it)));

        var it = book.require(id);
        assertThat(it.draft().pages()).hasSize(2);
        assertThat(it.version()).isGreaterThan(version);
        assertThat(it.number()).startsWith("Q-");
        assertThat(book.slice(new QuestionnaireFilter("试用", SurveyKind.SERVICE, null), 10, null).items())
            .anySatisfy(row -> {
                assertThat(row.id()).isEqualTo(id);
                assertThat(row.languages()).containsExactly("zh", "en");
                assertThat(row.title("en")).isEqualTo("Try");
            });
    }

    @Test
    void refusesAnOldVersionAndWhatDoesNotFit() {
        var id = begin();

        assertThatExceptionOfType(StaleVersion.class)
            .isThrownBy(() -> as(() -> writing.edit(id, 99, it -> Edits.addPage(it))));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> as(() -> writing.edit(id, book.require(id).version(), it -> Edits.removePage(it, "p1"))));
    }

    private QuestionnaireId begin() {
        return Acting.as(Actor.system("test"),
                () -> writing.begin(PROFILE, Edits.blank(List.of("zh", "en"), Words.of("试用", "Try"))));
    }

    private static void as(Runnable work) {
        Acting.as(Actor.system("test"), work);
    }

}
