package it.percorsi.seed;

import java.util.List;

/**
 * Fills an empty installation by the owner's connection, before anybody acts. Reference tables are
 * filled by themselves when the application starts.
 */
public interface Seeds {

    /** Whether nobody has an account yet. */
    boolean nobody();

    /** A first organisation with one administrator, {@code admin}. */
    void firstAdministrator(String passwordHash);

    /**
     * A programme with its bodies, rules, desks, services, targets and amounts: {@code
     * seeds/programmes}. One that is there is left as it is.
     */
    void programme(String name);

    /**
     * The organisations, accounts, bookable services and panels of the demo: {@code seeds/demo}.
     */
    void demoNetwork(String passwordHash);

    /** The demo accounts, for the login page in demo mode. */
    List<DemoAccount> demoAccounts();

    record DemoAccount(String username, String organisationName, String role) {}
}
