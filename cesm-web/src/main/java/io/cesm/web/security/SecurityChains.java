package io.cesm.web.security;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import io.cesm.web.api.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Three doors: programs with tokens, customers with links, staff with browsers. What no
 * rule allows is refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityChains {

    private static final String[] OPEN_FILES = { "/css/**", "/js/**", "/img/**", "/fonts/**", "/webjars/**",
            "/favicon.ico", "/favicon.svg", "/robots.txt", "/error" };

    private static final String[] OPEN_PAGES = { "/login", "/setup", "/invitation/**", "/language",
            "/help/accessibility" };

    private final ContentPolicy policy = new ContentPolicy();

    private final PublicAddress address;

    SecurityChains(PublicAddress address) {
        this.address = address;
    }

    /** A span for every filter of every request would tell nobody anything. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Programs: a bearer token with each request, no session, problems as JSON. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, AccessCache accesses, Problems problems,
            SecuritySettings settings, Clock clock) throws Exception {
        var doors = new ApiDoors(problems);
        http.securityMatcher("/api/**");
        headers(http);
        http.addFilterBefore(new TokenFilter(tokens, accesses, problems, settings.apiPerMinute(), clock),
                AnonymousAuthenticationFilter.class);
        return http.csrf(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .exceptionHandling(it -> it.authenticationEntryPoint(doors).accessDeniedHandler(doors))
            .authorizeHttpRequests(rules -> rules.requestMatchers(HttpMethod.POST, "/api/v1/tokens")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/v1/openapi", "/api/v1/openapi/**")
                .permitAll()
                .anyRequest()
                .hasAuthority("VIEW"))
            .build();
    }

    /** Customers with a link: no session of staff is looked at, and none is made. */
    @Bean
    @Order(2)
    SecurityFilterChain links(HttpSecurity http) throws Exception {
        http.securityMatcher("/c/**", "/confirm", "/confirm/**", "/a/**", "/answer/**");
        headers(http);
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(address.https() ? "__Host-confirm-csrf" : "confirm-csrf");
        tokens.setCookieCustomizer(it -> it.httpOnly(true).secure(address.https()).sameSite("Strict").path("/"));
        return http
            .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                // what it takes carries the token in its body; no cookie counts there
                .ignoringRequestMatchers("/a/answers"))
            .logout(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .headers(it -> it.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
            .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
            .build();
    }

    /** Calendars: the address is the key, and it only reads. */
    @Bean
    @Order(2)
    SecurityFilterChain calendars(HttpSecurity http) throws Exception {
        http.securityMatcher("/feed/**");
        headers(http);
        return http.logout(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
            .build();
    }

    /** Staff with browsers. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, BrowserContext browsers) throws Exception {
        var doors = new Doors();
        headers(http);
        return http.csrf(csrf -> csrf.csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
            .securityContext(it -> it.securityContextRepository(browsers))
            .requestCache(it -> it.requestCache(new NullRequestCache()))
            .sessionManagement(AbstractHttpConfigurer::disable)
            .exceptionHandling(it -> it.authenticationEntryPoint(doors).accessDeniedHandler(doors))
            .logout(it -> it.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
            .authorizeHttpRequests(rules -> rules.requestMatchers(OPEN_FILES)
                .permitAll()
                .requestMatchers(OPEN_PAGES)
                .permitAll()
                .requestMatchers("/login/code")
                .hasAuthority(StaffAuthentication.NEEDS_CODE)
                .requestMatchers("/me/second-factor", "/me/second-factor/**")
                .hasAnyAuthority("VIEW", StaffAuthentication.NEEDS_ENROLMENT)
                .anyRequest()
                .hasAuthority("VIEW"))
            .build();
    }

    /** Refuses odd paths and verbs, and host names that are not ours. */
    @Bean
    StrictHttpFirewall firewall(SecuritySettings settings) {
        var firewall = new StrictHttpFirewall();
        Set<String> hosts = new HashSet<>(settings.allowedHosts());
        hosts.addAll(List.of(address.host(), "localhost", "127.0.0.1", "[::1]"));
        firewall.setAllowedHostnames(hosts::contains);
        firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
        return firewall;
    }

    /** People sign in by our own pages; there is no other way in. */
    @Bean
    AuthenticationManager noOther() {
        return authentication -> {
            throw new ProviderNotFoundException("People sign in at /login, programs with a token");
        };
    }

    private void headers(HttpSecurity http) throws Exception {
        http.addFilterBefore(policy, HeaderWriterFilter.class)
            .httpBasic(AbstractHttpConfigurer::disable)
            .formLogin(AbstractHttpConfigurer::disable)
            .anonymous(it -> {
            })
            .headers(it -> it.addHeaderWriter(policy)
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions
                    .policy("camera=(self), microphone=(self), geolocation=(), payment=()"))
                .httpStrictTransportSecurity(hsts -> {
                    if (!address.https()) {
                        hsts.disable();
                    }
                }));
    }

}
