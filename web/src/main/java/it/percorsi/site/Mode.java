package it.percorsi.site;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this is the demo: so it is where nobody gave a database, unless {@code percorsi.demo}
 * says otherwise.
 */
@Component
public class Mode {

    private final boolean demo;

    Mode(Environment environment) {
        this.demo =
                environment.getProperty(
                        "percorsi.demo",
                        Boolean.class,
                        !environment.containsProperty("spring.datasource.url"));
    }

    public boolean demo() {
        return demo;
    }
}
