package it.percorsi.access.persistence;

import it.percorsi.access.LoginFailures;
import it.percorsi.database.Door;
import org.springframework.stereotype.Repository;

@Repository
class StoredLoginFailures implements LoginFailures {

    private final Door door;

    StoredLoginFailures(Door door) {
        this.door = door;
    }

    @Override
    public boolean tooMany(String account, String source) {
        return door.sql(
                        """
                        select count(*) filter (where account = :account) >= 5 or count(*) >= 50
                        from login_failure where source = :source and at > now() - interval '15 minutes'
                        """)
                .param("account", account)
                .param("source", source)
                .single(Boolean.class);
    }

    @Override
    public void record(String account, String source) {
        door.sql("delete from login_failure where at < now() - interval '1 day'").update();
        door.sql(
                        "insert into login_failure (account, source, at) values (:account, :source, now())")
                .param("account", account)
                .param("source", source)
                .update();
    }

    @Override
    public void forget(String account, String source) {
        door.sql("delete from login_failure where account = :account and source = :source")
                .param("account", account)
                .param("source", source)
                .update();
    }
}
