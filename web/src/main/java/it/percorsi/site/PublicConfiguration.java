package it.percorsi.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Addresses that are keys. Nobody is logged in there, whoever they are elsewhere; nothing is kept
 * in the browser; a form needs no other proof than the address it is sent to, which is told to no
 * other site.
 */
@Configuration(proxyBeanMethods = false)
class PublicConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain keyedAddresses(HttpSecurity http) {
        return http.securityMatcher("/feeds/**", "/a/**", "/r/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(SecurityConfiguration.POLICY))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                                .addHeaderWriter(
                                        new StaticHeadersWriter(
                                                "X-Robots-Tag", "noindex, nofollow")))
                .build();
    }

    /** Pages for whoever has no account: no session is begun, and search engines may find them. */
    @Bean
    @Order(2)
    SecurityFilterChain openPages(HttpSecurity http) {
        return http.securityMatcher("/info", "/info/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(SecurityConfiguration.POLICY))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
