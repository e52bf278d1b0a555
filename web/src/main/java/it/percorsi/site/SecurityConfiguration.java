package it.percorsi.site;

import it.percorsi.access.Drafts;
import it.percorsi.access.Operators;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/login",
        "/desks",
        "/notices",
        "/actuator/health",
        "/percorsi.*",
        "/fonts/**",
        "/favicon.ico",
        "/favicon.svg",
        "/error"
    };

    static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, Operators operators, Drafts drafts, CurrentActor current) {
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/login")
                                .defaultSuccessUrl("/")
                                .failureHandler((request, response, failure) ->
                                        response.sendRedirect(
                                                failure instanceof LockedException
                                                        ? "/login?slow"
                                                        : "/login?wrong")))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(p ->
                                        p.policy(
                                                "camera=(), geolocation=(), microphone=(), payment=()"))
                                .crossOriginOpenerPolicy(
                                        c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .crossOriginResourcePolicy(
                                        c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .addFilterAfter(new ActingFilter(operators), AuthorizationFilter.class)
                .addFilterAfter(new SessionLock(), ActingFilter.class)
                .addFilterAfter(new DraftFilter(drafts, current), SessionLock.class)
                .build();
    }

    static boolean isAsset(String path) {
        return path.startsWith("/percorsi.")
                || path.startsWith("/fonts/")
                || path.startsWith("/favicon");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
