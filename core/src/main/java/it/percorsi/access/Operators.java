package it.percorsi.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, roles and what is needed to let somebody in. */
public interface Operators {

    /** What a login needs, for an active account. Asked before anybody acts. */
    Optional<Login> login(String username);

    /** The roles an operator may act in today; none once the account is disabled. */
    List<Actor> actors(UUID operatorId);

    void save(Operator operator);

    void save(Membership membership);

    void setPasswordHash(UUID operatorId, String hash);

    Optional<Operator> visible(UUID id, Actor viewer);

    Optional<Membership> visibleMembership(UUID id, Actor viewer);

    List<OperatorRow> list(Actor viewer);

    /** Colleagues who could join a team or manage a case, by organisation. */
    List<Colleague> colleagues(Actor viewer);

    /**
     * Names of those of a body who may answer for a case, for the secretary of a panel that says
     * who should.
     */
    List<String> namesToFollow(UUID body, Actor viewer);

    /** Demo accounts that could still log in; production must have none. */
    long demoAccounts();

    record Login(UUID operatorId, String name, String passwordHash) {}

    record OperatorRow(
            UUID operatorId,
            String username,
            String name,
            boolean active,
            @Nullable UUID membershipId,
            @Nullable String organisationName,
            @Nullable String role,
            @Nullable LocalDate validUntil) {}

    record Colleague(
            UUID operatorId,
            String name,
            UUID organisationId,
            String organisationName,
            String role) {

        public boolean maySee(Section section) {
            return Role.valueOf(role).maySee(section);
        }
    }
}
