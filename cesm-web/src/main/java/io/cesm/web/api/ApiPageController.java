package io.cesm.web.api;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of the API: every endpoint with its parameters, read from the OpenAPI
 * document.
 */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class ApiPageController {

    private final OpenApiWebMvcResource document;

    private final JsonMapper json;

    ApiPageController(OpenApiWebMvcResource document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    @GetMapping("/help/api")
    public String endpoints(HttpServletRequest request, Locale locale, Model model) throws IOException {
        var tree = json.readTree(document.openapiJson(request, "/api/v1/openapi", locale));
        model.addAttribute("subjects", Endpoints.of(tree));
        return "api/endpoints";
    }

}
