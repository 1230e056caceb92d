package io.cesm.web.imports;

import java.util.List;
import java.util.Locale;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what became of rows into sentences of the reader's language. */
@Component("importWords")
class ImportWords {

    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A reason with the column it is about. */
    public String sentence(ImportKind kind, RowProblem problem) {
        return sentence(kind, problem, LocaleContextHolder.getLocale());
    }

    String sentence(ImportKind kind, RowProblem problem, Locale locale) {
        var sentence = say(problem.messageKey(), problem.args().toArray(), locale);
        return kind.targets()
            .stream()
            .filter(it -> it.code().equals(problem.target()))
            .findFirst()
            .map(it -> it.label().in(locale) + (locale.getLanguage().equals("zh") ? "：" : ": ") + sentence)
            .orElse(sentence);
    }

    public String sentence(RowProblem problem) {
        return say(problem.messageKey(), problem.args().toArray(), LocaleContextHolder.getLocale());
    }

    String sentence(Refusal refusal, Locale locale) {
        return say(refusal.messageKey(), refusal.args().toArray(), locale);
    }

    String say(String key, Object[] args, Locale locale) {
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }

    /** Which rows something looks like: rows of the file as "row 12", records by name. */
    public String alike(List<String> like) {
        var locale = LocaleContextHolder.getLocale();
        return String.join("; ", like.stream()
            .map(it -> it.startsWith("#") ? say("imports.row_of_file", new Object[] { it.substring(1) }, locale) : it)
            .toList());
    }

}
