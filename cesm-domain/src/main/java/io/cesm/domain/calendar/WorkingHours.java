package io.cesm.domain.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one day in which work is done: any number of blocks, in order and apart
 * from each other. No block at all is a day off.
 */
public record WorkingHours(List<Block> blocks) {

    public static final WorkingHours NONE = new WorkingHours(List.of());

    private static final int MINUTES_OF_A_DAY = 1440;

    private static final int MOST_BLOCKS = 12;

    private static final int LONGEST_TEXT = 200;

    private static final Pattern BLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–—~至]\\s*(\\d{1,2}):(\\d{2})");

    /**
     * A stretch of work, in minutes of the day; 1440 is midnight at its end.
     */
    public record Block(int from, int to) {

        @Override
        public String toString() {
            return time(from) + "-" + time(to);
        }

        private static String time(int minutes) {
            return "%02d:%02d".formatted(minutes / 60, minutes % 60);
        }

    }

    public WorkingHours {
        blocks = blocks.stream().sorted(Comparator.comparingInt(Block::from)).toList();
        var end = 0;
        for (var each : blocks) {
            if (each.from() < end || each.to() <= each.from() || each.to() > MINUTES_OF_A_DAY) {
                throw new FieldRefusal("hours", "calendar.hours.order", each);
            }
            end = each.to();
        }
    }

    /**
     * Reads what a person types: {@code 09:00-12:00, 13:30-18:00}. Nothing typed is a day
     * off.
     * @throws FieldRefusal that names what cannot be read
     */
    public static WorkingHours parse(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        if (text.length() > LONGEST_TEXT) {
            throw new FieldRefusal(field, "text.too_long", LONGEST_TEXT, text.length());
        }
        var blocks = new ArrayList<Block>();
        for (var part : text.replace('\uFF1A', ':')
            .strip()
            .split("[,\uFF0C\u3001;\uFF1B]\\s*|(?<=\\d{2})\\s+(?=\\d{1,2}:)")) {
            blocks.add(block(part.strip(), field));
        }
        if (blocks.size() > MOST_BLOCKS) {
            throw new FieldRefusal(field, "calendar.hours.many", MOST_BLOCKS);
        }
        try {
            return new WorkingHours(blocks);
        }
        catch (FieldRefusal wrong) {
            throw new FieldRefusal(field, wrong.code(), wrong.args().toArray());
        }
    }

    private static Block block(String text, String field) {
        var read = BLOCK.matcher(text);
        if (!read.matches()) {
            throw new FieldRefusal(field, "calendar.hours.unreadable", text);
        }
        return new Block(minutes(read.group(1), read.group(2), field, text),
                minutes(read.group(3), read.group(4), field, text));
    }

    private static int minutes(String hour, String minute, String field, String text) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || minutes > MINUTES_OF_A_DAY) {
            throw new FieldRefusal(field, "calendar.hours.unreadable", text);
        }
        return minutes;
    }

    @JsonCreator
    static WorkingHours of(List<String> texts) {
        return parse(String.join(",", texts), "hours");
    }

    /** The blocks as texts, as programs read them. */
    @JsonValue
    public List<String> texts() {
        return blocks.stream().map(Block::toString).toList();
    }

    public boolean isOff() {
        return blocks.isEmpty();
    }

    /** Minutes of work in the day. */
    public int minutes() {
        return blocks.stream().mapToInt(it -> it.to() - it.from()).sum();
    }

    @Override
    public String toString() {
        return blocks.stream().map(Block::toString).collect(Collectors.joining(", "));
    }

}
