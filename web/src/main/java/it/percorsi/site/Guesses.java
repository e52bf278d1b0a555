package it.percorsi.site;

import it.percorsi.access.LoginFailures;
import it.percorsi.access.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Addresses that are keys, asked for by whoever has them. Wrong ones are counted like wrong
 * passwords, apart from these: fifty from one source in a quarter of an hour and it is looked at no
 * more. No right one can be guessed; this only spares the database.
 */
@Component
public class Guesses {

    private static final int HASH_SHOWN = 8;

    private final LoginFailures failures;

    Guesses(LoginFailures failures) {
        this.failures = failures;
    }

    /**
     * @param kind what the address opens: each kind is counted by itself
     * @param opened what stands at the address, if anything
     */
    public <T> Optional<T> look(
            String kind, String secret, HttpServletRequest request, Supplier<Optional<T>> opened) {
        String source = kind + " " + request.getRemoteAddr();
        String asked = HexFormat.of().formatHex(new Secret(secret).hash(), 0, HASH_SHOWN);
        if (failures.tooMany(asked, source)) {
            return Optional.empty();
        }
        Optional<T> found = opened.get();
        if (found.isEmpty()) {
            failures.record(asked, source);
        }
        return found;
    }
}
