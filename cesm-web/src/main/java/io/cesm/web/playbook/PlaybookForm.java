package io.cesm.web.playbook;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.governance.playbook.Playbook;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as it is typed: items line by line, the fields of one line under the same
 * place. Lines without words are left out.
 */
record PlaybookForm(@NotBlank @Size(max = 80) @Nullable String name, @Size(max = 80) @Nullable String nameEn,
        @Nullable ComplaintKind kind, @Nullable Integer gradeTo, @Nullable CauseClass cause, @Nullable String dimension,
        @Nullable Boolean active, @Nullable List<String> words, @Nullable List<String> wordsEn,
        @Nullable List<String> dueHours, @Nullable List<String> evidence, @Nullable List<String> requiredFor,
        @Nullable List<String> requiredTo, @Nullable Long version) {

    private static final int SPARE = 4;

    /** A line of the form. */
    record Line(String words, String wordsEn, String dueHours, String evidence, String requiredFor, String requiredTo) {
    }

    static PlaybookForm blank() {
        return new PlaybookForm(null, null, ComplaintKind.COMPLAINT, null, null, null, true, List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), null);
    }

    static PlaybookForm of(Playbook it) {
        var items = it.items();
        return new PlaybookForm(it.name(), it.nameEn(), it.kind(), it.gradeTo(), it.cause(), it.dimension(),
                it.active(), items.stream().map(Playbook.Item::words).toList(),
                items.stream().map(each -> text(each.wordsEn())).toList(),
                items.stream().map(each -> text(each.dueHours())).toList(),
                items.stream().map(each -> String.valueOf(each.needsEvidence())).toList(),
                items.stream().map(each -> text(each.requiredFor())).toList(),
                items.stream().map(each -> text(each.requiredTo())).toList(), it.version());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The lines, with room for some more. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        var all = words == null ? List.<String>of() : words;
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isBlank()) {
                lines.add(new Line(all.get(i), at(wordsEn, i), at(dueHours, i), at(evidence, i), at(requiredFor, i),
                        at(requiredTo, i)));
            }
        }
        for (int i = 0; i < SPARE; i++) {
            lines.add(new Line("", "", "", "false", "", ""));
        }
        return lines;
    }

    Playbook wish(UUID id) {
        var items = lines().stream().filter(it -> !it.words().isBlank()).map(PlaybookForm::item).toList();
        return new Playbook(id, "", requireNonNullElse(name, ""), nameEn, kind, gradeTo, cause,
                dimension == null || dimension.isBlank() ? null : dimension, Boolean.TRUE.equals(active), 0, items, 0);
    }

    private static Playbook.Item item(Line it) {
        return new Playbook.Item(it.words(), it.wordsEn(), number(it.dueHours(), "dueHours"),
                Boolean.parseBoolean(it.evidence()), step(it.requiredFor()), number(it.requiredTo(), "requiredTo"));
    }

    private static @Nullable Integer number(String text, String field) {
        try {
            return text.isBlank() ? null : Integer.valueOf(text.strip());
        }
        catch (NumberFormatException ex) {
            throw new FieldRefusal(field, "number.range", 1, 2000);
        }
    }

    private static @Nullable Step step(String text) {
        try {
            return text.isBlank() ? null : Step.valueOf(text);
        }
        catch (IllegalArgumentException ex) {
            throw new FieldRefusal("requiredFor", "choice.unknown");
        }
    }

    private static String at(@Nullable List<String> list, int i) {
        return list == null || i >= list.size() ? "" : String.valueOf(list.get(i));
    }

}
