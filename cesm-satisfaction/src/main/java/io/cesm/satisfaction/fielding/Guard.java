package io.cesm.satisfaction.fielding;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;

/**
 * The rules that keep people from being asked too often or at the wrong time.
 *
 * @param contactDays nobody is asked again within so many days, whichever survey it was
 * @param customerDays no other survey asks people of a customer within so many days
 * @param from mails go out from this time of the day at the company's seat
 * @param weekends whether mails also go out on Saturdays and Sundays
 * @param holidays days on which none goes out
 * @param workdays Saturdays and Sundays on which people work
 * @param ownNetworks our own networks, such as 10.0.0.0/8
 */
public record Guard(int contactDays, int customerDays, LocalTime from, LocalTime to, boolean weekends,
        List<LocalDate> holidays, List<LocalDate> workdays, List<String> ownNetworks, long version) {

    public Guard {
        within(contactDays, "contactDays");
        within(customerDays, "customerDays");
        if (!from.isBefore(to)) {
            throw new FieldRefusal("to", "fielding.no_hours");
        }
        holidays = holidays.stream().distinct().sorted().toList();
        workdays = workdays.stream().distinct().sorted().toList();
        if (holidays.size() > 400 || workdays.size() > 400) {
            throw new FieldRefusal("holidays", "fielding.too_many_days", 400);
        }
        ownNetworks = List.copyOf(ownNetworks);
        ownNetworks.forEach(it -> {
            if (!Networks.isOne(it)) {
                throw new FieldRefusal("ownNetworks", "fielding.no_network", it);
            }
        });
    }

    private static void within(int days, String field) {
        if (days < 0 || days > 365) {
            throw new FieldRefusal(field, "number.range", 0, 365);
        }
    }

}
