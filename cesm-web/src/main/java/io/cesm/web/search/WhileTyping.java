package io.cesm.web.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What was found for the same letters within the same reach less than a second ago: many
 * type the same beginnings, and everybody types letter by letter. What is written through
 * this node is found at once.
 */
@Component
public class WhileTyping implements HandlerInterceptor, WebMvcConfigurer {

    private static final Duration BELIEVED = Duration.ofMillis(900);

    private final Cache<Asked, List<?>> answers = Caffeine.newBuilder()
        .expireAfterWrite(BELIEVED)
        .maximumSize(2_000)
        .build();

    /** How often something was written; what was found before is never given again. */
    private final AtomicLong written = new AtomicLong();

    private final CustomerBook customers;

    private final ContactBook contacts;

    private final CurrentActor current;

    WhileTyping(CustomerBook customers, ContactBook contacts, CurrentActor current) {
        this.customers = customers;
        this.contacts = contacts;
        this.current = current;
    }

    public List<CustomerCard> customers(String text, int limit) {
        return ask("customers", null, text, limit, () -> customers.suggest(text, limit));
    }

    Supplier<List<CustomerCard>> customers(Round round, String text, int limit) {
        return ask(round, "customers", null, text, limit, () -> customers.suggesting(text, limit));
    }

    Supplier<List<ContactCard>> contacts(Round round, String text, int limit) {
        return ask(round, "contacts", null, text, limit, () -> contacts.suggesting(null, text, limit));
    }

    /**
     * People.
     * @param customer only those of that customer, or of all within reach if null
     */
    public List<ContactCard> contacts(@Nullable CustomerId customer, String text, int limit) {
        return ask("contacts", customer, text, limit, () -> contacts.suggest(customer, text, limit));
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> ask(String kind, @Nullable Object of, String text, int limit, Supplier<List<T>> find) {
        return (List<T>) answers.get(asked(kind, of, text, limit), it -> List.copyOf(find.get()));
    }

    /**
     * Anything that is looked for while somebody types, asked in a round with others if
     * it is not known.
     * @param kind what is looked for
     * @param of within what, null for everything within reach
     * @return what was found, once the round is over
     */
    @SuppressWarnings("unchecked")
    public <T> Supplier<List<T>> ask(Round round, String kind, @Nullable Object of, String text, int limit,
            Supplier<Question<List<T>>> question) {
        var asked = asked(kind, of, text, limit);
        var known = (List<T>) answers.getIfPresent(asked);
        if (known != null) {
            return () -> known;
        }
        var answer = round.ask(question.get());
        return () -> {
            var found = List.copyOf(answer.get());
            answers.put(asked, found);
            return found;
        };
    }

    private Asked asked(String kind, @Nullable Object of, String text, int limit) {
        return new Asked(kind, of, text, limit, current.actor().scope(), written.get());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failed) {
        if (!request.getMethod().equals("GET")) {
            written.incrementAndGet();
            answers.invalidateAll();
        }
    }

    private record Asked(String kind, @Nullable Object of, String text, int limit, Scope reach, long written) {
    }

}
