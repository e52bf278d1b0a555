package it.percorsi.pathway;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers that sort by the moment they were made and cannot be guessed. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * A UUID of version 7: 48 bits of milliseconds, 74 random bits.
     *
     * <p>Reads the system clock: the time inside only keeps indexes compact and is never shown.
     *
     * <p>Source: RFC 9562, section 5.7
     */
    public static UUID next() {
        long millis = System.currentTimeMillis() & 0xFFFF_FFFF_FFFFL;
        long high = millis << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = RANDOM.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
