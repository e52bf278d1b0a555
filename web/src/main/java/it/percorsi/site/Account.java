package it.percorsi.site;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Who logged in. What they may do is asked again at each request. */
record Account(UUID operatorId, String username, String name) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return username;
    }
}
