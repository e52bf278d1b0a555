package it.percorsi.site;

import it.percorsi.access.LoginFailures;
import it.percorsi.access.Operators;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets an operator in. Whoever guesses is slowed down by account and source together, so that
 * nobody can lock a desk out from elsewhere.
 */
@Component
class LoginProvider implements AuthenticationProvider {

    private final Operators operators;
    private final LoginFailures failures;
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    LoginProvider(Operators operators, LoginFailures failures, PasswordEncoder encoder) {
        this.operators = operators;
        this.failures = failures;
        this.encoder = encoder;
        this.nobodysHash = Objects.requireNonNull(encoder.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = plain(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        String source =
                attempt.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "-";
        if (failures.tooMany(username, source)) {
            throw new LockedException("too many attempts");
        }
        Optional<Operators.Login> login = operators.login(username);
        // A hash is compared also for accounts that do not exist: the answer takes as long.
        boolean right =
                encoder.matches(
                        password, login.map(Operators.Login::passwordHash).orElse(nobodysHash));
        if (!right || login.isEmpty()) {
            failures.record(username, source);
            throw new BadCredentialsException("bad credentials");
        }
        failures.forget(username, source);
        Account account = new Account(login.get().operatorId(), username, login.get().name());
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    private static String plain(String typed) {
        String name =
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(100, name.length())).replace("\0", "");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
