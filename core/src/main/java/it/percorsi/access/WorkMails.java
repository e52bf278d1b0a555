package it.percorsi.access;

import java.util.UUID;

/** The work addresses of operators: each has their own, administrators those of everybody. */
public interface WorkMails {

    WorkMail of(UUID operator, Actor viewer);

    void keep(UUID operator, WorkMail mail, Actor by);
}
