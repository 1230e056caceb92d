package io.cesm.web.api;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says beyond what the endpoints themselves say. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String ROOT = "/api/v1/";

    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
            .info(new Info().title("CESM")
                .version("v1")
                .description("Customer expectation and satisfaction management. Lists are read by key: pass next as"
                        + " cursor. Changes need If-Match with the ETag that was read. Errors are problem+json.")
                .license(new License().name("Apache-2.0")))
            .components(new Components().addSecuritySchemes("bearer", bearer))
            .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /**
     * Groups endpoints by what they are about, and tells that every POST may carry a key.
     */
    @Bean
    OperationCustomizer everyOperation() {
        return (operation, method) -> {
            operation.setTags(List.of(subject(method)));
            if (operation.getSummary() == null) {
                operation.setSummary(sentence(method.getMethod().getName()));
            }
            if (method.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(idempotencyKey());
            }
            return operation;
        };
    }

    private static HeaderParameter idempotencyKey() {
        var header = new HeaderParameter();
        header.setName("Idempotency-Key");
        header.setSchema(new StringSchema().maxLength(200));
        header.setDescription("Any text of yours; the same key with the same body acts once and gets the first answer");
        return header;
    }

    private static String subject(HandlerMethod method) {
        var mapping = method.getBeanType().getAnnotation(RequestMapping.class);
        var path = mapping == null || mapping.value().length == 0 ? ROOT + "other" : mapping.value()[0];
        return path.startsWith(ROOT) ? path.substring(ROOT.length()).split("/")[0] : "other";
    }

    /** {@code addPhone} becomes "Add phone". */
    private static String sentence(String name) {
        var words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

}
