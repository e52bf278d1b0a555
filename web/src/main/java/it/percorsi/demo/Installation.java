package it.percorsi.demo;

import it.percorsi.access.Operators;
import it.percorsi.seed.Seeds;
import it.percorsi.site.Mode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Before the first request: an empty demo is filled, an empty installation gets its administrator,
 * and programmes that are wanted and missing are loaded.
 */
@Component
class Installation implements SmartInitializingSingleton {

    static final String DEMO_PASSWORD = "percorsi";

    private static final List<String> EVERY_PROGRAMME =
            List.of("net-met", "melt", "pisola", "melt2", "teams", "siil");
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final Seeds seeds;
    private final Operators operators;
    private final DemoWorld world;
    private final PasswordEncoder encoder;
    private final Mode mode;
    private final Clock clock;
    private final Environment environment;
    private final List<String> programmes;
    private final @Nullable String adminPassword;

    Installation(
            Seeds seeds,
            Operators operators,
            DemoWorld world,
            PasswordEncoder encoder,
            Mode mode,
            Clock clock,
            Environment environment,
            @Value("${percorsi.programmes:}") List<String> programmes,
            @Value("${percorsi.admin-password:#{null}}") @Nullable String adminPassword) {
        this.seeds = seeds;
        this.operators = operators;
        this.world = world;
        this.encoder = encoder;
        this.mode = mode;
        this.clock = clock;
        this.environment = environment;
        this.programmes = programmes;
        this.adminPassword = adminPassword;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean empty = seeds.nobody();
        if (empty && !mode.demo() && adminPassword == null) {
            throw new IllegalStateException(
                    "Base dati vuota: indicare PERCORSI_ADMIN_PASSWORD, la password del primo amministratore. / "
                            + "Empty database: set PERCORSI_ADMIN_PASSWORD, the first administrator's password.");
        }
        (mode.demo() ? EVERY_PROGRAMME : programmes).forEach(seeds::programme);
        if (empty && mode.demo()) {
            seeds.demoNetwork(hash(DEMO_PASSWORD));
            world.replay(clock.instant());
        } else if (empty && adminPassword != null) {
            seeds.firstAdministrator(hash(adminPassword));
        }
        if (!mode.demo() && operators.demoAccounts() > 0) {
            throw new IllegalStateException(
                    "In questa base dati ci sono account dimostrativi attivi: non si parte in produzione. / "
                            + "This database holds active demo accounts: refusing to start in production.");
        }
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        LOG.info(
                "Percorsi è pronto: http://localhost:{}{}",
                environment.getProperty("local.server.port", "8080"),
                mode.demo()
                        ? "  (dimostrazione: account e password sono nella pagina di accesso)"
                        : "");
    }
}
