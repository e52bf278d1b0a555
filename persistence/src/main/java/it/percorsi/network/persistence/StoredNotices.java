package it.percorsi.network.persistence;

import it.percorsi.database.Queries;
import it.percorsi.network.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredNotices implements Notices {

    private static final String NOTICES =
            """
            select n.version, n.language, l.name language_name, n.title, n.text, n.translation_verified verified,
                n.valid_from
            from privacy_notice n join language l on l.code = n.language
            """;

    private static final String NEWEST = " order by n.valid_from desc, n.language <> 'it', l.name";

    private final Queries queries;

    StoredNotices(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Notice> inForce(LocalDate on) {
        return queries.sql(NOTICES + "where n.version = notice_in_force(:on)" + NEWEST)
                .param("on", on)
                .list(Notice.class);
    }

    @Override
    public List<Notice> published() {
        return queries.sql(NOTICES + NEWEST).list(Notice.class);
    }

    @Override
    public void publish(Notice notice, UUID operator) {
        queries.sql(
                        """
                        insert into privacy_notice (version, language, title, text, translation_verified,
                            valid_from, published_by)
                        values (:version, :language, :title, :text, :verified, :from, :operator)
                        """)
                .param("version", notice.version())
                .param("language", notice.language())
                .param("title", notice.title())
                .param("text", notice.text())
                .param("verified", notice.verified())
                .param("from", notice.validFrom())
                .param("operator", operator)
                .update();
    }
}
