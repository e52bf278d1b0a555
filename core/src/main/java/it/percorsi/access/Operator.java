package it.percorsi.access;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;

/** A person with an account. */
@Entity
@Table(name = "operator")
public class Operator {

    @Id private UUID id;
    private String username;
    private String name;
    private boolean active;
    private boolean demo;
    @Version private int version;

    protected Operator() {}

    public Operator(String username, String name, boolean demo) {
        this.id = Ids.next();
        this.username = username.toLowerCase(Locale.ROOT);
        this.name = name;
        this.active = true;
        this.demo = demo;
    }

    public void disable() {
        active = false;
    }

    public void enable() {
        active = true;
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return active;
    }
}
