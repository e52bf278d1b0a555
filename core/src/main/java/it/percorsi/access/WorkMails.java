package it.percorsi.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work addresses of operators: each has their own, administrators those of everybody. */
public interface WorkMails {

    WorkMail of(UUID operator, Actor viewer);

    /** Whether they want the mail of each morning stays as it is. */
    void keepAddress(UUID operator, @Nullable String address, Actor by);

    void keep(UUID operator, WorkMail mail, Actor by);
}
