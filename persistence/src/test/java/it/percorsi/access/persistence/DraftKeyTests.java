package it.percorsi.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The key of the drafts: where it comes from, and what it opens. */
class DraftKeyTests {

    private static final byte[] PLACE =
            "ada|prato|DESK|/emergencies".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WORDS = "parole molto private".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private DraftCipher cipher(MockEnvironment environment) {
        return new DraftKey().draftCipher(environment);
    }

    private MockEnvironment embedded() {
        return new MockEnvironment()
                .withProperty("percorsi.data-dir", folder.resolve("data").toString());
    }

    private static String key(int of) {
        byte[] key = new byte[of];
        key[0] = (byte) of;
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void besideTheEmbeddedDatabaseItIsMadeOnceForItsOwnersEyes() throws IOException {
        String first = cipher(embedded()).keyId;
        Path file = folder.resolve("data/draft.key");

        assertThat(cipher(embedded()).keyId).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(Files.readString(file))).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void withADatabaseOfOnesOwnItMustBeGivenAndBeWhole() {
        MockEnvironment own =
                embedded().withProperty("spring.datasource.url", "jdbc:postgresql://db/percorsi");

        assertThatThrownBy(() -> cipher(own)).hasMessageContaining("Manca PERCORSI_DRAFT_KEY");
        assertThatThrownBy(() -> cipher(own.withProperty("percorsi.draft-key", key(16))))
                .hasMessageContaining("servono 32 byte")
                .hasMessageNotContaining(key(16));
        assertThat(cipher(own.withProperty("percorsi.draft-key", key(32))).keyId).hasSize(16);
        assertThat(folder.resolve("data/draft.key")).doesNotExist();
    }

    @Test
    void whatIsEncipheredOpensInItsPlaceAloneAndUnchanged() throws GeneralSecurityException {
        DraftCipher cipher = new DraftCipher(new byte[32]);
        byte[] nonce = cipher.nonce();
        byte[] secret = cipher.encipher(WORDS, nonce, PLACE);
        byte[] changed = secret.clone();
        changed[2] ^= 1;
        byte[] otherOwner = "bruno|prato|DESK|/emergencies".getBytes(StandardCharsets.UTF_8);
        byte[] otherForm = "ada|prato|DESK|/people".getBytes(StandardCharsets.UTF_8);
        DraftCipher otherKey = new DraftCipher(Base64.getDecoder().decode(key(32)));

        assertThat(cipher.decipher(secret, nonce, PLACE)).isEqualTo(WORDS);
        assertThat(cipher.nonce()).isNotEqualTo(nonce);
        assertThatThrownBy(() -> cipher.decipher(changed, nonce, PLACE))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> cipher.decipher(secret, nonce, otherOwner))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> cipher.decipher(secret, nonce, otherForm))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> otherKey.decipher(secret, nonce, PLACE))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
