package io.cesm.web.support;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.ApiTokens;
import io.cesm.web.security.ApiTokens.TokenKind;
import io.cesm.web.security.ApiTokens.TokenWish;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Lets a MockMvc request come from a program with a token:
 * {@code mvc.perform(get("/api/v1/customers").with(tokens.of(csr)))}.
 */
@TestComponent
public class Tokens {

    private final ApiTokens tokens;

    private final AccessBook accesses;

    Tokens(ApiTokens tokens, AccessBook accesses) {
        this.tokens = tokens;
        this.accesses = accesses;
    }

    /** With these rights, or with all the person has. */
    public RequestPostProcessor of(StaffId staff, Right... rights) {
        var secret = secret(staff, rights);
        return request -> {
            request.addHeader("Authorization", "Bearer " + secret);
            return request;
        };
    }

    public String secret(StaffId staff, Right... rights) {
        var access = accesses.of(staff).orElseThrow();
        Set<Right> wanted = rights.length == 0 ? access.rights() : Arrays.stream(rights).collect(Collectors.toSet());
        return tokens
            .make(access, access.actor("api", "127.0.0.1"), new TokenWish("test", TokenKind.PERSONAL, wanted, 1))
            .secret();
    }

}
