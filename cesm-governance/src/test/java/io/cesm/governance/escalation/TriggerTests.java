package io.cesm.governance.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.WorkingHours;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import org.junit.jupiter.api.Test;

class TriggerTests {

    /**
     * A Tuesday, 09:00 in Shanghai; work is done from 09:00 to 17:00, Monday to Friday.
     */
    private static final Instant NINE = Instant.parse("2026-03-10T01:00:00Z");

    private static final BusinessTime TIME = eightHours();

    @Test
    void percentsOfAClockCountOpenTimeOnlyAlsoBeyondTheEnd() {
        var story = running(Duration.ofHours(8));

        assertThat(at(new Trigger(TriggerKind.CLOCK_PERCENT, null, 75), story)).isEqualTo(NINE.plus(hours(6)));
        assertThat(at(new Trigger(TriggerKind.CLOCK_PERCENT, null, 100), story)).isEqualTo(NINE.plus(hours(8)));
        assertThat(at(new Trigger(TriggerKind.CLOCK_PERCENT, null, 150), story)).as("the next day at 13:00")
            .isEqualTo(NINE.plus(hours(28)));
        assertThat(at(new Trigger(TriggerKind.BEFORE_DUE, ClockKind.RESOLUTION, 60), story))
            .isEqualTo(NINE.plus(hours(7)));
        assertThat(at(new Trigger(TriggerKind.AFTER_DUE, ClockKind.RESOLUTION, 60), story))
            .isEqualTo(NINE.plus(hours(25)));
        assertThat(new Trigger(TriggerKind.CLOCK_PERCENT, ClockKind.FIRST_RESPONSE, 75).reachedBy(story)).isEmpty();
    }

    @Test
    void pausesAndStopsOfTheHistoryCount() {
        var stretches = List.of(new Story.Stretch(NINE, NINE.plus(hours(2))),
                new Story.Stretch(NINE.plus(hours(5)), NINE.plus(hours(7))));
        var story = story(List.of(new Story.Run(ClockKind.RESOLUTION, NINE, hours(8), Duration.ZERO, stretches)),
                List.of(), null);

        assertThat(at(new Trigger(TriggerKind.CLOCK_PERCENT, null, 25), story)).as("used up when the pause ends")
            .isEqualTo(NINE.plus(hours(5)));
        assertThat(at(new Trigger(TriggerKind.CLOCK_PERCENT, null, 40), story))
            .isEqualTo(NINE.plus(hours(6)).plus(Duration.ofMinutes(12)));
        assertThat(new Trigger(TriggerKind.CLOCK_PERCENT, null, 75).reachedBy(story)).as("stopped before").isEmpty();
    }

    @Test
    void silenceIsCountedInWorkingDaysAndEndsWithAnAnswer() {
        var friday = NINE.plus(Duration.ofDays(3));
        var trigger = new Trigger(TriggerKind.CUSTOMER_SILENT, null, 2);

        assertThat(at(trigger, story(List.of(), List.of(new Story.Stretch(friday, null)), NINE))).as("Tuesday")
            .isEqualTo(friday.plus(Duration.ofDays(4)));
        assertThat(trigger
            .reachedBy(story(List.of(), List.of(new Story.Stretch(friday, friday.plus(Duration.ofDays(3)))), NINE)))
            .isEmpty();
    }

    @Test
    void whoTookItInTimeIsNotPressed() {
        var trigger = new Trigger(TriggerKind.UNOWNED, null, 50);

        assertThat(at(trigger, story(List.of(), List.of(), null))).isEqualTo(NINE.plus(hours(1)));
        assertThat(trigger.reachedBy(story(List.of(), List.of(), NINE.plusSeconds(60)))).isEmpty();
    }

    @Test
    void aPolicyCannotOverlookWhatIsOverdue() {
        var near = new EscalationLevel(1, new Trigger(TriggerKind.CLOCK_PERCENT, null, 75), null, List.of(Whom.OWNER),
                List.of(Deed.NOTIFY), null, null);
        var due = new EscalationLevel(2, new Trigger(TriggerKind.CLOCK_PERCENT, null, 100), null,
                List.of(Whom.UNIT_HEAD), List.of(Deed.NOTIFY), null, null);

        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> new EscalationRules(null, List.of(near)).requireComplete());
        new EscalationRules(null, List.of(near, due)).requireComplete();
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> new EscalationLevel(1, near.trigger(), null,
                List.of(Whom.OWNER), List.of(Deed.DEMAND_PLAN), null, null));
        assertThatExceptionOfType(FieldRefusal.class)
            .isThrownBy(() -> new Trigger(TriggerKind.UNACKNOWLEDGED, null, 1));
    }

    private static Instant at(Trigger trigger, Story story) {
        var reached = trigger.reachedBy(story);
        assertThat(reached).hasSize(1);
        return reached.getFirst().at();
    }

    private static Story running(Duration target) {
        return story(List.of(new Story.Run(ClockKind.RESOLUTION, NINE, target, Duration.ZERO,
                List.of(new Story.Stretch(NINE, null)))), List.of(), NINE);
    }

    private static Story story(List<Story.Run> runs, List<Story.Stretch> silences, Instant takenAt) {
        return new Story(NINE, takenAt, hours(2), runs, silences, null, null, 0, 0, List.of(), List.of(), TIME, TIME);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static BusinessTime eightHours() {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        for (int i = 1; i <= 5; i++) {
            week.put(DayOfWeek.of(i), WorkingHours.parse("09:00-17:00", "week"));
        }
        return BusinessTime.of(new CalendarDefinition(ZoneId.of("Asia/Shanghai"), week, null, null), 2026, 2027);
    }

}
