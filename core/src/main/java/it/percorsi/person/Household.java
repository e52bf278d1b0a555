package it.percorsi.person;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who lives with whom, and where those live who must not be found. */
public interface Household {

    /** Those linked to a person, for a viewer who may read the social part of both. */
    List<Relative> of(UUID person, Actor viewer);

    void link(UUID person, UUID relative, Kinship kinship, UUID operatorId, Instant at);

    /**
     * @return whether there was such a link to end
     */
    boolean unlink(UUID person, UUID link, Instant at, Actor viewer);

    Optional<ProtectedAddress> protectedAddress(UUID person, Actor viewer);

    /** Takes the address out of the contacts, and keeps this one apart instead of any before. */
    void protect(UUID person, String address, UUID operatorId, Instant at);

    void unprotect(UUID person, Instant at);

    /**
     * @param kinship what the relative is to the person asked about
     */
    record Relative(
            UUID linkId,
            UUID personId,
            String name,
            LocalDate bornOn,
            Birth.Precision bornPrecision,
            Kinship kinship,
            Instant since) {

        public Birth born() {
            return new Birth(bornOn, bornPrecision);
        }
    }

    /** An address few may read. */
    record ProtectedAddress(String address, Instant recordedAt, String operatorName) {}
}
