package io.cesm.web.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import org.jspecify.annotations.Nullable;

/** Invents the people of the customers: names, titles and ways to reach them. */
class Roll {

    private static final List<DecisionRole> PARTS = List.of(DecisionRole.USER, DecisionRole.DECISION_MAKER,
            DecisionRole.BUYER, DecisionRole.INFLUENCER, DecisionRole.USER, DecisionRole.GATEKEEPER);

    private final Words company;

    private final Dice dice;

    private final Set<String> taken = new HashSet<>();

    private int next;

    Roll(Words company, Dice dice) {
        this.company = company;
        this.dice = dice;
        company.at("known").items().forEach(it -> taken.add(it.at("name").text()));
    }

    /** A person to note, with their points. */
    record Entry(ContactDetails details, List<PointWish> points) {

        DecisionRole part() {
            var role = details.decisionRole();
            return role == null ? DecisionRole.USER : role;
        }

        boolean isEnglish() {
            return "en".equals(details.language());
        }

    }

    List<Entry> of(String customer, String trade, String domain, ContactKind kind, int count) {
        List<Entry> entries = new ArrayList<>();
        company.at("known")
            .items()
            .stream()
            .filter(it -> it.at("at").text().equals(customer))
            .forEach(it -> entries.add(known(it)));
        boolean international = customer.startsWith("velbruk") || customer.startsWith("vb-");
        while (entries.size() < count) {
            var part = PARTS.get(entries.size() % PARTS.size());
            boolean english = international && (customer.equals("velbruk") || entries.size() % 2 == 0);
            entries.add(english ? foreigner(part, domain) : invented(part, domain, kind));
        }
        return entries;
    }

    private Entry known(Words one) {
        var name = one.at("name").text();
        List<PointWish> points = new ArrayList<>();
        for (var point : one.at("points").items()) {
            points.add(new PointWish(PointKind.valueOf(point.at(0).text()), point.at(1).text(),
                    point.at(2).textOrNull(), points.isEmpty()));
        }
        var language = name.equals(one.at("name_en").text()) ? "en" : "zh";
        return new Entry(details(ContactKind.CUSTOMER, name, one.at("name_en").text(), one.at("title").text(),
                one.at("department").text(), DecisionRole.valueOf(one.at("part").text()), language,
                one.at("note").textOrNull()), points);
    }

    private Entry invented(DecisionRole part, String domain, ContactKind kind) {
        String[] surname;
        String[] given;
        do {
            surname = dice.pick(company.at("surnames").items()).text().split(" ");
            given = dice.pick(company.at("given").items()).text().split(" ");
        }
        while (!taken.add(surname[0] + given[0]));
        var latin = surname[1] + " " + given[1].substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + given[1].substring(1);
        var title = dice.pick(company.at("titles").at(part.name()).items());
        var user = given[1] + "." + surname[1].toLowerCase(java.util.Locale.ROOT);
        var details = details(kind, surname[0] + given[0], latin, title.at(0).text(), title.at(1).text(), part, "zh",
                null);
        return new Entry(details, points(user, domain, false));
    }

    private Entry foreigner(DecisionRole part, String domain) {
        var names = company.at("people_en").texts();
        var name = names.stream().filter(taken::add).findFirst().orElseThrow();
        var title = dice.pick(company.at("titles_en").at(part.name()).items());
        var user = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
        return new Entry(
                details(ContactKind.CUSTOMER, name, name, title.at(0).text(), title.at(1).text(), part, "en", null),
                points(user, domain, true));
    }

    private List<PointWish> points(String user, String domain, boolean abroad) {
        int number = next++;
        List<PointWish> points = new ArrayList<>();
        points.add(new PointWish(PointKind.PHONE,
                abroad ? "+44 7700 900%03d".formatted(300 + number % 600) : spoken(number), abroad ? "mobile" : "手机",
                true));
        points.add(new PointWish(PointKind.EMAIL, user + "@" + domain + ".example", abroad ? "work" : "工作", false));
        if (number % 3 == 0) {
            points.add(new PointWish(PointKind.PHONE,
                    abroad ? "+44 20 7946 0%03d".formatted(400 + number % 500) : spoken(number + 400),
                    abroad ? "office" : "值班", false));
        }
        if (number % 4 == 1) {
            points.add(new PointWish(PointKind.EMAIL, user + (1970 + number % 30) + "@mailbox.example",
                    abroad ? "private" : "个人", false));
        }
        if (number % 5 == 2) {
            points.add(new PointWish(PointKind.WECOM, user.replace('.', '_') + number, null, false));
        }
        return points;
    }

    /** People write the same kind of number in several ways. */
    private static String spoken(int number) {
        var digits = "%07d".formatted(103_517L * (number + 3) % 600_000 + 100_000);
        var middle = digits.substring(0, 3);
        var last = digits.substring(3);
        return switch (number % 4) {
            case 0 -> "1740 " + middle + " " + last;
            case 1 -> "1740" + middle + last;
            case 2 -> "+86 1740-" + middle + "-" + last;
            default -> "1740-" + middle + "-" + last;
        };
    }

    private ContactDetails details(ContactKind kind, String name, String nameEn, String title, String department,
            DecisionRole part, String language, @Nullable String note) {
        var weight = switch (part) {
            case DECISION_MAKER -> "3";
            case INFLUENCER -> "2";
            case BUYER -> "1.5";
            case USER -> "1";
            case GATEKEEPER -> "0.5";
        };
        int influence = switch (part) {
            case DECISION_MAKER -> 5;
            case INFLUENCER -> 4;
            case BUYER -> 3;
            case USER -> dice.between(2, 3);
            case GATEKEEPER -> 1;
        };
        return new ContactDetails(kind, name, nameEn, title, department, part, new BigDecimal(weight), influence,
                dice.between(-1, 2), language, note, true, null);
    }

}
