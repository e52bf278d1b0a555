package it.percorsi.access;

/** Failed logins of the last quarter of an hour, shared by every node. */
public interface LoginFailures {

    /** More than five by this account from this source, or fifty from this source. */
    boolean tooMany(String account, String source);

    void record(String account, String source);

    void forget(String account, String source);
}
