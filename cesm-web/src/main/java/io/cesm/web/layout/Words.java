package io.cesm.web.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.cesm.domain.time.CompanyTime;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * How moments, days, numbers and people are written, and addresses of the same page with
 * one parameter more or less. Templates know it as {@code #cesm}.
 */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .withZone(CompanyTime.ZONE);

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("MM-dd EEE", Locale.SIMPLIFIED_CHINESE);

    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("MM-dd EEE", Locale.ENGLISH);

    private final FieldValues fields;

    private final MessageSource messages;

    private final Clock clock;

    private final Locale locale;

    Words(FieldValues fields, MessageSource messages, Clock clock, Locale locale) {
        this.fields = fields;
        this.messages = messages;
        this.clock = clock;
        this.locale = locale;
    }

    /** {@code 2026-11-21 14:05}; empty for nothing. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    public String time(@Nullable OffsetDateTime at) {
        return at == null ? "" : TIME.format(at);
    }

    /** How long ago, in one or two words: 3 分钟前, 2 d ago. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var past = Duration.between(at, clock.instant());
        if (past.isNegative() || past.toMinutes() < 1) {
            return say("frame.ago.now");
        }
        if (past.toHours() < 1) {
            return say("frame.ago.minutes", past.toMinutes());
        }
        if (past.toDays() < 1) {
            return say("frame.ago.hours", past.toHours());
        }
        return past.toDays() < 60 ? say("frame.ago.days", past.toDays()) : day(CompanyTime.dayOf(at));
    }

    /**
     * A span of working time in hours and minutes: 22 h 30 min, 2 小时; 0 min for less than
     * a minute.
     */
    public String span(@Nullable Duration span) {
        return span == null ? "" : span(span.toMinutes());
    }

    /** The same from minutes. */
    public String span(long minutes) {
        if (minutes < 60) {
            return say("frame.span.minutes", minutes);
        }
        return minutes % 60 == 0 ? say("frame.span.hours", minutes / 60)
                : say("frame.span.both", minutes / 60, minutes % 60);
    }

    /** {@code 2026-11-21}; empty for nothing. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Month, day and weekday, with the year when it is not this one. */
    public String weekday(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        var text = (locale.getLanguage().equals("zh") ? DAY_ZH : DAY_EN).format(day);
        return day.getYear() == today().getYear() ? text : day.getYear() + "-" + text;
    }

    /** A due date as people say it: 今天, 明天, 逾期 3 天, else the day. */
    public String due(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return say("frame.due.today");
        }
        if (days == 1) {
            return say("frame.due.tomorrow");
        }
        return days < 0 ? say("frame.due.late", -days) : weekday(day);
    }

    public boolean late(@Nullable LocalDate day) {
        return day != null && day.isBefore(today());
    }

    public LocalDate today() {
        return CompanyTime.today(clock);
    }

    /** A level or other figure: at most one digit after the point, none if it is zero. */
    public String figure(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        var text = value.setScale(1, RoundingMode.HALF_EVEN);
        return (text.stripTrailingZeros().scale() <= 0 ? text.setScale(0, RoundingMode.UNNECESSARY) : text)
            .toPlainString();
    }

    /** A number with all its digits and no more. */
    public String plain(@Nullable BigDecimal value) {
        return value == null ? "–" : value.stripTrailingZeros().toPlainString();
    }

    /** A difference with its sign and one digit, as columns of them need: +3.0, −8.5. */
    public String gap(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        var text = value.setScale(1, RoundingMode.HALF_EVEN);
        return (text.signum() < 0 ? "−" : text.signum() > 0 ? "+" : "") + text.abs().toPlainString();
    }

    /**
     * The name of a customer, a unit or a person in the reader's language, if they have
     * one in it.
     */
    public String name(String name, @Nullable String english) {
        return english == null || english.isBlank() || locale.getLanguage().equals("zh") ? name : english;
    }

    /** One or two letters that stand for a person: 李, MW. */
    public String initials(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "?";
        }
        var clean = name.strip();
        int first = clean.codePointAt(0);
        if (Character.isIdeographic(first)) {
            return Character.toString(first);
        }
        int gap = clean.lastIndexOf(' ');
        var initials = Character.toString(first) + (gap > 0 ? Character.toString(clean.codePointAt(gap + 1)) : "");
        return initials.toUpperCase(Locale.ROOT);
    }

    /** One of eight colours for a person, always the same one. */
    public int hue(@Nullable String name) {
        return name == null ? 0 : Math.floorMod(name.hashCode(), 8);
    }

    /** This page with a parameter set, from the beginning of the list. */
    public String with(String name, @Nullable Object value) {
        var address = Address.of(Here.request()).without("cursor");
        return (value == null || value.toString().isEmpty() ? address.without(name) : address.with(name, value))
            .toString();
    }

    /** This page without a parameter, from the beginning of the list. */
    public String without(String name) {
        return Address.of(Here.request()).without("cursor").without(name).toString();
    }

    /** This page without one of several values of a parameter. */
    public String without(String name, Object value) {
        return Address.of(Here.request()).without("cursor").without(name, value).toString();
    }

    /** This page at another place of the list. */
    public String at(@Nullable String cursor) {
        var address = Address.of(Here.request()).without("cursor");
        return (cursor == null ? address : address.with("cursor", cursor)).toString();
    }

    /** The filters of this page, in the order of their names. */
    public String filters() {
        var query = Here.request().getQueryString();
        return query == null ? "" : Query.sorted(query);
    }

    /**
     * A value of the timeline as people say it: the word for a code, else the value
     * itself.
     * @param type kind of record, such as EXPECTATION
     * @param field the field it was the value of
     */
    public @Nullable String value(String type, String field, @Nullable String value) {
        return fields.say(type, field, value, locale);
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

}
