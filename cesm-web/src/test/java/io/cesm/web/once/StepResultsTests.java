package io.cesm.web.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;

/** Whatever a use case returns can be said again by who repeats the request. */
@WebTest
class StepResultsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    StepResults results;

    @Test
    void everyUseCaseReturnsWhatCanBeReadAgain() {
        var source = new AnnotationTransactionAttributeSource();
        List<String> unreadable = new ArrayList<>();
        int looked = 0;
        for (var bean : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(bean);
            for (var method : type.getMethods()) {
                var attribute = source.getTransactionAttribute(method, type);
                if (attribute == null || attribute.isReadOnly() || !type.getName().startsWith("io.cesm")) {
                    continue;
                }
                looked++;
                if (!results.reads(ResolvableType.forMethodReturnType(method, type).getType())) {
                    unreadable.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(looked).isGreaterThan(100);
        assertThat(unreadable).isEmpty();
    }

}
