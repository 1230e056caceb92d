package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.expectation.Target;
import org.jspecify.annotations.Nullable;

/**
 * One expectation of the demo company as it is to be told.
 *
 * @param number the number said, 0 for none
 * @param adjusted whether we promised less than was wished
 * @param twin the same wish noted a second time, to be merged into this one
 */
record Life(Client client, Saying saying, Client.Speaker speaker, Fate fate, Timetable days, String words,
        String product, int number, int level, LocalDate wanted, boolean adjusted, boolean doubled) {

    Target target() {
        var scale = saying.scale();
        var measure = measure();
        if (scale == null || number == 0) {
            return Target.ofLevel(measure, BigDecimal.valueOf(level), wanted);
        }
        return new Target(measure, scale.unit(), scale.worst(), scale.ideal(), BigDecimal.valueOf(number), null,
                wanted);
    }

    String understood() {
        return Told.fill(saying.mean(), product, number, wanted, speaker.english());
    }

    String promise() {
        return Told.fill(saying.promise(), product, number, days.promised(), speaker.english());
    }

    String evidence() {
        return Told.fill(saying.evidence(), product, number, days.delivered(), speaker.english());
    }

    boolean isMeasured() {
        return saying.scale() != null && number != 0;
    }

    private String measure() {
        var whole = understood();
        int end = 0;
        for (var mark : new String[] { "；", ";", "，以", "。" }) {
            int found = whole.indexOf(mark);
            end = found > 0 && (end == 0 || found < end) ? found : end;
        }
        var measure = end == 0 ? whole : whole.substring(0, end);
        return measure.length() > 200 ? measure.substring(0, 200) : measure;
    }

    /** Fills the gaps in a text. */
    static final class Told {

        private Told() {
        }

        static String fill(String text, String product, int number, @Nullable LocalDate day, boolean english) {
            var filled = text.replace("{p}", product).replace("{n}", String.valueOf(number));
            if (day == null) {
                return filled;
            }
            var spoken = english
                    ? day.getDayOfMonth() + " "
                            + day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
                    : day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            return filled.replace("{d}", spoken);
        }

    }

}
