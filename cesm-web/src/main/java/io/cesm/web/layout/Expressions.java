package io.cesm.web.layout;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives templates {@code #cesm}: see {@link Words}. */
@Component
class Expressions extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final FieldValues fields;

    private final MessageSource messages;

    private final Clock clock;

    Expressions(FieldValues fields, MessageSource messages, Clock clock) {
        super("cesm");
        this.fields = fields;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("cesm");
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return words(context.getLocale());
    }

    Words words(Locale locale) {
        return new Words(fields, messages, clock, locale);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }

}
