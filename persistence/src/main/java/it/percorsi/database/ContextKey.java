package it.percorsi.database;

import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Mover;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Signs who a transaction acts for. Each node makes its key when it starts and registers it by the
 * owner's connection; the application role cannot read it back.
 */
public final class ContextKey {

    private static final long SECONDS = 120;

    private final UUID id = Ids.next();
    private final byte[] secret = new byte[32];

    public ContextKey(DataSource owner) {
        new SecureRandom().nextBytes(secret);
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        jdbc.update("delete from context_key where registered_at < now() - interval '400 days'");
        jdbc.update("insert into context_key (id, secret) values (?, ?)", id, secret);
    }

    /**
     * The value of {@code percorsi.context}: key, operator, organisation, role, expiry, signature.
     */
    public String sign(Mover actor) {
        String text =
                String.join(
                        ":",
                        id.toString(),
                        actor.operatorId().toString(),
                        actor.organisationId().toString(),
                        actor.roleName(),
                        String.valueOf(Instant.now().getEpochSecond() + SECONDS));
        return text + ":" + hmac(text);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
