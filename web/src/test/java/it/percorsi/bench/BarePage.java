package it.percorsi.bench;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The floor of pages: Spring MVC, Thymeleaf and two reads by key; no security and no session. */
@EnableAutoConfiguration(
        exclude = {
            DataJpaRepositoriesAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            JdbcSessionAutoConfiguration.class
        })
class BarePage {

    static ConfigurableApplicationContext start(World world) {
        return new SpringApplicationBuilder(BarePage.class)
                .properties(
                        Map.of(
                                "spring.config.name", "bare",
                                "spring.datasource.url", world.url(),
                                "spring.datasource.username", "postgres",
                                "spring.threads.virtual.enabled", "true",
                                "spring.main.banner-mode", "off",
                                "logging.level.root", "warn",
                                "server.port", "0"))
                .run();
    }

    @Bean
    RouterFunction<ServerResponse> page(JdbcTemplate jdbc) {
        return RouterFunctions.route().GET("/bare/{id}", request -> show(request, jdbc)).build();
    }

    private static ServerResponse show(ServerRequest request, JdbcTemplate jdbc) {
        UUID id = UUID.fromString(request.pathVariable("id"));
        return ServerResponse.ok()
                .render(
                        "bench/bare",
                        Map.of(
                                "person",
                                jdbc.queryForMap(
                                        "select family_name, given_name, born_on, language from person where id = ?",
                                        id),
                                "contact",
                                jdbc.queryForMap(
                                        "select coalesce(phone, '') phone, address, municipality from person_contact where person_id = ?",
                                        id)));
    }
}
