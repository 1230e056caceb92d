package io.cesm.web.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Decides who says what, and what became of it. */
class Plot {

    private final List<Client> clients;

    private final List<Saying> sayings;

    private final Words company;

    private final Words phrases;

    private final Dice dice;

    private final LocalDate today;

    private final Map<Saying, Integer> used = new HashMap<>();

    private final Set<String> said = new HashSet<>();

    Plot(List<Client> clients, List<Saying> sayings, Words company, Words phrases, Dice dice, LocalDate today) {
        this.clients = clients.stream().filter(it -> !it.people().isEmpty()).toList();
        this.sayings = sayings;
        this.company = company;
        this.phrases = phrases;
        this.dice = dice;
        this.today = today;
    }

    /** The lives of as many expectations, the oldest first. */
    List<Life> lives(int count) {
        List<Life> lives = new ArrayList<>();
        var weights = clients.stream().mapToInt(it -> it.buys() ? new int[] { 9, 9, 6, 3, 1 }[it.tier()] : 1).toArray();
        while (lives.size() < count) {
            var client = clients.get(dice.weighted(weights));
            var fate = client.buys() ? Fate.values()[dice.weighted(Fate.weights())] : Fate.CAPTURED;
            var life = life(client, fate);
            if (life != null) {
                lives.add(life);
            }
        }
        lives.sort(Comparator.comparing((Life it) -> it.days().captured()));
        return lives;
    }

    /** Two lives that contradict each other, said by two people of one customer. */
    List<Life> pair(String name, Client client) {
        List<Life> both = new ArrayList<>();
        for (var saying : sayings) {
            if (name.equals(saying.pair())) {
                var speaker = client.people()
                    .stream()
                    .filter(it -> both.isEmpty() || !it.equals(both.getFirst().speaker()))
                    .min(Comparator.comparing(it -> it.part() != saying.speaker()))
                    .orElseThrow();
                both.add(told(client, saying, speaker, Fate.CLARIFIED));
            }
        }
        return both;
    }

    private @Nullable Life life(Client client, Fate fate) {
        var speaker = dice.pick(client.people());
        List<Saying> fitting = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (var saying : sayings) {
            if (fits(saying, client, speaker, fate)) {
                int times = used.getOrDefault(saying, 0) - (saying.trades().isEmpty() ? 0 : 1);
                if (times < least) {
                    least = times;
                    fitting.clear();
                }
                if (times == least) {
                    fitting.add(saying);
                }
            }
        }
        return fitting.isEmpty() ? null : told(client, dice.pick(fitting), speaker, fate);
    }

    private boolean fits(Saying saying, Client client, Client.Speaker speaker, Fate fate) {
        boolean possible = switch (fate) {
            case NOT_MET, SECOND_TRY -> saying.disappointed() != null;
            case DECLINED -> saying.why() != null || saying.level() < 86;
            default -> true;
        };
        return possible && saying.english() == speaker.english() && saying.isSaidIn(client.trade())
                && saying.pair() == null && !said.contains(client.key() + saying.say());
    }

    private Life told(Client client, Saying saying, Client.Speaker speaker, Fate fate) {
        said.add(client.key() + saying.say());
        int times = used.merge(saying, 1, Integer::sum);
        int number = saying.numbers().isEmpty() ? 0 : dice.pick(saying.numbers());
        var days = Timetable.of(fate, saying.lead(), today, dice);
        boolean adjusted = fate.isPromised() && dice.chance(60);
        var wanted = fate.isPromised() ? days.promised().plusDays(adjusted ? dice.between(-6, 2) : dice.between(0, 6))
                : days.captured().plusDays(saying.lead());
        var product = company.at("products").at(dice.pick(client.products())).at(saying.english() ? 2 : 1).text();
        var words = Life.Told.fill(saying.say(), product, number, wanted, saying.english());
        return new Life(client, saying, speaker, fate, days, times > 1 ? varied(words, saying.english()) : words,
                product, number, Math.min(98, saying.level() + dice.between(-3, 3)), wanted, adjusted,
                fate.isPromised() && dice.chance(6));
    }

    /** What is said a second time is said a little differently. */
    private String varied(String words, boolean english) {
        var tongue = english ? "_en" : "";
        var begin = dice.pick(phrases.at("openings" + tongue).texts());
        var end = dice.pick(phrases.at("endings" + tongue).texts());
        return begin + words + end;
    }

}
