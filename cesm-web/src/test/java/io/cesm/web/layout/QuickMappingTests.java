package io.cesm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/** Passing over mappings early never changes who answers. */
class QuickMappingTests {

    private final QuickMapping mapping = new QuickMapping();

    @BeforeEach
    void someRoutes() throws Exception {
        route("customer", "/customers/{id}");
        route("either", "/people/{id}", "/staff/{id}");
        route("anything", "/{kind}/of/{id}");
    }

    @Test
    void theOneWhoseWordItBeginsWithAnswers() throws Exception {
        assertThat(answers("/customers/7")).isEqualTo("customer");
        assertThat(answers("/people/7")).isEqualTo("either");
        assertThat(answers("/staff/7")).isEqualTo("either");
        assertThat(answers("/customers-of-old/7")).isNull();
    }

    @Test
    void aBeginningThatIsNotPlainIsComparedAsBefore() throws Exception {
        assertThat(answers("/customers/of/7")).isEqualTo("anything");
        assertThat(answers("/%63ustomers/7")).isEqualTo("customer");
    }

    private void route(String name, String... paths) throws Exception {
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        mapping.registerMapping(RequestMappingInfo.paths(paths).options(options).build(), this,
                QuickMappingTests.class.getDeclaredMethod(name));
    }

    private @Nullable String answers(String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        HandlerMethod found = mapping.lookupHandlerMethod(path, request);
        return found == null ? null : found.getMethod().getName();
    }

    void customer() {
    }

    void either() {
    }

    void anything() {
    }

}
