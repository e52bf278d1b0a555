package it.percorsi.access.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.WorkMail;
import it.percorsi.access.WorkMails;
import it.percorsi.database.Queries;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredWorkMails implements WorkMails {

    private final Queries queries;

    StoredWorkMails(Queries queries) {
        this.queries = queries;
    }

    @Override
    public WorkMail of(UUID operator, Actor viewer) {
        return queries.sql(
                        """
                        select address, daily from work_mail
                        where operator_id = :whose and (:role = 'ADMINISTRATOR' or operator_id = :operator)
                        """,
                        viewer)
                .param("whose", operator)
                .optional(WorkMail.class)
                .orElse(WorkMail.UNKNOWN);
    }

    @Override
    public void keepAddress(UUID operator, @Nullable String address, Actor by) {
        queries.sql(
                        """
                        insert into work_mail (operator_id, address) values (:whose, :address)
                        on conflict (operator_id) do update set address = excluded.address
                        """)
                .param("whose", operator)
                .param("address", address, Types.VARCHAR)
                .update();
    }

    @Override
    public void keep(UUID operator, WorkMail mail, Actor by) {
        queries.sql(
                        """
                        insert into work_mail (operator_id, address, daily) values (:whose, :address, :daily)
                        on conflict (operator_id) do update set address = excluded.address, daily = excluded.daily
                        """)
                .param("whose", operator)
                .param("address", mail.address(), Types.VARCHAR)
                .param("daily", mail.daily())
                .update();
    }
}
