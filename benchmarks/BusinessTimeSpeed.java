import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.DayKind;
import io.cesm.domain.calendar.DayRule;
import io.cesm.domain.calendar.WorkingHours;

/**
 * How many due times one thread works out in a second: random moments of ten years,
 * random targets up to 400 open hours, a calendar of two blocks a day with thirty days a
 * year that are otherwise.
 */
class BusinessTimeSpeed {

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 20_261_127;
        var random = new SplittableRandom(seed);
        var time = BusinessTime.of(calendar(random), 2020, 2031);
        int many = 1 << 20;
        var moments = new Instant[many];
        var targets = new Duration[many];
        for (int i = 0; i < many; i++) {
            moments[i] = Instant.parse("2020-02-01T00:00:00Z").plusSeconds(random.nextLong(10L * 365 * 86_400));
            targets[i] = Duration.ofSeconds(random.nextLong(400 * 3_600L));
        }
        var cpu = ManagementFactory.getThreadMXBean();
        System.out.println("seed " + seed);
        for (int round = 0; round < 8; round++) {
            long sum = 0;
            long start = System.nanoTime();
            long begun = cpu.getCurrentThreadCpuTime();
            for (int i = 0; i < many; i++) {
                sum += time.add(moments[i], targets[i]).getEpochSecond();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double worked = (cpu.getCurrentThreadCpuTime() - begun) / 1e9;
            System.out.printf("round %d: %,.0f due times a second of one core, %,.0f by the clock (checksum %d)%n", round,
                    many / worked, many / seconds, sum);
        }
    }

    private static CalendarDefinition calendar(SplittableRandom random) {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, WorkingHours.parse(day.getValue() > 5 ? "" : "09:00-12:00, 13:30-18:00", "hours"));
        }
        List<DayRule> days = new ArrayList<>();
        for (int year = 2020; year <= 2031; year++) {
            for (int i = 0; i < 30; i++) {
                days.add(new DayRule(LocalDate.ofYearDay(year, 1 + random.nextInt(365)),
                        i < 24 ? DayKind.HOLIDAY : DayKind.WORKDAY, null, "x", "x"));
            }
        }
        return new CalendarDefinition(ZoneId.of("Asia/Shanghai"), week, days, null);
    }

}
