package io.cesm.web.support;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;

import com.jayway.jsonpath.JsonPath;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A program of a customer's that talks to the API with somebody's token. */
public final class Api {

    private final MockMvc mvc;

    private final RequestPostProcessor token;

    public Api(ApplicationContext context, StaffId staff, Right... rights) {
        this.mvc = context.getBean(MockMvc.class);
        this.token = context.getBean(Tokens.class).of(staff, rights);
    }

    public ResultActions get(String path) throws Exception {
        return mvc.perform(request(HttpMethod.GET, URI.create("/api/v1" + path)).with(token));
    }

    public ResultActions post(String path, String body) throws Exception {
        return send(HttpMethod.POST, path, null, body);
    }

    /** With the version that was read. */
    public ResultActions post(String path, long version, String body) throws Exception {
        return send(HttpMethod.POST, path, version, body);
    }

    public ResultActions put(String path, long version, String body) throws Exception {
        return send(HttpMethod.PUT, path, version, body);
    }

    public ResultActions delete(String path) throws Exception {
        return mvc.perform(request(HttpMethod.DELETE, URI.create("/api/v1" + path)).with(token));
    }

    public ResultActions delete(String path, long version) throws Exception {
        return mvc.perform(request(HttpMethod.DELETE, URI.create("/api/v1" + path)).with(token)
            .header("If-Match", "\"" + version + "\""));
    }

    /** With a key by which a repetition is known. */
    public ResultActions postOnce(String path, String key, String body) throws Exception {
        return mvc.perform(request(HttpMethod.POST, URI.create("/api/v1" + path)).with(token)
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
    }

    /** A value of an answer. */
    public static <T> T read(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path);
    }

    private ResultActions send(HttpMethod verb, String path, @Nullable Long version, String body) throws Exception {
        var asking = request(verb, URI.create("/api/v1" + path)).with(token)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
        if (version != null) {
            asking.header("If-Match", "\"" + version + "\"");
        }
        return mvc.perform(asking);
    }

}
