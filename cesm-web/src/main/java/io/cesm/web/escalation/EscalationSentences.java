package io.cesm.web.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import io.cesm.governance.escalation.Deed;
import io.cesm.governance.escalation.EscalationBook.Rung;
import io.cesm.governance.escalation.EscalationLevel;
import io.cesm.governance.escalation.EscalationRules;
import io.cesm.governance.escalation.LevelConditions;
import io.cesm.governance.escalation.TriggerKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says levels and what was escalated as sentences. */
@Component
public class EscalationSentences {

    private final MessageSource messages;

    private final UnitBook units;

    EscalationSentences(MessageSource messages, UnitBook units) {
        this.messages = messages;
        this.units = units;
    }

    /**
     * A level in words.
     *
     * @param place where it stands in its policy
     * @param when the trigger, and for which complaints
     * @param what who is meant and what is done
     * @param then what follows if nobody answers, if anything
     */
    public record Line(int place, int number, String when, String what, @Nullable String then) {
    }

    /** A rung of a ladder with its reason in words. */
    public record Spoken(Rung rung, String reason) {
    }

    /** The levels of a policy in words. */
    public List<Line> lines(EscalationRules rules, Locale locale) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rules.levels().size(); i++) {
            lines.add(line(i, rules.levels().get(i), locale));
        }
        return lines;
    }

    private Line line(int place, EscalationLevel it, Locale locale) {
        var trigger = it.trigger();
        var when = reason(trigger.kind(), trigger.clock(), trigger.amount(), locale);
        var of = conditions(it.when(), locale);
        var whom = join(it.whom().stream().map(each -> say("Whom." + each, locale)).toList(), locale);
        var toPeople = it.deeds()
            .stream()
            .filter(Deed::isToPeople)
            .map(each -> say("escalation.deed." + each, locale))
            .toList();
        List<String> what = new ArrayList<>();
        if (!toPeople.isEmpty()) {
            what.add(say("escalation.what", locale, join(toPeople, locale), whom));
        }
        if (it.does(Deed.RAISE_GRADE)) {
            what.add(say("escalation.deed.RAISE_GRADE", locale));
        }
        if (it.does(Deed.DEMAND_PLAN)) {
            what.add(say("escalation.deed.plan", locale, span(Objects.requireNonNullElse(it.planWithin(), 0), locale)));
        }
        var within = it.acknowledgeWithin();
        var then = within == null ? null : say("escalation.then", locale, span(within, locale));
        return new Line(place, it.number(), of == null ? when : say("escalation.only", locale, when, of),
                String.join(say("escalation.besides", locale), what), then);
    }

    /** Conditions in words, null if there are none. */
    public @Nullable String conditions(LevelConditions it, Locale locale) {
        List<String> parts = new ArrayList<>();
        add(parts, it.kinds(), "ComplaintKind.", locale);
        add(parts, it.grades(), "Grade.", locale);
        add(parts, it.tiers(), "Tier.", locale);
        var unit = it.unit();
        if (unit != null) {
            parts.add(unitName(unit));
        }
        return parts.isEmpty() ? null : String.join(say("escalation.and", locale), parts);
    }

    private String unitName(UUID unit) {
        var id = new UnitId(unit);
        return units.names(Set.of(id)).getOrDefault(id, "?");
    }

    private void add(List<String> parts, List<?> values, String prefix, Locale locale) {
        if (!values.isEmpty()) {
            parts.add(values.stream().map(each -> say(prefix + each, locale)).collect(Collectors.joining(" / ")));
        }
    }

    /** Why a level is reached. */
    public String reason(TriggerKind kind, @Nullable ClockKind clock, int amount, Locale locale) {
        var which = within(say(clock == null ? "escalation.any_clock" : "ClockKind." + clock, locale));
        var much = kind == TriggerKind.BEFORE_DUE || kind == TriggerKind.AFTER_DUE ? span(amount, locale)
                : (Object) amount;
        return say("escalation.when." + kind, locale, which, much);
    }

    /** As it stands within a sentence. */
    private static String within(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    public Spoken rung(Rung it, Locale locale) {
        var silent = it.silent();
        if (silent == null) {
            return new Spoken(it, reason(it.kind(), it.clock(), it.amount(), locale));
        }
        var english = silent.nameEn();
        var name = english == null || locale.getLanguage().equals("zh") ? silent.name() : english;
        var why = it.kind() == TriggerKind.CUSTOMER_SILENT
                ? say("escalation.silent." + silent.about(), locale, name, it.amount())
                : say("escalation.silent.besides", locale, reason(it.kind(), null, it.amount(), locale), name);
        return new Spoken(it, why);
    }

    /** The choices of the editor, in words. */
    Map<String, String> choices(List<?> values, String prefix, Locale locale) {
        return values.stream()
            .collect(Collectors.toMap(Object::toString, it -> say(prefix + it, locale), (a, b) -> a,
                    java.util.LinkedHashMap::new));
    }

    private String span(int minutes, Locale locale) {
        return minutes < 60 ? say("frame.span.minutes", locale, minutes)
                : minutes % 60 == 0 ? say("frame.span.hours", locale, minutes / 60)
                        : say("frame.span.both", locale, minutes / 60, minutes % 60);
    }

    private String join(List<String> parts, Locale locale) {
        return String.join(say("escalation.list", locale), parts);
    }

    private String say(String key, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }

}
