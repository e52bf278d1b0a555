package it.percorsi.site;

import java.util.List;

/** The accounts the login page offers to whoever tries a demonstration. */
public interface TrialAccounts {

    List<TrialAccount> trialAccounts();

    record TrialAccount(String username, String organisationName, String role) {}
}
