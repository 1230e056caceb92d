package io.cesm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import org.springframework.web.util.UriComponentsBuilder;

/** The quick way makes of an address what the usual way makes of it. */
class QuickQueriesTests {

    record Filters(@Nullable String q, @Nullable Integer tier, @Nullable DayOfWeek day, @Nullable List<Integer> grade,
            @Nullable Set<DayOfWeek> days, @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @Nullable Boolean open, @Nullable UUID id) {
    }

    record Counted(int page) {
    }

    private final QuickQueries quick = new QuickQueries();

    private final HandlerMethodArgumentResolver usual = new ServletModelAttributeMethodProcessor(false);

    private final WebDataBinderFactory binders = binders();

    @ParameterizedTest
    @ValueSource(strings = { "/list", "/list?q=", "/list?q=漏油&tier=2&day=MONDAY", "/list?grade=1&grade=2&grade=",
            "/list?grade=1,2&days=MONDAY&days=FRIDAY", "/list?from=2026-11-28&open=true", "/list?tier=&from=&day=",
            "/list?id=5b0f4fc7-7e0c-4a53-a3f5-5b1f0d1a0001", "/list?_open=on", "/list?!tier=3", "/list?grade[0]=4",
            "/list?unknown=1&q=a&q=b" })
    void isTheSame(String address) throws Exception {
        assertThat(made(quick, address)).isEqualTo(made(usual, address)).isInstanceOf(Filters.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/list?tier=two", "/list?day=Someday", "/list?from=28.11.2026", "/list?grade=1&grade=x" })
    void whatDoesNotFitIsRefusedInTheSameWords(String address) {
        assertThatThrownBy(() -> made(quick, address)).hasMessage(refusal(address));
    }

    @Test
    void aPartOfThePathIsBoundAsEver() throws Exception {
        assertThat(made(quick, "/list", Map.of("tier", "3"))).isEqualTo(made(usual, "/list", Map.of("tier", "3")))
            .extracting("tier")
            .isEqualTo(3);
    }

    @Test
    void aRecordOfAnythingButPlainPartsIsLeftToTheUsualWay() throws Exception {
        assertThat(quick.supportsParameter(parameter("filters", Filters.class))).isTrue();
        assertThat(quick.supportsParameter(parameter("counted", Counted.class))).isFalse();
    }

    private String refusal(String address) {
        try {
            return "not refused but " + made(usual, address);
        }
        catch (Exception ex) {
            return String.valueOf(ex.getMessage());
        }
    }

    private @Nullable Object made(HandlerMethodArgumentResolver by, String address) throws Exception {
        return made(by, address, Map.of());
    }

    private @Nullable Object made(HandlerMethodArgumentResolver by, String address, Map<String, String> inPath)
            throws Exception {
        var parts = UriComponentsBuilder.fromUriString(address).build();
        var request = new MockHttpServletRequest("GET", parts.getPath());
        parts.getQueryParams()
            .forEach((name, values) -> request.addParameter(name,
                    values.stream().map(String::valueOf).toArray(String[]::new)));
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, inPath);
        var model = new ModelAndViewContainer();
        var made = by.resolveArgument(parameter("filters", Filters.class), model, new ServletWebRequest(request),
                binders);
        assertThat(model.getModel()).containsEntry("query", made)
            .containsKey("org.springframework.validation.BindingResult.query");
        return made;
    }

    private static MethodParameter parameter(String method, Class<?> type) throws NoSuchMethodException {
        return new MethodParameter(QuickQueriesTests.class.getDeclaredMethod(method, type), 0);
    }

    private static WebDataBinderFactory binders() {
        var initializer = new ConfigurableWebBindingInitializer();
        initializer.setConversionService(new DefaultFormattingConversionService());
        return new ServletRequestDataBinderFactory(List.of(), initializer);
    }

    void filters(@ModelAttribute("query") Filters it) {
    }

    void counted(@ModelAttribute("query") Counted it) {
    }

}
